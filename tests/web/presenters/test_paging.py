"""Page numbers, orders and sizes."""

import pytest

from searchapp.search.request import SearchRequest, SortOrder
from searchapp.search.response import SearchResponse
from searchapp.web.presenters.paging import build_page_links, build_size_choices, build_sort_choices


def numbers(page: int, pages: int) -> str:
    request = SearchRequest(page=page)
    links = build_page_links(SearchResponse(request=request, total=1, took_ms=1, pages=pages))
    if links is None:
        return ""
    return " ".join(
        "…" if choice is None else f"[{choice.label}]" if choice.current else choice.label
        for choice in links.numbers
    )


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [
        (1, 0, ""),
        (1, 1, ""),
        (1, 2, "[1] 2"),
        (1, 9, "[1] 2 3 … 9"),
        (4, 9, "1 2 3 [4] 5 6 … 9"),
        (5, 9, "1 2 3 4 [5] 6 7 8 9"),
        (6, 12, "1 … 4 5 [6] 7 8 … 12"),
        (12, 12, "1 … 10 11 [12]"),
    ],
)
def test_numbers_around_the_page(page: int, pages: int, shown: str) -> None:
    assert numbers(page, pages) == shown


def test_the_ends_have_no_further_page() -> None:
    first = SearchResponse(request=SearchRequest(), total=30, took_ms=1, pages=3)
    last = SearchResponse(request=SearchRequest(page=3), total=30, took_ms=1, pages=3)
    one, other = build_page_links(first), build_page_links(last)
    assert one and one.previous_url is None and one.next_url == "/search?page=2"
    assert other and other.next_url is None and other.previous_url == "/search?page=2"


def test_browsing_has_no_relevance() -> None:
    assert [choice.label for choice in build_sort_choices(SearchRequest())] == ["Newest", "Oldest"]


def test_the_order_that_holds_anyway_is_not_in_the_address() -> None:
    choices = build_sort_choices(SearchRequest(query="x", sort=SortOrder.OLDEST))
    assert [(choice.label, choice.url, choice.current) for choice in choices] == [
        ("Relevance", "/search?q=x", False),
        ("Newest", "/search?q=x&sort=newest", False),
        ("Oldest", "/search?q=x&sort=oldest", True),
    ]


def test_a_size_of_ones_own_is_none_of_the_choices() -> None:
    assert not any(choice.current for choice in build_size_choices(SearchRequest(size=7)))
