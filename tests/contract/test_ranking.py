"""Ranking: BM25F over the zones, with the scores of the published formula."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.article import Article
from searchapp.engine.storage.analysis import STOP_WORDS
from searchapp.search.engine import Engine
from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest, SortOrder
from tests.contract.archive import ARCHIVE
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf
from tests.contract.reference_ranking import build_pattern_scores, build_scores
from tests.contract.strategies import archives
from tests.contract.test_properties import embedded


def ids(engine: Engine, query: str) -> list[str]:
    return [hit.id for hit in engine.search(SearchRequest(query=query, size=100)).hits]


def scores(engine: Engine, query: str) -> dict[str, float]:
    hits = engine.search(SearchRequest(query=query, size=100)).hits
    return {hit.id: hit.score for hit in hits if hit.score is not None}


@pytest.mark.parametrize(
    "query",
    [
        *("storm", "storms", "rain OR storm", "xi putin", "harbour", "café", "the storm"),
        *("storm storms", "rain OR storm OR storms OR rain OR storm", "when does the storm"),
    ],
)
def test_scores_are_those_of_the_formula(marking_engine: Engine, query: str) -> None:
    words = [word for word in query.split() if word != "OR" and word not in STOP_WORDS]
    expected = build_scores(ARCHIVE, words)
    found = scores(marking_engine, query)
    assert found
    assert found == pytest.approx({name: expected[name] for name in found}, rel=1e-5)


@given(
    archives(),
    st.lists(st.sampled_from(["storm", "rain", "talk", "cafe"]), min_size=1, max_size=4),
)
def test_scores_are_those_of_the_formula_on_any_archive(
    articles: list[Article], words: list[str]
) -> None:
    expected = build_scores(articles, words)
    with embedded(articles) as engine:
        found = scores(engine, " OR ".join(words))
    # Scores are shown with six decimals, which is less exact than 1e-5 of a small one.
    assert found == pytest.approx(
        {name: score for name, score in expected.items() if score > 0}, rel=1e-5, abs=1e-6
    )


PATTERNS: list[tuple[str, Callable[[str], float]]] = [
    ("storm*", lambda word: word.startswith("storm")),
    ("dan*", lambda word: word.startswith("dan")),
    ("co*", lambda word: word.startswith("co")),
    ("da?ce*", lambda word: word.startswith("dance") and len(word) >= 5),
    ("rein~", lambda word: {"rein": 1.0, "reign": 0.5}.get(word, 0.0)),
    ("waves~", lambda word: {"waves": 1.0, "wave": 0.5}.get(word, 0.0)),
    ("stormy~", lambda word: {"storms": 0.5, "storm": 0.5}.get(word, 0.0)),
]


@pytest.mark.parametrize(("query", "counts"), PATTERNS, ids=[query for query, _ in PATTERNS])
def test_a_pattern_scores_as_one_word(
    marking_engine_of: EngineOf, query: str, counts: Callable[[str], float]
) -> None:
    articles = [*ARCHIVE, build_article("reign", title="Reign", body="The reign of waves, a wave.")]
    found = scores(marking_engine_of(articles), query)
    assert found
    assert found == pytest.approx(build_pattern_scores(articles, counts), rel=1e-5)


def test_of_what_a_prefix_finds_the_better_match_comes_before_the_newer(
    marking_engine_of: EngineOf,
) -> None:
    articles = [
        build_article("new", body="hay election hay hay hay", day="2022-12-30"),
        build_article("often", body="election electors elected hay hay", day="2021-01-01"),
        build_article("title", title="Elections", body="elected hay hay hay", day="1999-01-01"),
        *(build_article(f"hay {number}", body="hay hay hay hay hay") for number in range(5)),
    ]
    engine = marking_engine_of(articles)
    assert ids(engine, "elect*") == ["title", "often", "new"]
    assert ids(engine, "title:elect*") == ["title"]
    assert scores(engine, "title:elect*")["title"] == scores(engine, "elect*")["title"]


def test_a_fuzzy_word_finds_what_is_spelt_so_first(marking_engine_of: EngineOf) -> None:
    articles = [
        build_article("near", body="zelenski hay", day="2022-12-30"),
        build_article("exact", body="zelensky hay", day="1999-01-01"),
    ]
    assert ids(marking_engine_of(articles), "zelensky~") == ["exact", "near"]


ZONES = [
    build_article("byline", byline="needle", lede="hay", body="hay"),
    build_article("caption", caption="needle", lede="hay", body="hay"),
    build_article("body", lede="hay", body="needle"),
    build_article("lede", lede="needle", body="hay"),
    build_article("title", title="needle", lede="hay", body="hay"),
    *(
        build_article(
            f"hay {number}", title="hay", lede="hay", body="hay", caption="hay", byline="hay"
        )
        for number in range(5)
    ),
]


def test_a_word_weighs_most_in_the_title_and_least_in_the_byline(
    marking_engine_of: EngineOf,
) -> None:
    assert ids(marking_engine_of(ZONES), "needle") == ["title", "lede", "body", "caption", "byline"]


def test_two_words_say_more_than_one_word_in_several_zones(marking_engine_of: EngineOf) -> None:
    articles = [
        build_article("scattered", lede="needle", body="needle hay", caption="needle"),
        build_article("both", lede="hay", body="needle pin", caption="hay"),
        build_article("other", lede="hay", body="pin hay", caption="hay"),
        *(build_article(f"hay {number}", lede="hay", body="hay hay") for number in range(5)),
    ]
    found = ids(marking_engine_of(articles), "needle OR pin")
    assert found == ["both", "scattered", "other"]


@pytest.mark.parametrize(
    "question", ["when was the storm?", "How did the storm and what", "is there not a storm"]
)
def test_a_question_finds_what_its_telling_words_find(
    marking_engine: Engine, question: str
) -> None:
    assert scores(marking_engine, question) == scores(marking_engine, "storm")


def test_a_rare_word_weighs_more_than_a_common_one(marking_engine_of: EngineOf) -> None:
    articles = [build_article(f"common {number}", body="hay hay") for number in range(9)]
    articles += [build_article("rare", body="needle hay"), build_article("zz", body="hay hay")]
    assert ids(marking_engine_of(articles), "hay OR needle")[0] == "rare"


def test_filters_do_not_change_scores(marking_engine: Engine) -> None:
    plain = scores(marking_engine, "storm")
    for query in ("storm country:DE", "storm date:2022", "storm author:anna", "storm -rain"):
        found = scores(marking_engine, query)
        assert found
        assert found == pytest.approx({name: plain[name] for name in found}, rel=1e-6)
    chosen = SearchRequest(query="storm").with_value(Facet.COUNTRY, "DE")
    (hit,) = marking_engine.search(chosen).hits
    assert hit.score == pytest.approx(plain[hit.id], rel=1e-6)


@pytest.mark.parametrize("sort", [SortOrder.NEWEST, SortOrder.OLDEST])
def test_hits_in_order_of_date_have_no_score(marking_engine: Engine, sort: SortOrder) -> None:
    hits = marking_engine.search(SearchRequest(query="storm", sort=sort)).hits
    assert [hit.score for hit in hits] == [None] * len(hits)


def test_equal_scores_go_to_the_newest_then_to_the_smallest_id(marking_engine_of: EngineOf) -> None:
    days = {"d": "2021-01-01", "b": "2022-01-01", "c": None, "a": None, "e": "2022-01-01"}
    articles = [build_article(name, body="needle", day=day) for name, day in days.items()]
    assert ids(marking_engine_of(articles), "needle") == ["b", "e", "d", "a", "c"]
