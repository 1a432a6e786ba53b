"""Snippets are true to the text: whole words, true ranges, the best stretches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.article import Article, Zone
from searchapp.engine.evaluation.binding import bind_query
from searchapp.engine.snippets.choosing import MAX_SNIPPETS
from searchapp.engine.snippets.framing import LEAD_IN, MAX_LENGTH
from searchapp.engine.snippets.marking import Marker
from searchapp.engine.snippets.stretches import mark_article, mark_title
from searchapp.engine.snippets.windows import build_snippets
from searchapp.engine.storage.analysis import iter_words
from searchapp.search.language import parse_query
from searchapp.search.response import Range, Snippet
from tests.contract.articles import build_article
from tests.unit.engine.plain_marker import PlainMarker

FILLER = "And so the long day went on with nothing much to tell about it. " * 8
WORDS = ("storm", "Storms", "rain", "big", "the", "x" * 60, "😀", "—", "naïve")
SIGNS = (" ", " ", "\n", "\t", ".", "\n\n")
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SIGNS)), max_size=90).map(
    lambda parts: "".join(word + sign for word, sign in parts).strip()
)
QUERIES = ("storm", '"big storm"', "storm rain", "sto*", "nonesuch", "-rain", "x*")


def marker(query: str) -> Marker:
    return Marker(bind_query(parse_query(query).tree))


def snippets(article: Article, query: str) -> tuple[Snippet, ...]:
    return build_snippets(article, marker(query))


def cut(text: str, ranges: tuple[Range, ...]) -> list[str]:
    return [text[start:end] for start, end in ranges]


@given(TEXTS, TEXTS, TEXTS, st.sampled_from(QUERIES))
def test_snippets_are_stretches_of_whole_words_with_true_ranges(
    lede: str, body: str, caption: str, query: str
) -> None:
    article = build_article("a", title="News", lede=lede, body=body, caption=caption)
    wanted = marker(query)
    found = build_snippets(article, wanted)
    assert len(found) <= MAX_SNIPPETS
    flat = "".join(" " if char.isspace() else char for char in article.text)
    end = 0
    for snippet in found:
        start = flat.index(snippet.text, end)
        end = start + len(snippet.text)
        assert 0 < len(snippet.text) <= MAX_LENGTH
        assert snippet.text == snippet.text.strip()
        for _, first, last in iter_words(article.text):
            assert not first < start < last
            assert not first < end < last
        for (_, before), (after, _) in zip(snippet.ranges, snippet.ranges[1:], strict=False):
            assert before <= after
        words = {word.lower().rstrip("s") for word in cut(snippet.text, snippet.ranges)}
        assert words <= {"storm", "rain", "big", "x" * 60}


@given(TEXTS, TEXTS, st.sampled_from(QUERIES))
def test_snippets_are_those_of_a_text_read_word_by_word(lede: str, body: str, query: str) -> None:
    article = build_article("a", title="Storm of the day", lede=lede, body=body)
    plain = PlainMarker(bind_query(parse_query(query).tree))
    assert snippets(article, query) == build_snippets(article, plain)
    assert mark_title(article, marker(query)) == mark_title(article, plain)


@given(TEXTS, st.sampled_from(["storm rain", "storm OR rain OR big", '"big storm" OR rain']))
def test_no_stretch_shows_more_of_the_query_than_the_snippets(body: str, query: str) -> None:
    article = build_article("a", body=body)
    marks = marker(query).mark("body", article.text)
    forms = {article.text[mark.start : mark.end]: mark.leaf for mark in marks}
    shown = {forms[word] for s in snippets(article, query) for word in cut(s.text, s.ranges)}
    for first, mark in enumerate(marks):
        end = article.text.find("\n\n", mark.start)
        reach = min(mark.start + MAX_LENGTH - LEAD_IN, len(article.text) if end < 0 else end)
        inside = {other.leaf for other in marks[first:] if other.end <= reach}
        assert len(inside) <= len(shown)


DENSE = st.lists(st.sampled_from(("storm", "rain", "big", "x" * 20, "y" * 45)), max_size=200)


@given(DENSE, st.sampled_from(("storm", "storm OR rain OR big")))
def test_every_match_is_shown_once_until_there_are_three_snippets(
    words: list[str], query: str
) -> None:
    article = build_article("a", body=" ".join(words))
    matches = [word for word in words if word in query.split()]
    found = snippets(article, query)
    shown = [word for snippet in found for word in cut(snippet.text, snippet.ranges)]
    if len(found) < MAX_SNIPPETS:
        assert shown == matches
    else:
        assert len(shown) <= len(matches)


@given(TEXTS, st.sampled_from(QUERIES))
def test_marks_in_the_article_are_where_its_words_are(body: str, query: str) -> None:
    article = build_article("a", title="Storm of the day", body=body)
    ranges = mark_article(article, marker(query))
    assert list(ranges) == sorted(set(ranges))
    bare = "".join(cut(article.text, ranges))
    assert not any(char.isspace() for char in bare)
    marks_title = query in ("storm", "sto*", "storm rain")
    assert cut(article.title, mark_title(article, marker(query))) == ["Storm"] * marks_title


@pytest.mark.parametrize(
    ("body", "end"),
    [
        ("storm." + ".".join(["x" * 60] * 6), "x" * 60),
        ("storm" + "漢" * 400, "漢"),
        ("storm-" + "x" * 250, "storm"),
    ],
    ids=["no spaces", "ideographs", "one word too long"],
)
def test_text_without_spaces_is_cut_between_words(body: str, end: str) -> None:
    (snippet,) = snippets(build_article("a", body=body), "storm")
    assert body.startswith(snippet.text)
    assert snippet.text.endswith(end)
    assert len(snippet.text) <= MAX_LENGTH
    assert not body[len(snippet.text)].isalnum() or body[len(snippet.text)] == "漢"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ('"big storm"', ["big", "storm"]),
        ("big storm", ["big", "storm"]),
        ("storm", ["storm"]),
    ],
)
def test_a_phrase_is_marked_only_as_a_phrase(query: str, words: list[str]) -> None:
    article = build_article("a", body=f"Storms of old. {FILLER} A big storm came.")
    found = [word for s in snippets(article, query) for word in cut(s.text, s.ranges)]
    assert found[-len(words) :] == words
    assert ("Storms" in found) is (query != '"big storm"')


def test_the_stretch_with_most_of_the_query_is_shown() -> None:
    body = f"Rain fell. {FILLER} A storm. {FILLER} The storm with rain over {FILLER}"
    found = snippets(build_article("a", body=body), "storm rain")
    assert any("storm with rain" in snippet.text for snippet in found)


def test_snippets_stand_in_the_order_of_the_text() -> None:
    body = f"One storm. {FILLER} Two storms. {FILLER} Three storms. {FILLER} Four storms."
    found = snippets(build_article("a", body=body), "storm")
    starts = [body.index(snippet.text) for snippet in found]
    assert len(found) == MAX_SNIPPETS
    assert starts == sorted(starts)


def test_without_a_match_the_beginning_is_shown() -> None:
    article = build_article("a", title="News", lede="The first words.", body="Others.")
    assert snippets(article, "title:news") == (Snippet(zone=Zone.LEDE, text="The first words."),)


def test_an_article_without_text_has_no_snippet() -> None:
    assert snippets(build_article("a", title="News"), "news") == ()


def test_debris_and_agency_notes_are_never_shown() -> None:
    article = build_article("a", body="Calm.", debris="Storm share", agency_note="Storm by dpa")
    (snippet,) = snippets(article, "storm")
    assert snippet.text == "Calm."
    assert mark_article(article, marker("storm")) == ()


def test_the_title_is_marked_where_it_stands_in_the_text() -> None:
    article = build_article("a", title="The storm", lede="Storms.")
    marks = mark_article(article, marker("title:storm"))
    assert cut(article.text, marks) == ["storm"]
