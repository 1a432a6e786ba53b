"""Snippets and marks show why an article was found, as text and ranges."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.article import Article, Zone
from searchapp.engine.embedded import EmbeddedEngine
from searchapp.engine.evaluation.binding import bind_query
from searchapp.engine.snippets.stretches import mark_article, mark_title
from searchapp.engine.snippets.windows import build_snippets
from searchapp.search.engine import Engine
from searchapp.search.language import parse_query
from searchapp.search.request import SearchRequest
from searchapp.search.response import Hit
from tests.contract.archive import CAFE, OLD, STORM, TALKS
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf
from tests.contract.engines import publish_changes
from tests.contract.stock import Publications, publications
from tests.contract.strategies import QUERIES
from tests.unit.engine.plain_marker import PlainMarker


def only_hit(engine: Engine, query: str) -> Hit:
    (hit,) = engine.search(SearchRequest(query=query)).hits
    return hit


def cut(text: str, ranges: tuple[tuple[int, int], ...]) -> list[str]:
    """The marked stretches, phrases word by word."""
    return " ".join(text[start:end] for start, end in ranges).split()


def marked(hit: Hit) -> list[str]:
    return [word for snippet in hit.snippets for word in cut(snippet.text, snippet.ranges)]


@pytest.mark.parametrize(
    ("query", "title", "words"),
    [
        ("peskov", [], ["Peskov"]),
        ("title:peace", ["Peace"], []),
        ("brûlée", [], ["brûlée"]),
        ("brulee", [], ["brûlée"]),
        ("delaying", [], ["delayed"]),
        ('"video call"', [], ["video", "call"]),
        ("peskov -nonesuch", [], ["Peskov"]),
        ("pesk*", [], ["Peskov"]),
        ("pes?ov", [], ["Peskov"]),
        ("peskow~", [], ["Peskov"]),
        ("U.S.", [], ["U.S."]),
    ],
)  # fmt: skip
def test_the_words_that_matched_are_marked(
    marking_engine: Engine, query: str, title: list[str], words: list[str]
) -> None:
    hit = only_hit(marking_engine, query)
    assert cut(hit.title, hit.title_ranges) == title
    assert marked(hit) == words


def test_title_and_text_are_marked_at_once(marking_engine: Engine) -> None:
    hit = only_hit(marking_engine, "storms lost")
    assert hit.id == STORM.id
    assert cut(hit.title, hit.title_ranges) == ["Storm"]
    assert set(marked(hit)) == {"storm", "storms", "lost"}


def test_a_snippet_says_which_zone_it_is_from(marking_engine: Engine) -> None:
    (snippet,) = only_hit(marking_engine, "confetti").snippets
    assert snippet.zone is Zone.CAPTION
    assert snippet.text == "A dancer in a storm of confetti."


def test_a_hit_found_by_its_facts_alone_shows_its_beginning(marking_engine: Engine) -> None:
    hit = only_hit(marking_engine, "country:FR")
    assert hit.title_ranges == ()
    assert [snippet.ranges for snippet in hit.snippets] == [()]
    assert hit.snippets[0].text.startswith("The naïve chef")


def test_debris_is_never_shown(marking_engine: Engine) -> None:
    for query in ("", "storm", "title:storm"):
        for hit in marking_engine.search(SearchRequest(query=query, size=100)).hits:
            assert not any("Split" in snippet.text for snippet in hit.snippets)
            assert all(snippet.zone is not Zone.DEBRIS for snippet in hit.snippets)


def test_a_long_article_is_shown_in_at_most_three_pieces_around_the_words(
    marking_engine_of: EngineOf,
) -> None:
    hay = "Nothing of note was said on this long and quiet afternoon. " * 60
    pins = ["Then a needle fell. ", "Another needle and a thread. ", "Needles! ", "A needle."]
    engine = marking_engine_of([build_article("long", body=hay + hay.join(pins))])
    hit = only_hit(engine, "needle thread")
    assert 1 <= len(hit.snippets) <= 3
    assert all(snippet.ranges for snippet in hit.snippets)
    assert all(len(snippet.text) < 600 for snippet in hit.snippets)
    assert {"needle", "thread"} <= {word.lower() for word in marked(hit)}


def test_a_snippet_of_signs_from_beyond_the_first_plane_has_true_ranges(
    marking_engine_of: EngineOf,
) -> None:
    body = "😀😀 a needle 😀 in the 😀 hay"
    hit = only_hit(marking_engine_of([build_article("emoji", body=body)]), "needle hay")
    assert marked(hit) == ["needle", "hay"]


def test_markup_in_a_text_stays_text(marking_engine_of: EngineOf) -> None:
    body = "<script>alert('needle')</script> & <b>needle</b>"
    hit = only_hit(marking_engine_of([build_article("markup", body=body)]), "needle")
    assert hit.snippets[0].text == body
    assert marked(hit) == ["needle", "needle"]


@pytest.mark.parametrize(
    ("article", "query", "words"),
    [
        pytest.param(STORM, "storm", ["Storm", "storm", "storms"], id="every form in every zone"),
        pytest.param(STORM, "split", [], id="never in debris"),
        pytest.param(TALKS, "zeppelin", [], id="never in the agency note"),
        pytest.param(TALKS, '"video call"', ["video", "call"], id="a phrase"),
        pytest.param(TALKS, "schmid", ["Schmid"], id="in the byline"),
        pytest.param(TALKS, "xi -putin", ["Xi", "Xi"], id="not what is turned away"),
        pytest.param(TALKS, "caption:xi", ["Xi"], id="only in the zone asked for"),
        pytest.param(TALKS, "author:schmid", [], id="facts mark no words"),
        pytest.param(CAFE, "resume OR the", ["résumé"], id="no stop words"),
        pytest.param(OLD, "talk", ["Talks", "talked"], id="stems"),
        pytest.param(OLD, '"putin and xi"', ["Putin", "and", "Xi"], id="stop words of a phrase"),
        pytest.param(OLD, "", [], id="no query"),
        pytest.param(OLD, 'talk "', ["Talks", "talked"], id="a query that does not parse"),
    ],
)
def test_an_articles_text_is_marked(
    marking_engine: Engine, article: Article, query: str, words: list[str]
) -> None:
    ranges = marking_engine.marks(article, query)
    assert sorted(cut(article.text, ranges)) == sorted(words)
    assert list(ranges) == sorted(ranges)


@given(publications(), st.lists(QUERIES, min_size=1, max_size=4))
def test_snippets_and_marks_are_those_of_texts_read_word_by_word(
    several: Publications, queries: list[str]
) -> None:
    with TemporaryDirectory() as folder:
        for added, removed in several:
            publish_changes(Path(folder) / "index", added=added, removed=removed)
        engine = EmbeddedEngine(Path(folder) / "index")
        for query in queries:
            plain = PlainMarker(bind_query(parse_query(query).tree))
            for hit in engine.search(SearchRequest(query=query, size=100)).hits:
                article = engine.article(hit.id)
                assert hit.snippets == build_snippets(article, plain)
                assert hit.title_ranges == mark_title(article, plain)
                assert engine.marks(article, query) == mark_article(article, plain)
        engine.close()
