"""Page numbers, orders and page sizes as links."""

from collections.abc import Callable
from dataclasses import dataclass

from searchapp.search.request import PAGE_SIZES, SearchRequest, SortOrder
from searchapp.search.response import SearchResponse
from searchapp.search.url import build_url

_AROUND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several links of which one is in force."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLinks:
    """The way through the pages; None in `numbers` stands for pages left out."""

    numbers: tuple[Choice | None, ...]
    previous_url: str | None
    next_url: str | None


def build_page_links(response: SearchResponse) -> PageLinks | None:
    """The links to the other pages, or None when there is but one."""
    request = response.request
    return link_pages(request.page, response.pages, lambda page: build_url(request.with_page(page)))


def link_pages(page: int, last: int, url_of: Callable[[int], str]) -> PageLinks | None:
    """The links from one page to the others, or None when there is but one."""
    if last < 2:
        return None

    def choice(number: int) -> Choice:
        return Choice(label=str(number), url=url_of(number), current=number == page)

    near = {1, last, *range(page - _AROUND, page + _AROUND + 1)}
    numbers: list[Choice | None] = []
    before = 0
    for number in sorted(number for number in near if 1 <= number <= last):
        if number == before + 2:
            numbers.append(choice(number - 1))
        elif number > before + 2:
            numbers.append(None)
        numbers.append(choice(number))
        before = number
    return PageLinks(
        numbers=tuple(numbers),
        previous_url=url_of(page - 1) if page > 1 else None,
        next_url=url_of(page + 1) if page < last else None,
    )


def build_sort_choices(request: SearchRequest) -> tuple[Choice, ...]:
    """The orders as links; without words there is no relevance to sort by."""
    orders = [order for order in SortOrder if request.query or order is not SortOrder.RELEVANCE]
    return tuple(
        Choice(
            label=order.value.capitalize(),
            url=build_url(request.with_sort(_explicit(request, order))),
            current=order is request.order,
        )
        for order in orders
    )


def build_size_choices(request: SearchRequest) -> tuple[Choice, ...]:
    """The page sizes as links."""
    return tuple(
        Choice(
            label=str(size), url=build_url(request.with_size(size)), current=size == request.size
        )
        for size in PAGE_SIZES
    )


def _explicit(request: SearchRequest, order: SortOrder) -> SortOrder | None:
    """None for the order that holds anyway, so that its address stays short."""
    return None if order is request.with_sort(None).order else order
