"""The order of hits and the pages they are cut into."""

from itertools import chain

import pytest

from searchapp.search.engine import Engine
from searchapp.search.request import SearchRequest, SortOrder
from tests.contract.archive import found
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf

NEWEST = "storm talks cafe sport brief old undated"
OLDEST = "old brief sport cafe storm talks undated"


@pytest.mark.parametrize(
    ("query", "sort", "names"),
    [
        pytest.param("", None, NEWEST, id="browsing begins with the newest"),
        pytest.param("", SortOrder.NEWEST, NEWEST, id="newest"),
        pytest.param("", SortOrder.OLDEST, OLDEST, id="oldest, undated still last"),
        pytest.param("", SortOrder.RELEVANCE, NEWEST, id="all are equally relevant to no query"),
        pytest.param("storm", SortOrder.NEWEST, "storm talks sport", id="newest of a query"),
        pytest.param("storm", SortOrder.OLDEST, "sport storm talks", id="oldest of a query"),
        pytest.param("-storm", None, "cafe brief old undated", id="what is left by a NOT"),
    ],
)
def test_hits_stand_in_order(
    archive_engine: Engine, query: str, sort: SortOrder | None, names: str
) -> None:
    assert found(archive_engine.search(SearchRequest(query=query, sort=sort))) == names


def test_equal_dates_and_no_dates_go_by_id(engine_of: EngineOf) -> None:
    ids = ["b", "a10", "a2", "B", "ä", "a/b", "~", "0"]
    articles = [build_article(name, body="all", day="2022-01-01") for name in ids]
    articles += [build_article(f"undated {name}", body="all") for name in ids]
    engine = engine_of(articles)
    expected = sorted(ids) + [f"undated {name}" for name in sorted(ids)]
    for sort in (SortOrder.NEWEST, SortOrder.OLDEST):
        response = engine.search(SearchRequest(sort=sort, size=100))
        assert [hit.id for hit in response.hits] == expected


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
@pytest.mark.parametrize("sort", list(SortOrder))
@pytest.mark.parametrize("query", ["", "storm OR rain"])
def test_pages_part_the_result_without_gap_or_repetition(
    archive_engine: Engine, query: str, sort: SortOrder, size: int
) -> None:
    request = SearchRequest(query=query, sort=sort, size=size)
    first = archive_engine.search(request)
    pages = [archive_engine.search(request.with_page(n + 1)) for n in range(first.pages)]
    whole = archive_engine.search(request.with_size(100))
    assert first.pages == -(-first.total // size)
    assert [len(page.hits) for page in pages[:-1]] == [size] * (first.pages - 1)
    assert list(chain.from_iterable(page.hits for page in pages)) == list(whole.hits)
    assert {page.total for page in pages} == {len(whole.hits)}


@pytest.mark.parametrize(("page", "shown"), [(1, 1), (3, 3), (4, 3), (1_000_000, 3)])
def test_a_page_beyond_the_last_is_the_last(archive_engine: Engine, page: int, shown: int) -> None:
    response = archive_engine.search(SearchRequest(size=3, page=page))
    assert response.pages == 3
    assert response.request.page == shown
    assert found(response) == found(archive_engine.search(SearchRequest(size=3, page=shown)))


def test_a_result_without_hits_has_its_first_page(archive_engine: Engine) -> None:
    response = archive_engine.search(SearchRequest(query="nonesuch", page=5))
    assert response.total == 0
    assert response.hits == ()
    assert response.request.page == 1


def test_the_answer_names_the_request_it_answers(archive_engine: Engine) -> None:
    request = SearchRequest(query="storm", sort=SortOrder.OLDEST, size=2, page=2)
    assert archive_engine.search(request).request == request


def test_an_archive_without_articles_answers_too(engine_of: EngineOf) -> None:
    response = engine_of([]).search(SearchRequest(query="storm"))
    assert (response.total, response.hits) == (0, ())
    assert all(not result.buckets for result in response.facets)
