"""Walking from article to article visits a result in its order, whatever its pages."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchapp.engine.embedded import EmbeddedEngine
from searchapp.errors import ArticleNotFound, UserError
from searchapp.search.engine import Engine
from searchapp.search.facets import Facet
from searchapp.search.neighbours import Neighbour, Neighbours
from searchapp.search.request import SearchRequest, SortOrder
from tests.contract.archive import ARCHIVE, CAFE, OLD, SPORT, STORM, TALKS, UNDATED
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf
from tests.contract.engines import publish_changes
from tests.contract.stock import Publications, publications
from tests.contract.strategies import requests


def listed(engine: Engine, request: SearchRequest) -> list[Neighbour]:
    """Every article of a result in its order, read page by page."""
    pages = engine.search(request.with_page(1)).pages
    return [
        Neighbour(id=hit.id, title=hit.title)
        for number in range(1, pages + 1)
        for hit in engine.search(request.with_page(number)).hits
    ]


def walked(engine: Engine, first: str, request: SearchRequest) -> list[str]:
    """The articles from one on, each the next of the one before."""
    found, at = [first], engine.neighbours(first, request)
    while at and at.next and len(found) <= len(ARCHIVE):
        found.append(at.next.id)
        at = engine.neighbours(at.next.id, request)
    return found


# Each example publishes several generations, and each of them is flushed to the disk.
@settings(max_examples=settings().max_examples // 2)
@given(publications(), st.lists(requests(), min_size=1, max_size=3))
def test_neighbours_are_those_of_the_pages_in_every_order(
    several: Publications, asked: list[SearchRequest]
) -> None:
    with TemporaryDirectory() as folder:
        for added, removed in several:
            publish_changes(Path(folder) / "index", added=added, removed=removed)
        engine = EmbeddedEngine(Path(folder) / "index")
        everything = [found.id for found in listed(engine, SearchRequest(copies_shown=True))]
        for request in asked:
            expected = listed(engine, request)
            for place, article in enumerate(expected):
                assert engine.neighbours(article.id, request) == Neighbours(
                    position=place + 1,
                    total=len(expected),
                    previous=expected[place - 1] if place else None,
                    next=expected[place + 1] if place + 1 < len(expected) else None,
                )
            results = {found.id for found in listed(engine, request.with_copies_shown(True))}
            for other in set(everything) - results:
                assert engine.neighbours(other, request) is None
        engine.close()


@pytest.mark.parametrize("size", [1, 3, 100])
@pytest.mark.parametrize("sort", list(SortOrder))
@pytest.mark.parametrize("query", ["", "storm OR rain OR talks"])
def test_walking_on_visits_exactly_the_result(
    marking_engine: Engine, query: str, sort: SortOrder, size: int
) -> None:
    request = SearchRequest(query=query, sort=sort, size=size)
    expected = [article.id for article in listed(marking_engine, request)]
    assert len(expected) > 3
    assert walked(marking_engine, expected[0], request) == expected


def test_browsing_goes_by_date_and_ends_with_the_undated(marking_engine: Engine) -> None:
    request = SearchRequest()
    assert walked(marking_engine, STORM.id, request)[:3] == [STORM.id, TALKS.id, CAFE.id]
    last = marking_engine.neighbours(UNDATED.id, request)
    assert last is not None
    assert (last.position, last.next) == (7, None)
    assert last.previous == Neighbour(id=OLD.id, title=OLD.title)


def test_the_page_makes_no_difference(marking_engine: Engine) -> None:
    request = SearchRequest(query="storm", size=1)
    assert marking_engine.neighbours(SPORT.id, request) == marking_engine.neighbours(
        SPORT.id, request.with_page(3)
    )


WIRE = (
    "The harbour of the old town was closed on Friday after a storm had torn two ships from their "
    "moorings, the port authority said; nobody was hurt, and the ferries are to sail again on "
    "Sunday when the wind has gone down and the quay has been looked at by divers."
)
COPIED = (
    build_article("herald", title="Harbour closed", body=WIRE, day="2022-01-03"),
    build_article("between", title="A storm elsewhere", body="A storm.", day="2022-01-02"),
    build_article("post", title="Harbour closed", body=WIRE, day="2022-01-01"),
    build_article("last", title="Storm over", body="It is calm after the storm.", day="2021-01-01"),
)


def test_walking_passes_over_copies_that_are_folded(marking_engine_of: EngineOf) -> None:
    engine = marking_engine_of(COPIED)
    newest = SearchRequest(query="storm", sort=SortOrder.NEWEST)
    assert walked(engine, "herald", newest) == ["herald", "between", "last"]
    oldest = newest.with_sort(SortOrder.OLDEST)
    assert walked(engine, "last", oldest) == ["last", "post", "between"]


def test_a_folded_copy_stands_where_the_listed_one_does(marking_engine_of: EngineOf) -> None:
    engine = marking_engine_of(COPIED)
    request = SearchRequest(query="storm", sort=SortOrder.NEWEST)
    assert engine.neighbours("post", request) == engine.neighbours("herald", request)
    assert engine.neighbours("post", SearchRequest(query="calm")) is None


def test_walking_visits_copies_that_are_shown(marking_engine_of: EngineOf) -> None:
    engine = marking_engine_of(COPIED)
    request = SearchRequest(query="storm", sort=SortOrder.NEWEST).with_copies_shown(True)
    assert walked(engine, "herald", request) == ["herald", "between", "post", "last"]


def test_values_are_understood_in_any_spelling(marking_engine: Engine) -> None:
    found = marking_engine.neighbours(TALKS.id, SearchRequest().with_value(Facet.COUNTRY, "russia"))
    assert found is not None
    assert (found.position, found.total) == (1, 2)


def test_an_article_outside_the_result_has_no_place_in_it(marking_engine: Engine) -> None:
    assert marking_engine.neighbours(CAFE.id, SearchRequest(query="storm")) is None


def test_an_unknown_article_is_not_found(marking_engine: Engine) -> None:
    with pytest.raises(ArticleNotFound):
        marking_engine.neighbours("nonesuch", SearchRequest())


def test_a_query_beyond_the_limits_is_refused(marking_engine: Engine) -> None:
    with pytest.raises(UserError):
        marking_engine.neighbours(STORM.id, SearchRequest(query="x" * 5000))
