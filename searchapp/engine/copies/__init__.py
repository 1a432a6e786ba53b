"""Near-identical articles: which they are, and how they are folded in a result."""
