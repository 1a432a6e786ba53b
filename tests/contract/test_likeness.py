"""More like this: what speaks of the same, and the words that say so."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from searchapp.article import Article, Zone
from searchapp.engine.embedded import EmbeddedEngine
from searchapp.engine.storage.analysis import stem
from searchapp.errors import ArticleNotFound
from searchapp.search.engine import Engine
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf
from tests.contract.engines import publish_changes
from tests.contract.reference import build_document, exact_words
from tests.contract.stock import Publications, publications

GRAIN = build_article(
    "grain",
    title="Grain accord for the Danube ports",
    body="The accord lets barges carry grain down the Danube to Constanta again.",
    day="2022-07-01",
    section="economy",
    source="Morning Herald",
)
BARGES = build_article(
    "barges",
    title="Danube barges wait",
    body="At Constanta the barges wait for grain while the accord is read.",
    day="2022-08-01",
)
CONCERT = build_article(
    "concert",
    title="A waltz night",
    body="The orchestra played the Blue Danube; a barge of grain was painted on the curtain.",
    day="2022-09-01",
)
OTHERS = tuple(
    build_article(
        f"other {n}",
        title=f"Council meets again about street {n}",
        body="The mayor spoke about lamps, trees and benches. Nobody disagreed.",
    )
    for n in range(30)
)


@pytest.fixture
def engine(marking_engine_of: EngineOf) -> Engine:
    return marking_engine_of([GRAIN, BARGES, CONCERT, *OTHERS])


def test_the_most_similar_article_comes_first_and_never_itself(engine: Engine) -> None:
    found = engine.more_like_this(GRAIN.id, 5)
    assert [article.id for article in found] == [BARGES.id, CONCERT.id]


def test_the_words_in_common_are_told_as_the_article_writes_them(engine: Engine) -> None:
    first, last = engine.more_like_this(GRAIN.id, 5)
    assert set(first.words) == {"grain", "accord", "Danube", "barges", "Constanta"}
    assert set(last.words) == {"grain", "Danube", "barges"}


def test_a_similar_article_says_what_a_list_needs(engine: Engine) -> None:
    found = engine.more_like_this(BARGES.id, 1)
    assert [(a.title, a.date, a.section, a.source) for a in found] == [
        (GRAIN.title, GRAIN.date, "economy", "Morning Herald")
    ]


def test_words_that_many_articles_have_make_none_alike(engine: Engine) -> None:
    assert engine.more_like_this(OTHERS[0].id, 5) == ()


def test_an_article_without_words_is_like_no_other(marking_engine_of: EngineOf) -> None:
    engine = marking_engine_of([build_article("empty", body="12 34"), GRAIN])
    assert engine.more_like_this("empty", 5) == ()


WIRE = (
    "Barges with grain for Constanta wait on the Danube below the locks, because the accord that "
    "lets them pass has to be read and stamped by three offices, of which one is closed for the "
    "summer and another has moved; the bargemen fish, mend their ropes and tell each other stories."
)


def test_copies_of_the_article_and_of_each_other_are_left_out(marking_engine_of: EngineOf) -> None:
    copies = [
        build_article(f"copy {n}", title="Barges wait on the Danube", body=WIRE) for n in "abc"
    ]
    engine = marking_engine_of([GRAIN, *copies, *OTHERS])
    assert [article.id for article in engine.more_like_this("copy a", 5)] == [GRAIN.id]
    [found] = engine.more_like_this(GRAIN.id, 5)
    assert found.id.startswith("copy ")


def test_an_unknown_article_is_not_found(engine: Engine) -> None:
    with pytest.raises(ArticleNotFound):
        engine.more_like_this("nonesuch", 5)


# Each example publishes several generations, and each of them is flushed to the disk.
@settings(max_examples=settings().max_examples // 2)
@given(publications())
def test_the_words_stand_in_both_articles_and_the_article_is_another_living_one(
    several: Publications,
) -> None:
    living: dict[str, Article] = {}
    with TemporaryDirectory() as folder:
        for added, removed in several:
            publish_changes(Path(folder) / "index", added=added, removed=removed)
            living = {name: article for name, article in living.items() if name not in removed}
            living |= {article.id: article for article in added}
        engine = EmbeddedEngine(Path(folder) / "index")
        for article in living.values():
            similar = engine.more_like_this(article.id, 3)
            assert len(similar) <= 3
            assert len({other.id for other in similar} | {article.id}) == len(similar) + 1
            for other in similar:
                assert len(other.words) >= 3
                both = stems_of(article) & stems_of(living[other.id])
                assert {stem(exact) for word in other.words for exact in exact_words(word)} <= both
        engine.close()


def stems_of(article: Article) -> set[str]:
    return {
        stem(word)
        for zone, words in build_document(article).passages
        for word in words
        if zone not in (Zone.DEBRIS, Zone.AGENCY_NOTE)
    }
