"""A search narrowed to a person says how the articles write the name."""

import pytest

from searchapp.search.facets import NONE, Facet
from searchapp.search.request import SearchRequest
from searchapp.search.response import SearchResponse
from searchapp.web.presenters.spellings import build_spelled_values
from tests.web.canned_engine import hostile_response


def narrowed(facet: Facet, value: str, *, excluded: bool = False) -> SearchResponse:
    request = SearchRequest()
    request = request.with_excluded(facet, value) if excluded else request.with_value(facet, value)
    prepared = hostile_response()
    return SearchResponse(
        request=request, total=1, took_ms=1, pages=1, hits=(), facets=prepared.facets
    )


def spellings_of(facet: Facet, value: str) -> tuple[tuple[str, int], ...]:
    known = {"plain": (("Plain", 1234), ("plain", 2)), "alike": (("alike", 7),)}
    return known.get(value, ())


def test_spellings_come_with_their_counts() -> None:
    (spelled,) = build_spelled_values(narrowed(Facet.PERSON, "plain"), spellings_of)
    assert spelled.label == "plain"
    assert [(way.text, way.count) for way in spelled.spellings] == [
        ("Plain", "1,234"),
        ("plain", "2"),
    ]
    assert spelled.more == ""


def test_long_lists_are_cut_and_say_so() -> None:
    many = tuple((f"way {number}", 1) for number in range(14))
    (spelled,) = build_spelled_values(narrowed(Facet.AUTHOR, "plain"), lambda *_: many)
    assert len(spelled.spellings) == 12
    assert spelled.more == "2 other ways"


@pytest.mark.parametrize(
    "response",
    [
        pytest.param(narrowed(Facet.PERSON, "alike"), id="written as it is shown"),
        pytest.param(narrowed(Facet.PERSON, "unknown"), id="unknown"),
        pytest.param(narrowed(Facet.PERSON, NONE), id="none"),
        pytest.param(narrowed(Facet.COUNTRY, "plain"), id="no person"),
        pytest.param(narrowed(Facet.PERSON, "plain", excluded=True), id="excluded"),
    ],
)
def test_there_is_nothing_to_say(response: SearchResponse) -> None:
    assert build_spelled_values(response, spellings_of) == ()
