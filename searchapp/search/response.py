"""What an engine answers: hits with snippets, facets with counts, and notes to the person."""

import datetime
from dataclasses import dataclass

from searchapp.article import Zone
from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest

Range = tuple[int, int]
"""Start and end of a stretch of text, in code points, end not included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A facet value as URLs carry it and as a person reads it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A stretch of an article and the words in it that matched, in order and apart."""

    zone: Zone
    text: str
    ranges: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One article of a result; `score` is None when the order is not by relevance."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """A facet value and the number of results after choosing it alone in its facet."""

    value: str
    label: str
    count: int
    selected: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetResult:
    """The values of one facet, by count and then label; `more` when there are further ones.

    Dates come in calendar order instead, as the children of the chosen period: years, then the
    months of a chosen year, then the days of a chosen month; “none” and chosen values come last.
    """

    facet: Facet
    buckets: tuple[Bucket, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResponse:
    """The answer to one request.

    `request` is the request as it was understood: values in their stable form, the page clamped
    to the pages there are. `did_you_mean` is a query that would find more. `notes` are sentences
    about anything that was searched differently from how it was written.
    """

    request: SearchRequest
    total: int
    took_ms: float
    pages: int
    hits: tuple[Hit, ...] = ()
    facets: tuple[FacetResult, ...] = ()
    did_you_mean: str | None = None
    notes: tuple[str, ...] = ()

    def facet(self, facet: Facet) -> FacetResult:
        """The result of that facet, possibly empty."""
        found = (result for result in self.facets if result.facet is facet)
        return next(found, FacetResult(facet=facet))
