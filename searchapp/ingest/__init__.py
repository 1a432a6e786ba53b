"""Files in, articles out: walk an archive's folders, read every format, name what is left out."""

from searchapp.ingest.limits import DEFAULT, Limits
from searchapp.ingest.read import read_articles
from searchapp.ingest.walk import SourceFile, hash_file, iter_files

__all__ = ["DEFAULT", "Limits", "SourceFile", "hash_file", "iter_files", "read_articles"]
