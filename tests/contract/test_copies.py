"""Copies: which articles are copies of each other, and how a result folds them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from searchapp.engine.embedded import EmbeddedEngine
from searchapp.errors import ArticleNotFound
from searchapp.search.engine import Engine
from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest, SortOrder
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf
from tests.contract.engines import publish_changes
from tests.contract.reference import ReferenceEngine

FERRY = (
    "The ferry Halcyon ran aground before dawn on a sandbank off the northern lighthouse while "
    "sixty passengers slept, the coast guard said. Two tugs pulled her free at high water. "
    "Nobody was hurt, and the company promised every passenger a second crossing for nothing. "
    "The captain told reporters that a buoy had drifted in the storm and that the chart was right. "
    "Divers found scratches on the keel but no leak, so she may sail again once the harbour master "
    "has read their report. Until then an older boat takes her place twice a day, with room for "
    "bicycles but not for lorries, which have to go round by the bridge at Stonewater. "
    "Fishermen had asked for a lit buoy three years ago and were told to be patient."
)
EDITED = FERRY.replace("sixty", "seventy").replace("for nothing", "free of charge")
SHORTER = FERRY.split(" The captain")[0]
OTHER = (
    "The choir of the harbour school sang in the old customs house on Sunday and collected enough "
    "for a new roof. The mayor, who had forgotten his glasses, conducted the last song by ear, "
    "and the audience of four hundred asked for it three times before anyone went home happy."
)
NOTICE = "Bridge closed: the swing bridge stays shut for repairs until Friday noon"

ARTICLES = (
    build_article("agency", title="Ferry aground", body=FERRY, day="2022-05-02", source="Wire"),
    build_article("edited", title="Ferry freed", body=EDITED, day="2022-05-03", countries=["GB"]),
    build_article("same", title="Halcyon aground", body=FERRY, day="2022-05-03", source="Herald"),
    build_article("shorter", title="Ferry, in short", body=SHORTER, day="2022-05-04"),
    build_article("choir", title="A roof by ear", body=OTHER, day="2022-05-03"),
    build_article("choir again", title="Choir sings", body=OTHER, day=None),
    build_article("notice", title="Notice", body=NOTICE, day="2022-05-01"),
    build_article("notice again", title="Notice", body=NOTICE, day="2022-05-02"),
    build_article("nearly the notice", title="Notice", body=f"{NOTICE} or so", day="2022-05-02"),
    build_article("untitled", body="A ferry.", day="2022-05-05"),
    build_article("untitled too", body="A ferry.", day="2022-05-05"),
)
FERRIES = {"agency", "edited", "same"}


@pytest.fixture
def engine(engine_of: EngineOf) -> Engine:
    return engine_of(ARTICLES)


def ids(engine: Engine, request: SearchRequest) -> list[str]:
    return [hit.id for hit in engine.search(replace(request, size=100)).hits]


def requests() -> Iterator[SearchRequest]:
    """Every order, with words and without, with filters that leave some of the copies."""
    for query in ("", "ferry OR choir OR bridge", "ferry", "halcyon"):
        for sort in SortOrder:
            asked = SearchRequest(query=query, sort=sort)
            yield asked
            yield asked.with_value(Facet.DATE, "2022-05-03")
            yield asked.with_excluded(Facet.SOURCE, "Herald")


@pytest.mark.parametrize(
    ("article", "copies"),
    [
        pytest.param("agency", {"edited", "same"}, id="a few words changed"),
        pytest.param("edited", {"agency", "same"}, id="whichever of them is asked for"),
        pytest.param("shorter", set(), id="a shortened text is another article"),
        pytest.param("choir", {"choir again"}, id="with another title, undated"),
        pytest.param("notice", {"notice again"}, id="short texts, the same throughout"),
        pytest.param("nearly the notice", set(), id="short texts that differ"),
        pytest.param("untitled", set(), id="texts that say too little"),
    ],
)
def test_near_identical_texts_are_copies(engine: Engine, article: str, copies: set[str]) -> None:
    found = engine.copies(article, 10)
    assert {copy.id for copy in found.listed} == copies
    assert found.total == len(copies)


def test_the_likest_copy_comes_first_with_the_share_of_words_in_common(engine: Engine) -> None:
    same, edited = engine.copies("agency", 10).listed
    assert (same.id, same.likeness) == ("same", 1.0)
    words = len(FERRY.split())
    assert edited.id == "edited"
    assert edited.likeness == pytest.approx(2 * (words - 3) / (2 * words + 1))
    assert (same.title, same.source, str(same.date)) == ("Halcyon aground", "Herald", "2022-05-03")


def test_no_more_copies_than_asked_for_are_listed_but_all_are_counted(engine: Engine) -> None:
    found = engine.copies("agency", 1)
    assert (len(found.listed), found.total) == (1, 2)


def test_the_copies_of_no_article_are_not_found(engine: Engine) -> None:
    with pytest.raises(ArticleNotFound):
        engine.copies("nobody", 10)


@pytest.mark.parametrize("request_number", range(len(list(requests()))))
def test_of_copies_the_first_in_the_order_stands_in_the_list(
    engine: Engine, request_number: int
) -> None:
    asked = list(requests())[request_number]
    groups = ReferenceEngine(ARTICLES).groups()
    shown = ids(engine, asked.with_copies_shown(True))
    first = {groups[name]: name for name in reversed(shown)}
    folded = engine.search(asked.with_size(100))
    assert [hit.id for hit in folded.hits] == [name for name in shown if name in first.values()]
    in_group = [groups[name] for name in shown]
    assert [hit.similar for hit in folded.hits] == [
        in_group.count(groups[hit.id]) - 1 for hit in folded.hits
    ]
    assert (folded.total, folded.copies) == (len(shown), len(shown) - len(first))
    assert folded.listed == len(folded.hits)


@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("sort", list(SortOrder))
@pytest.mark.parametrize("shown", [False, True])
def test_pages_of_a_folded_list_lose_and_repeat_nothing(
    engine: Engine, sort: SortOrder, size: int, shown: bool
) -> None:
    asked = SearchRequest(query="ferry OR choir", sort=sort, size=size, copies_shown=shown)
    pages = [engine.search(asked.with_page(n + 1)) for n in range(engine.search(asked).pages)]
    hits = list(chain.from_iterable(page.hits for page in pages))
    assert [hit.id for hit in hits] == ids(engine, asked)
    assert len(hits) + sum(hit.similar for hit in hits) == pages[0].total
    assert all(len(page.hits) == size for page in pages[:-1])


def test_the_number_beside_a_hit_is_what_its_link_unfolds(engine: Engine) -> None:
    for asked in requests():
        for hit in engine.search(asked.with_size(100)).hits:
            unfolded = engine.search(asked.with_copies_of(hit.id).with_size(100))
            assert unfolded.total == len(unfolded.hits) == hit.similar + 1
            assert hit.id in {other.id for other in unfolded.hits}


def test_counts_of_facets_count_every_copy(engine: Engine) -> None:
    folded, shown = (
        engine.search(SearchRequest(query="ferry", copies_shown=shown)) for shown in (False, True)
    )
    assert folded.total == shown.total
    assert folded.facets == shown.facets


def test_copies_of_an_article_are_a_filter_that_facets_know(engine: Engine) -> None:
    asked = SearchRequest(copies_of="agency")
    response = engine.search(asked)
    assert {hit.id for hit in response.hits} == FERRIES
    assert {(b.value, b.count) for b in response.facet(Facet.SOURCE).buckets} == {
        ("Wire", 1),
        ("Herald", 1),
        ("none", 1),
    }
    for bucket in response.facet(Facet.SOURCE).buckets:
        after = engine.search(asked.with_value(Facet.SOURCE, bucket.value))
        assert after.total == bucket.count


def test_copies_of_no_article_are_none(engine: Engine) -> None:
    assert engine.search(SearchRequest(copies_of="nobody")).total == 0


def test_a_chain_of_small_changes_does_not_join_what_has_little_in_common(
    engine_of: EngineOf,
) -> None:
    words = [f"word{n}" for n in range(400)]
    chained = [
        build_article(f"{n:02}", body=" ".join(words[n * 12 : n * 12 + 100]), day="2022-01-01")
        for n in range(20)
    ]
    engine = engine_of(chained)
    for hit in engine.search(SearchRequest(size=100)).hits:
        first = set(engine.article(hit.id).text.split())
        for copy in engine.copies(hit.id, 100).listed:
            assert len(first & set(engine.article(copy.id).text.split())) >= 70


def test_copies_are_the_same_however_the_index_was_made(tmp_path: Path) -> None:
    for article in ARTICLES:
        publish_changes(tmp_path / "bit by bit", added=[article])
    publish_changes(tmp_path / "at once", added=reversed(ARTICLES))
    whole, grown = EmbeddedEngine(tmp_path / "at once"), EmbeddedEngine(tmp_path / "bit by bit")
    for article in ARTICLES:
        assert grown.copies(article.id, 10) == whole.copies(article.id, 10)


def test_an_article_that_is_removed_is_no_copy_any_more(tmp_path: Path) -> None:
    publish_changes(tmp_path / "index", added=ARTICLES)
    publish_changes(tmp_path / "index", removed=["same"])
    engine = EmbeddedEngine(tmp_path / "index")
    assert [copy.id for copy in engine.copies("agency", 10).listed] == ["edited"]
    assert engine.search(SearchRequest(copies_of="agency")).total == 2
