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
