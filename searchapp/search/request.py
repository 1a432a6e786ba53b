"""What a person asks for: one immutable value that the URL, the page and the engine share."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.listing import Listing
from searchapp.search.periods import Period
from searchapp.search.selection import Selection

PAGE_SIZES = (10, 25, 50)
MAX_PAGE_SIZE = 100
DEFAULT_PAGE_SIZE = 10


class SortOrder(StrEnum):
    """The order of hits; ties go to the newest, then to the smallest id."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class ChartKind(StrEnum):
    """What the heights of the chart of dates are: articles, or their share of what is held."""

    COUNT = "count"
    SHARE = "share"


_NOTHING_CHOSEN: Final = {facet: Selection(facet=facet) for facet in Facet}
_FROM_THE_BEGINNING: Final = {facet: Listing(facet=facet) for facet in Facet}


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """Everything that decides what is seen.

    `selections` holds at most one entry per facet, in the order of the facet table, none of them
    empty: build requests with `with_value` and its kin, which keep it so. `period` is the typed
    from/to and narrows every facet, the date facet included. `expanded` facets list all values,
    in the way that `listings` say: at most one for each of them, and none that says nothing.
    Copies of one article stand in the list once, unless `copies_shown`; `copies_of` narrows to the
    article with that id and its copies, which all stand there.
    """

    query: str = ""
    selections: tuple[Selection, ...] = ()
    period: Period | None = None
    sort: SortOrder | None = None
    page: int = 1
    size: int = DEFAULT_PAGE_SIZE
    chart: ChartKind = ChartKind.COUNT
    expanded: tuple[Facet, ...] = ()
    listings: tuple[Listing, ...] = ()
    copies_shown: bool = False
    copies_of: str = ""

    @property
    def order(self) -> SortOrder:
        """The order in force: relevance for a query, newest first for browsing."""
        return self.sort or (SortOrder.RELEVANCE if self.query.strip() else SortOrder.NEWEST)

    @property
    def narrowed(self) -> bool:
        """Whether any filter is in force."""
        return bool(self.selections or self.period or self.copies_of)

    @property
    def folded(self) -> bool:
        """Whether copies of one article stand in the list once."""
        return not (self.copies_shown or self.copies_of)

    def selection(self, facet: Facet) -> Selection:
        """What is chosen in that facet, possibly nothing."""
        for entry in self.selections:
            if entry.facet is facet:
                return entry
        return _NOTHING_CHOSEN[facet]

    def with_selection(self, selection: Selection) -> "SearchRequest":
        """The request with that selection in place of its facet's, on page 1."""
        by_facet = {entry.facet: entry for entry in self.selections}
        by_facet[selection.facet] = selection
        kept = tuple(by_facet[facet] for facet in FACET_FIELDS if by_facet.get(facet))
        return replace(self, selections=kept, page=1)

    def with_value(self, facet: Facet, value: str) -> "SearchRequest":
        """The request that also accepts `value`; a date replaces its ancestors and descendants."""
        return self.with_selection(self.selection(facet).with_included(value))

    def with_only(self, facet: Facet, value: str) -> "SearchRequest":
        """The request that accepts `value` alone in that facet, exclusions of others kept."""
        return self.with_selection(self.selection(facet).with_only(value))

    def with_required(self, facet: Facet, value: str) -> "SearchRequest":
        """The request whose articles have `value` as well, whatever else is chosen."""
        return self.with_selection(self.selection(facet).with_required(value))

    def narrowed_to(self, facet: Facet, value: str) -> "SearchRequest":
        """The request for those of its own articles that have `value`."""
        return self.with_selection(self.selection(facet).narrowed_to(value))

    def with_excluded(self, facet: Facet, value: str) -> "SearchRequest":
        """The request that turns articles with `value` away."""
        return self.with_selection(self.selection(facet).with_excluded(value))

    def without_value(self, facet: Facet, value: str) -> "SearchRequest":
        """The request in which `value` is not chosen in any way."""
        return self.with_selection(self.selection(facet).without(value))

    def without_facet(self, facet: Facet) -> "SearchRequest":
        """The request with nothing chosen in that facet."""
        return self.with_selection(Selection(facet=facet))

    def without_filters(self) -> "SearchRequest":
        """The request with its query alone."""
        return replace(self, selections=(), period=None, copies_of="", page=1)

    def with_period(self, period: Period | None) -> "SearchRequest":
        """The request with that typed period, on page 1."""
        return replace(self, period=period, page=1)

    def with_query(self, query: str) -> "SearchRequest":
        """The request with other words, on page 1."""
        return replace(self, query=query, page=1)

    def with_copies_shown(self, shown: bool) -> "SearchRequest":
        """The request whose list has every copy, or each article once, on page 1."""
        return replace(self, copies_shown=shown, page=1)

    def with_copies_of(self, article_id: str) -> "SearchRequest":
        """The request for those of its articles that are copies of one; "" lets go of that."""
        return replace(self, copies_of=article_id, page=1)

    def with_page(self, page: int) -> "SearchRequest":
        """The request turned to another page."""
        return replace(self, page=page)

    def with_sort(self, sort: SortOrder | None) -> "SearchRequest":
        """The request in another order, on page 1."""
        return replace(self, sort=sort, page=1)

    def with_size(self, size: int) -> "SearchRequest":
        """The request with pages of another size, on page 1."""
        return replace(self, size=size, page=1)

    def with_chart(self, chart: ChartKind) -> "SearchRequest":
        """The request with another kind of chart."""
        return replace(self, chart=chart)

    def with_expanded(self, facet: Facet) -> "SearchRequest":
        """The request that lists all values of that facet."""
        return replace(self, expanded=_in_table_order({*self.expanded, facet}))

    def without_expanded(self, facet: Facet) -> "SearchRequest":
        """The request that lists only the first values of that facet."""
        return replace(
            self,
            expanded=_in_table_order(set(self.expanded) - {facet}),
            listings=tuple(listing for listing in self.listings if listing.facet is not facet),
        )

    def listing(self, facet: Facet) -> Listing:
        """How all values of that facet are listed."""
        for listing in self.listings:
            if listing.facet is facet:
                return listing
        return _FROM_THE_BEGINNING[facet]

    def with_listing(self, listing: Listing) -> "SearchRequest":
        """The request that lists all values of a facet in that way."""
        by_facet = {entry.facet: entry for entry in self.listings}
        by_facet[listing.facet] = listing
        kept = tuple(by_facet[facet] for facet in FACET_FIELDS if by_facet.get(facet))
        return replace(self.with_expanded(listing.facet), listings=kept)


def _in_table_order(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    wanted = set(facets)
    return tuple(facet for facet in FACET_FIELDS if facet in wanted)
