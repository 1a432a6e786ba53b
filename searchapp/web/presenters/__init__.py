"""What pages show, decided before any template runs: frozen views that templates only loop over."""
