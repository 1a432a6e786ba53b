"""A whole result has every article of its pages, in their order, from one generation."""

from pathlib import Path

import pytest
from hypothesis import given

from searchapp.article import Article
from searchapp.engine.embedded import EmbeddedEngine
from searchapp.errors import UserError
from searchapp.search.engine import Engine
from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest, SortOrder
from tests.contract.archive import ARCHIVE, STORM, TALKS
from tests.contract.articles import build_article
from tests.contract.engines import publish_changes
from tests.contract.reference import ReferenceEngine, build_document, build_exported
from tests.contract.strategies import archives, requests
from tests.contract.test_properties import embedded


def read_by_pages(engine: Engine, request: SearchRequest) -> list[str]:
    request = request.with_copies_shown(True)
    pages = engine.search(request).pages
    return [
        hit.id
        for number in range(1, pages + 1)
        for hit in engine.search(request.with_page(number)).hits
    ]


@given(archives(), requests())
def test_an_export_is_what_all_pages_show(articles: list[Article], request: SearchRequest) -> None:
    with embedded(articles) as engine:
        export = engine.export(request)
        exported = list(export.articles)
        expected = {article.id: build_exported(build_document(article)) for article in articles}
        assert export.total == len(exported) == engine.search(request).total
        assert [article.id for article in exported] == read_by_pages(engine, request)
        assert all(article == expected[article.id] for article in exported)


@given(archives(), requests())
def test_an_export_finds_what_the_reference_finds(
    articles: list[Article], request: SearchRequest
) -> None:
    with embedded(articles) as engine:
        export, expected = engine.export(request), ReferenceEngine(articles).export(request)
        assert export.request == expected.request
        assert {article.id for article in export.articles} == {
            article.id for article in expected.articles
        }


@pytest.mark.parametrize("sort", list(SortOrder))
def test_page_and_size_make_no_difference(archive_engine: Engine, sort: SortOrder) -> None:
    request = SearchRequest(query="storm OR rain", sort=sort)
    whole = [article.id for article in archive_engine.export(request).articles]
    part = archive_engine.export(request.with_size(1).with_page(2))
    assert [article.id for article in part.articles] == whole
    assert len(whole) > 3


def test_an_export_goes_on_with_the_generation_it_began_with(tmp_path: Path) -> None:
    publish_changes(tmp_path / "index", added=ARCHIVE)
    engine = EmbeddedEngine(tmp_path / "index")
    export = engine.export(SearchRequest())
    first = next(export.articles)
    publish_changes(tmp_path / "index", added=[build_article("new")], removed=[TALKS.id])
    assert engine.search(SearchRequest()).total == len(ARCHIVE)
    ids = [first.id, *(article.id for article in export.articles)]
    assert sorted(ids) == sorted(article.id for article in ARCHIVE)
    engine.close()


def test_values_are_understood_in_any_spelling(archive_engine: Engine) -> None:
    export = archive_engine.export(SearchRequest().with_value(Facet.AUTHOR, "anna muller"))
    assert STORM.id in {article.id for article in export.articles}


def test_a_query_beyond_the_limits_is_refused_before_anything_is_read(
    archive_engine: Engine,
) -> None:
    with pytest.raises(UserError):
        archive_engine.export(SearchRequest(query="x" * 5000))
