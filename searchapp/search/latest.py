"""What came into the index last, for those who follow a search."""

from dataclasses import dataclass
from datetime import datetime

from searchapp.search.request import SearchRequest
from searchapp.search.response import Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An article of a result, and when the index first had an article with its id."""

    hit: Hit
    arrived: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """A page of a result, the articles that arrived last first; together arrived: newest first.

    An article's date says nothing about when it arrived: old papers are digitised late. `request`
    is the request as it was understood, its page and its size those of this page. `newest` is when
    the last of all `total` articles arrived, or, when there are none, when the index was published.
    """

    request: SearchRequest
    total: int
    pages: int
    newest: datetime
    arrivals: tuple[Arrival, ...] = ()
