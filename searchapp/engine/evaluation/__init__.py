"""Query trees to documents and scores, over arrays."""
