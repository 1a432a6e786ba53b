"""What a reindex is told, what it tells while it is at work, and what it says at the end."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from searchapp.article import Rejected
from searchapp.extract import CountryEvidence
from searchapp.reindex.naming import RenamingGroup
from searchapp.search.changes import Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class ReindexOptions:
    """What to reindex and how. Without roots, those of the last time are taken.

    `full` reads every file again; `force` publishes although more than before cannot be used;
    `allow_empty` lets an archive without articles replace one that has some; `dry_run` does all
    but publish.
    """

    index: Path
    roots: tuple[Path, ...] = ()
    full: bool = False
    force: bool = False
    allow_empty: bool = False
    dry_run: bool = False
    jobs: int = 1
    dayfirst: bool = True
    countries: str = CountryEvidence.ABOUT.value
    today: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReindexSummary:
    """What a reindex did; `generation` is None when nothing was published. Times in seconds.

    `changes` is None when nothing had changed. A dry run says in `changes` and `renamings` what it
    would have changed and how names would have been merged, split and dropped.
    """

    generation: str | None
    articles: int
    added: int
    changed: int
    removed: int
    read: int
    rejected: tuple[Rejected, ...]
    seconds: float
    dry_run: bool = False
    changes: Changes | None = None
    renamings: tuple[RenamingGroup, ...] = ()


class Progress(Protocol):
    """Told how far a reindex is."""

    def reading(self, files: int, of_files: int, articles: int) -> None:
        """So many of the files to read are done and gave so many articles."""
        ...

    def publishing(self) -> None:
        """Everything is read; the index is being written and checked."""
        ...
