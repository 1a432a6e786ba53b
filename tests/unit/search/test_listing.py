"""How a facet's full list is read, in the request and in the address."""

import pytest

from searchapp.search.facets import Facet
from searchapp.search.listing import MAX_FIND_LENGTH, Listing, ValueOrder
from searchapp.search.request import SearchRequest
from searchapp.search.url import build_args, parse_args

PERSONS = Listing(facet=Facet.PERSON, find="sel", order=ValueOrder.NAME, page=2)


def test_a_listing_is_plain_in_the_address() -> None:
    request = SearchRequest(query="grain").with_listing(PERSONS)
    assert build_args(request) == [
        ("q", "grain"),
        ("all", "person"),
        ("find-person", "sel"),
        ("order-person", "name"),
        ("page-person", "2"),
    ]
    assert parse_args(build_args(request)) == request


@pytest.mark.parametrize(
    "args",
    [
        pytest.param([("order-person", "size")], id="no such order"),
        pytest.param([("page-person", "0")], id="no such page"),
        pytest.param([("page-person", "-1")], id="no number"),
        pytest.param([("find-person", " ")], id="nothing to find"),
        pytest.param([("find-date", "x"), ("order-date", "name")], id="dates have no list"),
        pytest.param([("order-person", "count"), ("page-person", "1")], id="as ever"),
    ],
)
def test_what_says_nothing_is_not_kept(args: list[tuple[str, str]]) -> None:
    assert parse_args(args) == SearchRequest()


def test_a_listing_alone_asks_for_the_full_list() -> None:
    request = parse_args([("find-person", "sel")])
    assert request.expanded == (Facet.PERSON,)
    assert request.listing(Facet.PERSON).find == "sel"


def test_what_is_typed_is_cut_when_it_is_too_long() -> None:
    request = parse_args([("find-person", "x" * 500)])
    assert len(request.listing(Facet.PERSON).find) == MAX_FIND_LENGTH


def test_the_first_values_alone_are_listed_in_no_special_way() -> None:
    request = SearchRequest().with_listing(PERSONS).with_expanded(Facet.COUNTRY)
    assert request.without_expanded(Facet.PERSON) == SearchRequest().with_expanded(Facet.COUNTRY)


def test_listings_stand_in_the_order_of_the_facets_and_the_plain_one_is_none() -> None:
    authors = Listing(facet=Facet.AUTHOR, find="x")
    request = SearchRequest().with_listing(authors).with_listing(PERSONS)
    assert request.listings == (PERSONS, authors)
    assert request.with_listing(Listing(facet=Facet.PERSON)).listings == (authors,)


def test_a_listing_changes_nothing_that_is_found() -> None:
    request = SearchRequest(query="grain", page=3)
    assert request.with_listing(PERSONS).page == 3
    assert not request.with_listing(PERSONS).narrowed
