"""The URL is the state: search requests to query strings and back."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from urllib.parse import quote, quote_plus, urlencode

from searchapp.errors import InvalidFilter
from searchapp.search.facets import FACET_FIELDS, NONE, VALUE_FACETS, Facet
from searchapp.search.listing import MAX_FIND_LENGTH, Listing, ValueOrder
from searchapp.search.periods import canonical_value, parse_range
from searchapp.search.request import (
    DEFAULT_PAGE_SIZE,
    MAX_PAGE_SIZE,
    ChartKind,
    SearchRequest,
    SortOrder,
)
from searchapp.search.selection import Selection

MAX_VALUES = 100
MAX_VALUE_LENGTH = 300
_MAX_PAGE = 1_000_000
_SHOW = "show"


def parse_args(args: Iterable[tuple[str, str]], today: date | None = None) -> SearchRequest:
    """The request that a query string's pairs stand for; names it does not know are passed over.

    “Last 30 days” and its like count from `today`, the server's day unless it is given.

    Raises InvalidFilter, naming the value, for dates that are none and for more than 100 values.
    Page, size and order that cannot be used fall back to their defaults.
    """
    values: dict[str, list[str]] = {}
    for name, value in args:
        cleaned = _clean(value)
        if cleaned:
            values.setdefault(name, []).append(cleaned)
    request = SearchRequest(
        query=_first(values, "q"),
        period=parse_range(_first(values, "from"), _first(values, "to"), today),
        sort=_sort(_first(values, "sort")),
        size=min(_whole(_first(values, "size"), DEFAULT_PAGE_SIZE), MAX_PAGE_SIZE),
        chart=ChartKind.SHARE if _first(values, "chart") == "share" else ChartKind.COUNT,
        expanded=tuple(facet for facet in FACET_FIELDS if facet in values.get("all", [])),
        copies_shown=_first(values, "copies") == _SHOW,
        copies_of=_first(values, "copies-of"),
    )
    chosen = 0
    for facet in FACET_FIELDS:
        selection = build_selection(
            facet,
            values.get(facet, []),
            values.get(f"not-{facet}", []),
            values.get(f"and-{facet}", []),
        )
        chosen += len(selection.included) + len(selection.excluded) + len(selection.required)
        request = request.with_selection(selection)
    for facet in VALUE_FACETS:
        listing = _listing(facet, values)
        request = request.with_listing(listing) if listing else request
    if chosen > MAX_VALUES:
        raise InvalidFilter(f"{chosen} facet values are chosen; at most {MAX_VALUES} can be.")
    return request.with_page(min(_whole(_first(values, "page"), 1), _MAX_PAGE))


def build_selection(
    facet: Facet,
    included: Iterable[str],
    excluded: Iterable[str],
    required: Iterable[str] = (),
) -> Selection:
    """A selection of checked values; one that is excluded is neither included nor required.

    Raises InvalidFilter for a value that is too long, and for a date that is none.
    """
    turned_away = tuple(dict.fromkeys(_checked(facet, value) for value in excluded))
    accepted = dict.fromkeys(_checked(facet, value) for value in included)
    needed = dict.fromkeys(_checked(facet, value) for value in required)
    return Selection(
        facet=facet,
        included=tuple(value for value in accepted if value not in turned_away),
        excluded=turned_away,
        required=tuple(value for value in needed if value not in turned_away),
    )


def build_args(request: SearchRequest) -> list[tuple[str, str]]:
    """The pairs that `parse_args` reads back into the same request; defaults are left out."""
    args = [("q", request.query)] if request.query else []
    for selection in request.selections:
        args += [(selection.facet.value, value) for value in selection.included]
        args += [(f"not-{selection.facet}", value) for value in selection.excluded]
        args += [(f"and-{selection.facet}", value) for value in selection.required]
    if request.period:
        args += [("from", _day(request.period.start)), ("to", _day(request.period.last_day))]
    args.append(("copies-of", request.copies_of))
    args += [("all", facet.value) for facet in request.expanded]
    for listing in request.listings:
        args += _listing_args(listing)
    args.append(("chart", "" if request.chart is ChartKind.COUNT else request.chart.value))
    args.append(("sort", request.sort or ""))
    args.append(("copies", _SHOW if request.copies_shown else ""))
    args.append(("size", "" if request.size == DEFAULT_PAGE_SIZE else str(request.size)))
    args.append(("page", "" if request.page == 1 else str(request.page)))
    return [(name, value) for name, value in args if value]


def build_url(request: SearchRequest, path: str = "/search") -> str:
    """The address of a request, "/search" alone when it asks for everything."""
    args = encode_args(build_args(request))
    return f"{path}?{args}" if args else path


def encode_args(args: Iterable[tuple[str, str]]) -> str:
    """The query string of such pairs, whose names need no escapes."""
    return "&".join([f"{name}={_encoded(value)}" for name, value in args])


@lru_cache(maxsize=1 << 12)
def _encoded(value: str) -> str:
    # The hundred links of a page repeat the same few values.
    return quote_plus(value)


def article_url(article_id: str, suffix: str = "") -> str:
    """The address of an article: a path where the id survives as one, a parameter otherwise."""
    parts = article_id.split("/")
    # Browsers and proxies fold ".", ".." and empty parts away, and some refuse control characters.
    plain = all(part not in ("", ".", "..") for part in parts) and article_id.isprintable()
    # “a.json” as a path is the JSON of the article “a”.
    if plain and "\\" not in article_id and not article_id.endswith(".json"):
        return f"/article/{quote(article_id)}{suffix}"
    return f"/article{suffix}?{urlencode({'id': article_id})}"


def _clean(value: str) -> str:
    # Lone surrogates, as from a broken percent escape, cannot be encoded again.
    text = value.encode("utf-8", "replace").decode("utf-8")
    return "".join(char if char >= " " else " " for char in text).strip()


def _checked(facet: Facet, value: str) -> str:
    if len(value) > MAX_VALUE_LENGTH:
        raise InvalidFilter(
            f"A value of {len(value)} characters is too long for the facet “{facet}”; "
            f"at most {MAX_VALUE_LENGTH} can be used."
        )
    if facet is Facet.DATE and value != NONE:
        return canonical_value(value)
    return value


def _listing(facet: Facet, values: dict[str, list[str]]) -> Listing:
    order = _first(values, f"order-{facet}")
    return Listing(
        facet=facet,
        find=_first(values, f"find-{facet}")[:MAX_FIND_LENGTH].rstrip(),
        order=ValueOrder(order) if order in tuple(ValueOrder) else ValueOrder.COUNT,
        page=min(_whole(_first(values, f"page-{facet}"), 1), _MAX_PAGE),
    )


def _listing_args(listing: Listing) -> list[tuple[str, str]]:
    by_name = listing.order is ValueOrder.NAME
    return [
        (f"find-{listing.facet}", listing.find),
        (f"order-{listing.facet}", listing.order.value if by_name else ""),
        (f"page-{listing.facet}", "" if listing.page == 1 else str(listing.page)),
    ]


def _first(values: dict[str, list[str]], name: str) -> str:
    return values.get(name, [""])[0]


def _sort(text: str) -> SortOrder | None:
    return SortOrder(text) if text in tuple(SortOrder) else None


def _whole(text: str, default: int) -> int:
    plain = text.isascii() and text.isdigit() and len(text) <= 9
    return max(int(text), 1) if plain else default


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
