"""Stock Whoosh over this engine's own files: the reference for tests."""
