"""What an engine answers: hits with snippets, facets with counts, and notes to the person."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from searchapp.article import Zone
from searchapp.search.facets import Facet
from searchapp.search.holdings import Holdings
from searchapp.search.request import SearchRequest

Range = tuple[int, int]
"""Start and end of a stretch of text, in code points, end not included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A facet value as URLs carry it and as a person reads it."""

    value: str
    label: str


class Snippet(NamedTuple):
    """A stretch of an article and the words in it that matched, in order and apart."""

    zone: Zone
    text: str
    ranges: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One article of a result; `score` is None when the order is not by relevance.

    `similar` is how many copies of it are folded under it.
    """

    id: str
    title: str
    title_ranges: tuple[Range, ...] = ()
    path: str
    date: datetime.date | None = None
    authors: tuple[Value, ...] = ()
    countries: tuple[Value, ...] = ()
    persons: tuple[Value, ...] = ()
    section: str | None = None
    agency: str | None = None
    source: str | None = None
    score: float | None = None
    snippets: tuple[Snippet, ...] = ()
    similar: int = 0


class Bucket(NamedTuple):
    """A facet value and the number of results after choosing it alone in its facet.

    A page has dozens: a tuple is made three times as quickly as a frozen dataclass.
    """

    value: str
    label: str
    count: int  # type: ignore[assignment]  # In place of tuple.count, which nobody needs here.
    selected: bool = False
    excluded: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetResult:
    """The values of one facet, by count and then label; `more` when there are further ones.

    Chosen values are always among them. An expanded facet lists a page of its values, in the way
    that the request says; `total` is how many there are to list, `first` how many come before the
    page. Articles without a value count as one of them.

    Dates come in calendar order instead, as fine as `date_scale` says: years, then the months of a
    chosen year, then the days of a chosen month; “none” and other chosen values come last. For
    dates only, `holdings` says what the archive has of the periods that can be listed.
    """

    facet: Facet
    buckets: tuple[Bucket, ...] = ()
    more: bool = False
    total: int = 0
    first: int = 0
    holdings: Holdings | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResponse:
    """The answer to one request.

    `request` is the request as it was understood: values in their stable form, the page clamped
    to the pages there are. `did_you_mean` is a query that would find more. `notes` are sentences
    about anything that was searched differently from how it was written.

    `total` and all counts count articles; `copies` is how many of them are copies of another
    result, and folded under it unless the request shows them. Pages are of what stands in the list.
    """

    request: SearchRequest
    total: int
    took_ms: float
    pages: int
    hits: tuple[Hit, ...] = ()
    facets: tuple[FacetResult, ...] = ()
    did_you_mean: str | None = None
    notes: tuple[str, ...] = ()
    copies: int = 0

    @property
    def listed(self) -> int:
        """How many hits there are on all pages together."""
        return self.total - self.copies if self.request.folded else self.total

    def facet(self, facet: Facet) -> FacetResult:
        """The result of that facet, possibly empty."""
        found = (result for result in self.facets if result.facet is facet)
        return next(found, FacetResult(facet=facet))
