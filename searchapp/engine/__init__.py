"""The embedded engine: an index in a folder, read and written by this process."""

from searchapp.engine.changes import read_changes
from searchapp.engine.embedded import EmbeddedEngine, verify_index
from searchapp.engine.index_writer import IndexWriter, Publication, open_writer

__all__ = [
    "EmbeddedEngine",
    "IndexWriter",
    "Publication",
    "open_writer",
    "read_changes",
    "verify_index",
]
