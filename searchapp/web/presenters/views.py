"""The ways of looking at one result: as a list, as a grid, as words in context."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from searchapp.search.facets import NONE, Facet
from searchapp.search.request import DEFAULT_PAGE_SIZE, SearchRequest
from searchapp.search.response import SearchResponse
from searchapp.search.url import build_args, build_url
from searchapp.search.wording import articles
from searchapp.web.presenters.archive_links import value_url
from searchapp.web.presenters.chips import build_chips
from searchapp.web.presenters.facets import label_of
from searchapp.web.presenters.paging import Choice

GRID = "/grid"
CONCORDANCE = "/concordance"
_VIEWS = (("List", "/search"), ("Grid", GRID), ("Words in context", CONCORDANCE))

_MOST_ABOUT = 3

Extra = tuple[tuple[str, str], ...]
"""Arguments of a view beside those of the search; empty ones are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewChip:
    """One constraint of the search; `url` is the same view without it."""

    kind: str
    text: str
    url: str
    excluded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewHead:
    """What every view of a result says at its top: what was found, and how else to see it."""

    query: str
    total: str
    search_url: str
    views: tuple[Choice, ...]
    chips: tuple[ViewChip, ...]
    notes: tuple[str, ...]


def result_of(request: SearchRequest) -> SearchRequest:
    """The request without what only decides how the search page lists things."""
    return replace(request, page=1, size=DEFAULT_PAGE_SIZE, expanded=(), listings=())


def view_url(path: str, request: SearchRequest, extra: Extra = ()) -> str:
    """The address of a view of a result, from its first page."""
    args = urlencode(form_fields(request, extra))
    return f"{path}?{args}" if args else path


def build_views(request: SearchRequest, current: str) -> tuple[Choice, ...]:
    """The views of a result as links; without words there are none to show in context."""
    return tuple(
        Choice(label=label, url=view_url(path, request), current=path == current)
        for label, path in _VIEWS
        if path != CONCORDANCE or request.query.strip() or path == current
    )


def build_about_links(response: SearchResponse) -> tuple[Choice, ...]:
    """The pages of the values that a search is narrowed to."""
    return tuple(
        Choice(
            label=label_of(response, selection.facet, value),
            url=value_url(selection.facet, value),
            current=False,
        )
        for selection in response.request.selections
        for value in dict.fromkeys((*selection.included, *selection.required))
        if selection.facet is not Facet.DATE and value != NONE
    )[:_MOST_ABOUT]


def build_view_head(response: SearchResponse, path: str, extra: Extra = ()) -> ViewHead:
    """The head of one view of that answer."""
    request = response.request
    return ViewHead(
        query=request.query,
        total=articles(response.total) if response.total else "No articles",
        search_url=build_url(result_of(request)),
        views=build_views(request, path),
        chips=tuple(
            ViewChip(
                kind=chip.kind,
                text=chip.text,
                url=view_url(path, chip.request, extra),
                excluded=chip.excluded,
            )
            for chip in build_chips(response)
        ),
        notes=response.notes,
    )


def form_fields(request: SearchRequest, extra: Extra = ()) -> Extra:
    """The arguments of a view, as the hidden inputs of a form."""
    given = ((name, text) for name, text in extra if text)
    return (*build_args(result_of(request)), *given)
