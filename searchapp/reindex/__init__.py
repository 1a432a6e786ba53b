"""Reindexing: files in, a new generation out. Where ingest, extract and engine meet."""

from searchapp.reindex.run import Progress, ReindexOptions, ReindexSummary, reindex

__all__ = ["Progress", "ReindexOptions", "ReindexSummary", "reindex"]
