"""Which words of a text are marked for a query."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh import query as wq

from searchapp.engine.evaluation.binding import bind_query
from searchapp.engine.snippets.marking import Marker
from searchapp.engine.storage.analysis import fold, iter_words
from searchapp.search.language import parse_query
from tests.unit.engine.plain_marker import PlainMarker


def marked(query: str, text: str, zone: str = "body") -> list[str]:
    marks = Marker(bind_query(parse_query(query).tree)).mark(zone, text)
    return [text[mark.start : mark.end] for mark in marks]


@pytest.mark.parametrize(
    ("query", "text", "words"),
    [
        ("storm", "Storms, stormy storm’s", ["Storms", "storm’s"]),
        ("café", "Cafe CAFÉ cafes", ["Cafe", "CAFÉ", "cafes"]),
        ("storm rain", "rain or storm", ["rain", "storm"]),
        ("storm OR rain", "rain or storm", ["rain", "storm"]),
        ("storm -rain", "rain or storm", ["storm"]),
        ("NOT (storm rain)", "rain or storm", []),
        ('"the storm"', "the storm, a storm, the storms", ["the", "storm"]),
        ('"storm rain"~3', "storm and then rain; storm a b c rain", ["storm", "rain"]),
        ('"a a"', "a b a a", ["a", "a"]),
        ("storm the", "the storm", ["storm"]),
        ("sto*", "a Stóne in a storm, est", ["Stóne", "storm"]),
        ("st?rm", "storm sturm stoorm", ["storm", "sturm"]),
        ("storm~", "storn form stom storms stoma", ["storn", "stom", "storms"]),
        ("storm~", "atorm tstorm stor", ["stor"]),
        ("U.S.", "the U.S. and us", ["U.S.", "us"]),
        ("title:storm", "storm", []),
        ("person:storm", "storm", []),
        ("body:storm", "storm", ["storm"]),
        ("date:2022 storm", "storm 2022", ["storm"]),
        ("", "storm", []),
        ("漢字", "漢字と漢", ["漢", "字"]),
    ],
)
def test_words_are_marked_as_the_query_means_them(query: str, text: str, words: list[str]) -> None:
    assert marked(query, text) == words


def test_each_zone_has_its_own_words() -> None:
    assert marked("title:storm rain", "storm rain", "title") == ["storm", "rain"]
    assert marked("title:storm rain", "storm rain", "caption") == ["rain"]


def test_words_of_one_part_of_the_query_share_its_leaf() -> None:
    marker = Marker(bind_query(parse_query('"big storm" rain').tree))
    leaves = [mark.leaf for mark in marker.mark("body", "big storm, rain, raining")]
    assert leaves == ["big storm", "big storm", "rain", "rain"]


@given(
    st.text("abc .\n", max_size=14),
    st.lists(st.sampled_from("abc"), min_size=2, max_size=3),
    st.integers(1, 3),
)
def test_a_phrase_marks_the_words_of_its_occurrences_and_no_others(
    letters: str, phrase: list[str], slop: int
) -> None:
    text = " ".join(letters)
    words = [(fold(word), start) for word, start, _ in iter_words(text)]
    places = [[n for n, (word, _) in enumerate(words) if word == wanted] for wanted in phrase]
    expected = {
        words[place][1]
        for chosen in product(*places)
        if all(1 <= after - before <= slop for before, after in pairwise(chosen))
        for place in chosen
    }
    marks = Marker(wq.Phrase("body_exact", phrase, slop=slop)).mark("body", text)
    assert [mark.start for mark in marks] == sorted(expected)


WORDS = (
    *("storm", "Storms", "stormy", "rain", "raining", "the", "U.S.", "us", "use", "using"),
    *("storm's", "café", "cafe\u0301", "Straße", "漢", "漢字", "が", "ΣΤΣ", "dying", "skies"),
    *("don't", "İ", "y" * 256, "1999", "😀", "durability", "happy", "filing", "x", "X.Y."),
)
SIGNS = (" ", " ", " ", ", ", "-", ".", "’s", "'", "\n\n", "_", "—")
TEXTS = st.lists(st.sampled_from(WORDS) | st.sampled_from(SIGNS), max_size=30).map("".join)
LEAVES = st.one_of(
    st.builds(
        wq.Term,
        st.sampled_from(("body", "body_exact", "text", "exact", "title")),
        st.sampled_from(("storm", "rain", "us", "use", "the", "cafe", "strasse", "漢", "x", "xy"))
        | st.sampled_from(("di", "dy", "die", "sky", "ski", "durabl", "durable", "happi", "file")),
    ),
    st.builds(
        wq.Phrase,
        st.just("body_exact"),
        st.lists(st.sampled_from(("storm", "the", "us", "x", "漢", "字")), min_size=2, max_size=3),
        st.integers(1, 3),
    ),
    st.builds(wq.Prefix, st.just("body_exact"), st.sampled_from(("s", "sto", "u", "19", "か"))),
    st.builds(wq.Wildcard, st.just("body_exact"), st.sampled_from(("st*m", "*m", "?se", "u*"))),
    st.builds(
        wq.FuzzyTerm,
        st.just("body_exact"),
        st.sampled_from(("storn", "usa", "caf", "us")),
        maxdist=st.just(1),
        prefixlength=st.just(2),
    ),
)


@given(TEXTS, st.lists(LEAVES, min_size=1, max_size=3))
def test_marks_are_those_of_a_text_read_word_by_word(text: str, leaves: list[wq.Query]) -> None:
    tree = wq.Or([*leaves, wq.ConstantScoreQuery(leaves[0], 0.0)])
    assert Marker(tree).mark("body", text) == PlainMarker(tree).mark("body", text)
