"""The full list of a facet's values: its search box, its two orders, its pages."""

from dataclasses import dataclass, replace

from searchapp.search.facets import EXPANDED_FACET_LIMIT, FACET_FIELDS, Facet
from searchapp.search.listing import MAX_FIND_LENGTH, Listing, ValueOrder
from searchapp.search.request import SearchRequest
from searchapp.search.response import FacetResult
from searchapp.search.url import build_url
from searchapp.search.wording import counted, number
from searchapp.web.presenters.paging import Choice

_ORDERS = ((ValueOrder.COUNT, "By count"), (ValueOrder.NAME, "A–Z"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueListView:
    """What stands around the values of an expanded facet.

    `name` is that of the search box and of its parameter, `page_name` that of the page's; `state`
    are the hidden inputs that keep order and page. `found` says how many have what was typed,
    `shown` which part is listed when that is not all, `status` is what a screen reader hears.
    """

    label: str
    name: str
    text: str
    max_length: int
    page_name: str
    state: tuple[tuple[str, str], ...]
    orders: tuple[Choice, ...]
    found: str
    shown: str
    none_found: str
    status: str
    previous_url: str | None
    next_url: str | None


def build_value_list(request: SearchRequest, result: FacetResult) -> ValueListView | None:
    """The view of a facet's full list; None when the facet shows but its first values."""
    facet = result.facet
    if facet not in request.expanded:
        return None
    listing = request.listing(facet)
    field = FACET_FIELDS[facet]
    return ValueListView(
        label=f"Find {'an' if field.label[0] in 'AEIOU' else 'a'} {field.label.lower()}",
        name=f"find-{facet}",
        text=listing.find,
        max_length=MAX_FIND_LENGTH,
        page_name=f"page-{facet}",
        state=_state(listing),
        orders=tuple(_order(request, listing, order, label) for order, label in _ORDERS),
        found=f"{number(result.total)} found" if listing.find and result.total else "",
        shown=_shown(result),
        none_found="" if result.total else _none_found(facet, listing.find),
        status=_status(result, listing.find),
        previous_url=_page_url(request, listing, -1) if result.first else None,
        next_url=_page_url(request, listing, 1) if result.more else None,
    )


def _state(listing: Listing) -> tuple[tuple[str, str], ...]:
    by_name = listing.order is ValueOrder.NAME
    pairs = (
        (f"order-{listing.facet}", ValueOrder.NAME.value if by_name else ""),
        (f"page-{listing.facet}", str(listing.page) if listing.page > 1 else ""),
    )
    return tuple(pair for pair in pairs if pair[1])


def _order(request: SearchRequest, listing: Listing, order: ValueOrder, label: str) -> Choice:
    url = build_url(request.with_listing(replace(listing, order=order, page=1)))
    return Choice(label=label, url=url, current=order is listing.order)


def _page_url(request: SearchRequest, listing: Listing, step: int) -> str:
    return build_url(request.with_listing(replace(listing, page=listing.page + step)))


def _shown(result: FacetResult) -> str:
    """ "1–200 of 4,321"; nothing when all values are listed."""
    if result.total <= EXPANDED_FACET_LIMIT:
        return ""
    return f"{_range(result)} of {number(result.total)}"


def _range(result: FacetResult) -> str:
    last = min(result.first + EXPANDED_FACET_LIMIT, result.total)
    return f"{number(result.first + 1)}–{number(last)}"


def _none_found(facet: Facet, text: str) -> str:
    name = FACET_FIELDS[facet].label.lower()
    return f"No {name} has a word that begins with “{text}” in these articles." if text else ""


def _status(result: FacetResult, text: str) -> str:
    if not result.total:
        return _none_found(result.facet, text)
    found = counted(result.total, "value", "values")
    shown = f", {_range(result)} listed" if _shown(result) else ""
    return f"{FACET_FIELDS[result.facet].label}: {found}{shown}."
