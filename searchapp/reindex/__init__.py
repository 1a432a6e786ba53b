"""Reindexing: files in, a new generation out. Where ingest, extract and engine meet."""

from searchapp.reindex.naming import Reason, Renaming, RenamingGroup
from searchapp.reindex.options import Progress, ReindexOptions, ReindexSummary
from searchapp.reindex.run import reindex

__all__ = [
    "Progress",
    "Reason",
    "ReindexOptions",
    "ReindexSummary",
    "Renaming",
    "RenamingGroup",
    "reindex",
]
