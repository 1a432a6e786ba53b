"""The words and links about copies."""

from dataclasses import replace
from datetime import date

import pytest

from searchapp.search.comparison import MAX_WORDS
from searchapp.search.copies import Copies, Copy
from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest
from searchapp.search.response import Hit, SearchResponse
from searchapp.web.presenters.chips import build_chips
from searchapp.web.presenters.compare_page import build_compare_page
from searchapp.web.presenters.copies import build_copies, build_switch, compare_url, likeness_label
from searchapp.web.presenters.hits import build_hit_view
from searchapp.web.presenters.search_page import build_search_page
from tests.contract.articles import build_article

STORM = SearchRequest(query="storm").with_value(Facet.COUNTRY, "RU")


def answer(request: SearchRequest, *, total: int, copies: int) -> SearchResponse:
    hit = Hit(id="a", title="Storm", path="a.txt", similar=copies)
    return SearchResponse(
        request=request, total=total, copies=copies, took_ms=1, pages=1, hits=(hit,)
    )


@pytest.mark.parametrize(
    ("shown", "copies", "text", "label", "url"),
    [
        (False, 2, "2 similar copies are folded under the best.", "Show all", "&copies=show"),
        (False, 1, "1 similar copy is folded under the best.", "Show all", "&copies=show"),
        (True, 2, "2 similar copies are shown as well.", "Fold them", ""),
    ],
)
def test_the_switch_says_what_is_done_and_leads_to_the_other(
    shown: bool, copies: int, text: str, label: str, url: str
) -> None:
    switch = build_switch(answer(STORM.with_copies_shown(shown), total=9, copies=copies))
    assert switch is not None
    assert (switch.text, switch.link.label) == (text, label)
    assert switch.link.url == f"/search?q=storm&country=RU{url}"


def test_there_is_no_switch_where_there_are_no_copies() -> None:
    assert build_switch(answer(STORM, total=9, copies=0)) is None


@pytest.mark.parametrize(
    ("request_", "pages", "shown"),
    [
        (STORM, 1, "7 different"),
        (STORM, 2, "1–1 of 7 different"),
        (STORM.with_copies_shown(True), 1, ""),
        (STORM.with_copies_shown(True), 2, "1–1"),
    ],
)
def test_the_page_says_how_many_are_different(
    request_: SearchRequest, pages: int, shown: str
) -> None:
    page = build_search_page(replace(answer(request_, total=9, copies=2), pages=pages))
    assert (page.heading, page.shown) == ("9 articles", shown)


@pytest.mark.parametrize(("similar", "url"), [(0, None), (4, "/search?q=storm&copies-of=a%2Fb")])
def test_a_hit_leads_to_its_copies(similar: int, url: str | None) -> None:
    hit = Hit(id="a/b", title="Storm", path="a.txt", similar=similar)
    view = build_hit_view(SearchRequest(query="storm", page=3), hit)
    assert view.similar_url == url
    assert view.similar == f"{similar} similar"


def test_copies_of_an_article_are_a_chip_under_its_title_if_it_is_there() -> None:
    for article_id, text in (("a", "Storm"), ("b", "b")):
        [chip] = build_chips(answer(SearchRequest(copies_of=article_id), total=1, copies=0))
        assert (chip.kind, chip.text, chip.url) == ("Similar to", text, "/search")


def test_a_copy_says_what_it_is_and_how_much_is_the_same() -> None:
    copy = Copy(id="b", title="", likeness=0.999, date=date(2022, 1, 2), source="Herald")
    view = build_copies("a", STORM, Copies(total=1, listed=(copy,)))
    assert view is not None
    [entry] = view.listed
    assert (entry.title, entry.day_label, entry.facts) == (
        "Untitled article",
        "2 January 2022",
        ("Herald",),
    )
    assert entry.url == "/article/b?q=storm&country=RU"
    assert entry.compare_url == "/compare?a=a&b=b"
    assert entry.likeness == "99% of the words are the same"
    assert view.all_link is None


def test_copies_that_are_not_listed_are_a_search() -> None:
    view = build_copies("a", STORM, Copies(total=40, listed=()))
    assert view is not None and view.all_link is not None
    assert (view.all_link.label, view.all_link.url) == (
        "All 41 together",
        "/search?copies-of=a",
    )
    assert build_copies("a", STORM, Copies()) is None


def test_only_what_is_the_same_throughout_is_100_percent() -> None:
    assert likeness_label(1.0).startswith("100%")
    assert likeness_label(0.9999).startswith("99%")


def test_ids_survive_in_the_address_of_a_comparison() -> None:
    assert compare_url("a b/ä", "?&=") == "/compare?a=a+b%2F%C3%A4&b=%3F%26%3D"


def test_a_comparison_counts_what_differs() -> None:
    page = build_compare_page(
        build_article("a", title="First", body="The old harbour is shut", day="2022-01-01"),
        build_article("b", title="Second", body="The harbour is open again"),
    )
    assert (
        page.summary
        == "60% of the words are the same. 2 words stand only in the first, 2 in the second."
    )
    assert (page.first.title, page.first.day_label) == ("First", "1 January 2022")
    assert (page.second.title, page.second.day_label) == ("Second", None)
    assert page.swap_url == "/compare?a=b&b=a"


def test_texts_that_are_too_long_are_not_compared_and_it_is_said() -> None:
    long = build_article("a", body="word " * MAX_WORDS + "end")
    page = build_compare_page(long, build_article("b", body="word"))
    assert page.paragraphs == ()
    assert page.too_long == (
        "These articles have 8,001 and 1 words; up to 8,000 can be compared word by word. "
        "Open them one beside the other."
    )
