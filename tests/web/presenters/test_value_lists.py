"""What stands around the full list of a facet."""

import pytest

from searchapp.search.facets import EXPANDED_FACET_LIMIT, Facet
from searchapp.search.listing import Listing, ValueOrder
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket, FacetResult
from searchapp.search.url import build_url
from searchapp.web.presenters.value_lists import ValueListView, build_value_list

PLAIN = SearchRequest(query="grain").with_expanded(Facet.PERSON)
TWO_PAGES = EXPANDED_FACET_LIMIT + 1


def view(listing: Listing, *, total: int, first: int = 0) -> ValueListView:
    result = FacetResult(
        facet=listing.facet,
        buckets=(Bucket(value="a", label="a", count=1),) * min(total, 1),
        total=total,
        first=first,
        more=total > first + EXPANDED_FACET_LIMIT,
    )
    found = build_value_list(PLAIN.with_listing(listing), result)
    assert found is not None
    return found


def test_a_short_facet_has_no_list() -> None:
    assert build_value_list(SearchRequest(), FacetResult(facet=Facet.PERSON)) is None


def test_two_orders_are_offered_and_one_is_in_force() -> None:
    listing = Listing(facet=Facet.PERSON, find="sel", order=ValueOrder.NAME, page=2)
    by_count, by_name = view(listing, total=900, first=EXPANDED_FACET_LIMIT).orders
    assert (by_count.label, by_count.current) == ("By count", False)
    assert (by_name.label, by_name.current) == ("A–Z", True)
    assert by_count.url == "/search?q=grain&all=person&find-person=sel"
    assert by_name.url == "/search?q=grain&all=person&find-person=sel&order-person=name"


def test_the_form_keeps_order_and_page_beside_the_box() -> None:
    listing = Listing(facet=Facet.PERSON, find="sel", order=ValueOrder.NAME, page=2)
    found = view(listing, total=900, first=EXPANDED_FACET_LIMIT)
    assert (found.name, found.text) == ("find-person", "sel")
    assert found.state == (("order-person", "name"), ("page-person", "2"))
    assert view(Listing(facet=Facet.PERSON), total=3).state == ()


@pytest.mark.parametrize(
    ("total", "page", "shown", "status"),
    [
        pytest.param(1, 1, "", "Person: 1 value.", id="one value"),
        pytest.param(200, 1, "", "Person: 200 values.", id="all of them"),
        pytest.param(
            4321, 1, "1–200 of 4,321", "Person: 4,321 values, 1–200 listed.", id="the first of many"
        ),
        pytest.param(
            4321, 22, "4,201–4,321 of 4,321", "Person: 4,321 values, 4,201–4,321 listed.", id="last"
        ),
    ],
)
def test_a_part_of_the_list_says_which_part_it_is(
    total: int, page: int, shown: str, status: str
) -> None:
    first = (page - 1) * EXPANDED_FACET_LIMIT
    found = view(Listing(facet=Facet.PERSON, page=page), total=total, first=first)
    assert (found.shown, found.status) == (shown, status)


def test_pages_lead_back_and_on() -> None:
    listing = Listing(facet=Facet.PERSON, page=2)
    middle = view(listing, total=3 * TWO_PAGES, first=EXPANDED_FACET_LIMIT)
    assert middle.previous_url == build_url(PLAIN)
    assert middle.next_url == "/search?q=grain&all=person&page-person=3"
    last = view(listing, total=TWO_PAGES, first=EXPANDED_FACET_LIMIT)
    assert last.next_url is None
    assert view(Listing(facet=Facet.PERSON), total=TWO_PAGES).previous_url is None


def test_nothing_found_is_said_in_words() -> None:
    found = view(Listing(facet=Facet.AUTHOR, find="zz"), total=0)
    assert found.none_found == "No author has a word that begins with “zz” in these articles."
    assert found.status == found.none_found
    assert view(Listing(facet=Facet.AUTHOR, find="zz"), total=2).found == "2 found"
    assert view(Listing(facet=Facet.AUTHOR), total=2).found == ""


@pytest.mark.parametrize(
    ("facet", "label"),
    [(Facet.AUTHOR, "Find an author"), (Facet.PERSON, "Find a person")],
)
def test_the_box_is_named(facet: Facet, label: str) -> None:
    assert view(Listing(facet=facet), total=1).label == label
