"""Near-identical articles: what one newspaper or several took over from each other."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy of an article; `likeness` is the share of words in common, from 0 to 1."""

    id: str
    title: str
    likeness: float
    date: datetime.date | None = None
    section: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """The copies of an article, the likest first; `total` counts also those that are not listed."""

    total: int = 0
    listed: tuple[Copy, ...] = ()
