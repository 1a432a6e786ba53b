"""Words in context: every place where a result's articles have the words of the query."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from searchapp.article import Zone
from searchapp.search.request import SearchRequest

CONTEXT = 60
"""How many characters are shown on either side of a word, at most."""
LINES_PER_PAGE = 50
MOST_ARTICLES = 500
"""How many articles of a result are read for a page: the first in its order."""
MOST_LINES = 2000
"""After how many lines no further article is read for a page."""
MOST_READ = 20_000
"""How many articles of a result are read for all of its lines."""


class LineOrder(StrEnum):
    """What lines are sorted by: the articles' order, or words counted from the one found."""

    ARTICLE = "article"
    LEFT = "left"
    LEFT2 = "left2"
    RIGHT = "right"
    RIGHT2 = "right2"
    WORD = "word"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcordanceRequest:
    """How the lines are sorted, and which page of them is wanted."""

    order: LineOrder = LineOrder.ARTICLE
    page: int = 1
    size: int = LINES_PER_PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One occurrence: what stands before it in its passage, the words found, what stands after.

    White space is single spaces. `start` and `end` are the places of the words in the article's
    text, `nth` counts the occurrences in it from 1.
    """

    article_id: str
    title: str
    date: datetime.date | None
    zone: Zone
    nth: int
    start: int
    end: int
    left: str
    word: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concordance:
    """A page of lines.

    `request` is the search as it was understood and `total` its number of results, of which
    the first `articles` were read. `line_count` lines were found in them.
    """

    request: SearchRequest
    asked: ConcordanceRequest
    total: int
    articles: int
    line_count: int
    pages: int
    lines: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()
