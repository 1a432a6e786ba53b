"""Every part of a search is a chip that takes it away and nothing else."""

import pytest

from searchapp.search.facets import Facet
from searchapp.search.periods import parse_range
from searchapp.search.request import SearchRequest
from searchapp.search.response import SearchResponse
from searchapp.web.presenters.chips import Chip, build_chips, build_constraints
from searchapp.web.presenters.search_page import build_search_page


def chips(request: SearchRequest) -> tuple[Chip, ...]:
    return build_chips(answer(request))


def answer(request: SearchRequest) -> SearchResponse:
    return SearchResponse(request=request, total=0, took_ms=1, pages=0)


def texts(found: tuple[Chip, ...]) -> list[tuple[str, str]]:
    return [(f"{'not ' if chip.excluded else ''}{chip.kind}", chip.text) for chip in found]


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("", []),
        ("grain", [("Words", "grain")]),
        ("grain deal", [("Words", "grain deal")]),
        ("grain OR corn", [("Words", "grain OR corn")]),
        ('grain "black sea" deal', [("Words", "grain deal"), ("Phrase", "black sea")]),
        ("title:grain", [("Title", "grain")]),
        (
            "grain body:sea caption:ship",
            [("Words", "grain"), ("Text", "sea"), ("Caption", "ship")],
        ),
        ("grain -corn", [("Words", "grain"), ("not Word", "corn")]),
        ("grain -person:putin", [("Words", "grain"), ("not Person", "putin")]),
        (
            "grain date:[2022 TO 2023] country:ua",
            [("Words", "grain"), ("Date", "[2022 TO 2023]"), ("Country", "ua")],
        ),
    ],
)
def test_the_query_comes_apart_into_chips(query: str, parts: list[tuple[str, str]]) -> None:
    assert texts(chips(SearchRequest(query=query))) == parts


def test_a_chip_of_the_query_leaves_the_rest_of_it() -> None:
    request = SearchRequest(query='grain "black sea" title:deal').with_value(Facet.COUNTRY, "UA")
    left = [chip.request.query for chip in chips(request)]
    assert left == [
        '"black sea" title:deal',
        "grain title:deal",
        'grain "black sea"',
        request.query,
    ]
    assert chips(request)[3].request == request.without_facet(Facet.COUNTRY)


def test_values_and_the_period_have_chips() -> None:
    request = (
        SearchRequest()
        .with_value(Facet.PERSON, "none")
        .with_excluded(Facet.AUTHOR, "A")
        .with_required(Facet.SECTION, "b")
        .with_period(parse_range("2022", None))
    )
    assert texts(chips(request)) == [
        ("Period", "from 1 January 2022"),
        ("Person", "No person"),
        ("not Author", "A"),
        ("Section", "b"),
    ]


def test_of_an_empty_result_each_word_can_be_dropped() -> None:
    found = build_constraints(answer(SearchRequest(query="grain deal title:x")))
    assert texts(found) == [("Word", "grain"), ("Word", "deal"), ("Title", "x")]
    assert [chip.request.query for chip in found] == ["deal title:x", "grain title:x", "grain deal"]


def test_filters_are_counted_without_the_query() -> None:
    request = SearchRequest(query="grain title:x").with_value(Facet.PERSON, "A")
    assert build_search_page(answer(request)).filters == 1
