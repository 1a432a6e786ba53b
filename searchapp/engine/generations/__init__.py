"""Generations on disk: published all at once, checked before they are served."""
