"""Which words matched, and the stretches of text that show them best."""
