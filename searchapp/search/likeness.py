"""Articles that speak of the same as another one."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarArticle:
    """An article like another one; `words` are what both speak of, the most telling first.

    They are written as the other article writes them.
    """

    id: str
    title: str
    date: datetime.date | None = None
    section: str | None = None
    source: str | None = None
    words: tuple[str, ...] = ()
