"""“Why here?”: the parts of an explanation are those of the score, and say where the words are."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.article import Zone
from searchapp.engine.embedded import EmbeddedEngine
from searchapp.errors import ArticleNotFound
from searchapp.search.engine import Engine
from searchapp.search.explanation import Explanation
from searchapp.search.request import SearchRequest, SortOrder
from tests.contract.archive import STORM, TALKS
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf
from tests.contract.engines import publish_changes
from tests.contract.stock import Publications, publications
from tests.contract.strategies import QUERIES


def added_up(explanation: Explanation) -> float:
    return sum(part.score for part in explanation.parts)


@given(publications(), st.lists(QUERIES, min_size=1, max_size=4))
def test_the_parts_add_up_to_the_score_of_every_hit(
    several: Publications, queries: list[str]
) -> None:
    with TemporaryDirectory() as folder:
        for added, removed in several:
            publish_changes(Path(folder) / "index", added=added, removed=removed)
        engine = EmbeddedEngine(Path(folder) / "index")
        for query in queries:
            request = SearchRequest(query=query, sort=SortOrder.RELEVANCE, size=100)
            for hit in engine.search(request).hits:
                explanation = engine.explain(hit.id, query)
                assert explanation.total == pytest.approx(hit.score, abs=1e-6)
                assert added_up(explanation) == pytest.approx(hit.score, abs=1e-6)
                assert all(part.score > 0 for part in explanation.parts)
        engine.close()


@pytest.mark.parametrize(
    ("query", "term", "zones"),
    [
        ("peskov", "peskov", {Zone.BODY}),
        ('"video call"', '"video call"', {Zone.LEDE}),
        ("pesk*", "pesk*", {Zone.BODY}),
        ("peskow~", "peskow~", {Zone.BODY}),
        ("pes?ov", "pes?ov", {Zone.BODY}),
    ],
)
def test_a_part_names_what_was_looked_up_and_where_it_stands(
    marking_engine: Engine, query: str, term: str, zones: set[Zone]
) -> None:
    parts = marking_engine.explain(TALKS.id, query).parts
    assert {part.term for part in parts} == {term}
    assert {part.zone for part in parts} == zones


def test_a_word_in_several_zones_has_a_part_for_each(marking_engine_of: EngineOf) -> None:
    article = build_article("a", title="A storm", lede="Storms, storms.", body="Calm.")
    explanation = marking_engine_of([article]).explain("a", "storm")
    told = {part.zone: (part.words, part.occurrences) for part in explanation.parts}
    assert told == {Zone.HEADLINE: (("storm",), 1), Zone.LEDE: (("Storms", "storms"), 2)}
    assert explanation.total == pytest.approx(added_up(explanation))


def test_the_greatest_part_comes_first(marking_engine: Engine) -> None:
    scores = [part.score for part in marking_engine.explain(STORM.id, "storm lost").parts]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


def test_what_only_narrows_is_no_part(marking_engine: Engine) -> None:
    plain = marking_engine.explain(STORM.id, "storm")
    assert plain.parts
    assert marking_engine.explain(STORM.id, "storm country:DE -peskov") == plain


def test_what_every_result_gets_alike_has_no_term(marking_engine: Engine) -> None:
    (part,) = marking_engine.explain(STORM.id, "-peskov").parts
    assert (part.term, part.zone, part.words, part.occurrences) == ("", None, (), 0)
    assert part.score == 1.0


def test_an_article_that_does_not_match_has_no_score(marking_engine: Engine) -> None:
    assert marking_engine.explain(STORM.id, "peskov") == Explanation(total=0.0)


def test_an_unknown_article_is_not_found(marking_engine: Engine) -> None:
    with pytest.raises(ArticleNotFound):
        marking_engine.explain("nonesuch", "storm")
