"""Values that articles must have all of: X and Y in one facet."""

import pytest

from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest
from searchapp.search.selection import Selection
from searchapp.search.url import build_url, parse_args

BROWSE = SearchRequest()
BOTH = BROWSE.with_required(Facet.PERSON, "Xi").with_required(Facet.PERSON, "Zoë")


def chosen(request: SearchRequest) -> Selection:
    return request.selection(Facet.PERSON)


def test_required_values_add_up_and_keep_the_rest() -> None:
    request = BROWSE.with_value(Facet.PERSON, "Anna").with_excluded(Facet.PERSON, "Xi")
    request = request.with_required(Facet.PERSON, "Xi").with_required(Facet.PERSON, "Zoë")
    assert chosen(request) == Selection(
        facet=Facet.PERSON, included=("Anna",), required=("Xi", "Zoë")
    )
    assert chosen(request).chosen == ("Anna", "Xi", "Zoë")
    assert request.narrowed


@pytest.mark.parametrize(
    ("request_", "required"),
    [
        (BOTH.with_value(Facet.PERSON, "Anna"), ("Xi", "Zoë")),
        (BOTH.with_only(Facet.PERSON, "Anna"), ("Xi", "Zoë")),
        (BOTH.with_required(Facet.PERSON, "Xi"), ("Zoë", "Xi")),
        (BOTH.with_excluded(Facet.PERSON, "Xi"), ("Zoë",)),
        (BOTH.without_value(Facet.PERSON, "Zoë"), ("Xi",)),
        (BOTH.without_facet(Facet.PERSON), ()),
        (BOTH.without_filters(), ()),
    ],
    ids=["another", "only another", "again", "excluded", "let go", "facet cleared", "all cleared"],
)
def test_every_click_keeps_or_lets_go_of_what_is_required(
    request_: SearchRequest, required: tuple[str, ...]
) -> None:
    assert chosen(request_).required == required


@pytest.mark.parametrize(
    ("request_", "url"),
    [
        (BROWSE, "/search?person=Xi"),
        (BROWSE.with_only(Facet.PERSON, "Xi").with_page(3), "/search?person=Xi"),
        (BROWSE.with_only(Facet.PERSON, "Anna"), "/search?person=Anna&and-person=Xi"),
        (BROWSE.with_required(Facet.PERSON, "Xi"), "/search?and-person=Xi"),
        (
            BROWSE.with_only(Facet.PERSON, "Anna").with_value(Facet.PERSON, "Xi"),
            "/search?person=Anna&person=Xi&and-person=Xi",
        ),
        (BROWSE.with_excluded(Facet.PERSON, "Zoë"), "/search?person=Xi&not-person=Zo%C3%AB"),
    ],
    ids=[
        "nothing chosen",
        "chosen alone",
        "another chosen",
        "required",
        "among others",
        "excluded",
    ],
)
def test_narrowing_to_a_value_never_finds_more(request_: SearchRequest, url: str) -> None:
    assert build_url(request_.narrowed_to(Facet.PERSON, "Xi")) == url


def test_addresses_carry_what_is_required() -> None:
    pairs = [("and-person", "Xi"), ("and-person", "Xi"), ("and-date", "2022-1")]
    request = parse_args([*pairs, ("not-person", "Zoë"), ("and-person", "Zoë")])
    assert chosen(request) == Selection(facet=Facet.PERSON, excluded=("Zoë",), required=("Xi",))
    assert request.selection(Facet.DATE).required == ("2022-01",)
