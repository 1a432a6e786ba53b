"""The search page as a whole: what is shown for one answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from searchapp.search.facets import NONE, Facet
from searchapp.search.periods import Period, parse_period, period_between
from searchapp.search.request import SearchRequest
from searchapp.search.response import SearchResponse
from searchapp.search.url import build_args, build_url
from searchapp.search.wording import articles, duration, number, shown_of, total_found
from searchapp.web.presenters.chips import Chip, build_chips, build_constraints, period_text
from searchapp.web.presenters.copies import CopiesSwitch, build_switch
from searchapp.web.presenters.dates import DateView, build_date_view
from searchapp.web.presenters.exports import Exports, build_exports
from searchapp.web.presenters.facets import FacetView, build_facet_views
from searchapp.web.presenters.feed import feed_title
from searchapp.web.presenters.hits import HitView, build_hit_view
from searchapp.web.presenters.paging import (
    Choice,
    PageLinks,
    build_page_links,
    build_size_choices,
    build_sort_choices,
)
from searchapp.web.presenters.spellings import SpelledValue
from searchapp.web.presenters.views import build_about_links, build_views

_MAX_WAYS_OUT = 8
_MOST_TITLE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """What would be found without one of the constraints of an empty result."""

    chip: Chip
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """Everything the search page shows. `state` are the hidden inputs that keep the rest.

    `dated` says from when to when the archive has articles, where none is of the days asked for.
    """

    title: str
    query: str
    heading: str
    status: str
    shown: str
    first: bool
    took: str
    empty: bool
    chips: tuple[Chip, ...]
    spelled: tuple[SpelledValue, ...]
    clear_url: str | None
    filters: int
    notes: tuple[str, ...]
    did_you_mean: Choice | None
    copies: CopiesSwitch | None
    ways_out: tuple[WayOut, ...]
    dated: str
    hits: tuple[HitView, ...]
    dates: DateView
    facets: tuple[FacetView, ...]
    views: tuple[Choice, ...]
    about: tuple[Choice, ...]
    exports: Exports
    sorts: tuple[Choice, ...]
    sizes: tuple[Choice, ...]
    pages: PageLinks | None
    state: tuple[tuple[str, str], ...]


def build_search_page(
    response: SearchResponse,
    ways_out: Iterable[tuple[Chip, int]] = (),
    spelled: tuple[SpelledValue, ...] = (),
) -> SearchPage:
    """The page for that answer.

    `ways_out` are chips with what would be found without them, `spelled` the chosen people with
    the ways in which their names are written.
    """
    request = response.request
    chips = build_chips(response)
    facets = build_facet_views(response)
    constraints = sum(len(entry.chosen) for entry in request.selections) + bool(request.period)
    return SearchPage(
        title=_title(request),
        query=request.query,
        heading=total_found(response),
        status=_status(response),
        shown=shown_of(response),
        first=request.page == 1,
        took=duration(response.took_ms),
        empty=response.total == 0,
        chips=chips,
        spelled=spelled,
        clear_url=build_url(SearchRequest(size=request.size)) if chips else None,
        filters=constraints,
        notes=response.notes,
        did_you_mean=_did_you_mean(response),
        copies=build_switch(response),
        ways_out=tuple(
            WayOut(chip=chip, found=articles(total)) for chip, total in ways_out if total
        ),
        dated=_dated(response),
        hits=tuple(build_hit_view(request, hit) for hit in response.hits),
        dates=build_date_view(response),
        facets=facets,
        views=build_views(request, "/search"),
        exports=build_exports(request),
        about=build_about_links(response),
        sorts=build_sort_choices(request),
        sizes=build_size_choices(request),
        pages=build_page_links(response),
        state=_state(request, facets),
    )


def constraints_to_drop(response: SearchResponse) -> tuple[Chip, ...]:
    """The chips worth trying to do without when nothing was found: none when there is but one."""
    chips = build_constraints(response)
    return chips[:_MAX_WAYS_OUT] if len(chips) > 1 else ()


def _title(request: SearchRequest) -> str:
    """The search in words, so that its tab and its bookmark can be told from others."""
    words = feed_title(request)
    return words if len(words) <= _MOST_TITLE else f"{words[:_MOST_TITLE].rstrip()} …"


def _status(response: SearchResponse) -> str:
    """The sentence that a screen reader hears after an update."""
    found = articles(response.total) if response.total else "No articles"
    page = response.request.page
    if response.pages > 1 and page > 1:
        return f"{found} found, page {number(page)} of {number(response.pages)}."
    return f"{found} found."


def _dated(response: SearchResponse) -> str:
    holdings = response.facet(Facet.DATE).holdings
    asked = tuple(_iter_periods(response.request))
    if not asked or holdings is None or holdings.first is None or holdings.last is None:
        return ""
    held = period_between(holdings.first, holdings.last)
    if response.total or any(_share_days(period, held) for period in asked):
        return ""
    return f"The archive’s articles are dated {period_text(held)}."


def _iter_periods(request: SearchRequest) -> Iterator[Period]:
    """The periods that were asked for."""
    if request.period:
        yield request.period
    for value in request.selection(Facet.DATE).included:
        if value != NONE:
            yield parse_period(value)


def _share_days(one: Period, other: Period) -> bool:
    both = one.overlap(other)
    return not both.start or not both.end or both.start < both.end


def _did_you_mean(response: SearchResponse) -> Choice | None:
    words = response.did_you_mean
    if not words:
        return None
    url = build_url(response.request.with_query(words))
    return Choice(label=words, url=url, current=False)


def _state(request: SearchRequest, facets: tuple[FacetView, ...]) -> tuple[tuple[str, str], ...]:
    """What the form must send beside its visible inputs: order, size, dates, unlisted values.

    How a facet's full list is read is kept beside that list.
    """
    visible = {
        (bucket.name, bucket.value)
        for facet in facets
        for bucket in facet.buckets
        if bucket.checked
    }
    kept = build_args(replace(request, query="", period=None, page=1, listings=()))
    return tuple(pair for pair in kept if pair not in visible)
