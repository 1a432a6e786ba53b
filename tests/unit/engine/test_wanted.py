"""The letters with which the words that a query wants begin."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh import query as wq

from searchapp.engine.evaluation.binding import bind_query
from searchapp.engine.snippets.wanted import read_wanted, shortest, stem_heads
from searchapp.engine.storage.analysis import iter_words, stem
from searchapp.search.language import parse_query
from tests.conftest import SAMPLES

ENDINGS = (
    "|s|es|ed|ing|ies|ied|ying|y|ly|ely|er|est|ation|ational|ator|ization|izer|ability|abilities|"
    "ibility|bly|fulness|ousness|ously|iveness|ivity|ality|alism|ical|ically|icity|ate|ated|ating|"
    "ize|ized|ment|ence|ency|ance|ancy|ology|ologies|ally|ently|ive|e|eed|eedly|sses|'s|li"
).split("|")
IRREGULAR = ("dying", "lying", "tying", "skies", "skis", "idly", "gently", "ugly", "early", "only")


def begins_as_its_stem(word: str) -> bool:
    return word.startswith(stem_heads(stem(word)))


@pytest.mark.parametrize("word", IRREGULAR)
def test_an_irregular_word_begins_as_its_stem(word: str) -> None:
    assert begins_as_its_stem(word)


def test_the_words_of_articles_begin_as_their_stems_with_any_ending() -> None:
    text = " ".join(path.read_text() for path in sorted(SAMPLES.rglob("*.txt")))
    words = sorted({word.lower() for word, _, _ in iter_words(text) if word.isascii()})
    words = [word for word in words if word.isalpha()]
    assert len(words) > 500
    endless = {word[:length] for word in words[::7] for length in (1, 2, 3, 5, len(word))}
    forms = (*words, *(start + ending for start, ending in product(endless, ENDINGS)))
    assert [form for form in forms if form.isalpha() and not begins_as_its_stem(form)] == []


@given(st.text("abcdeilstuyz", min_size=1, max_size=6), st.sampled_from(ENDINGS))
def test_any_word_begins_as_its_stem(start: str, ending: str) -> None:
    word = start + ending.strip("'")
    assert begins_as_its_stem(word)


@pytest.mark.parametrize(
    ("heads", "kept"),
    [
        ((), ()),
        (("oil", "oily", "o"), ("o",)),
        (("storm", "rain"), ("rain", "storm")),
        (("sto", "stone", "str"), ("sto", "str")),
    ],
)
def test_heads_that_begin_with_another_are_left_out(
    heads: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    assert shortest(heads) == kept


@pytest.mark.parametrize(
    ("query", "heads"),
    [
        ("storm", ("storm", "s.t.o.r.m.")),
        ("happy", ("happ", "h.a.p.p.")),
        ("sto* storms", ("sto", "s.t.o.")),
        ("sto?m", ("sto", "s.t.o.")),
        ("storm~", ("st", "s.t.")),
        ("1999", ("1999",)),
        ('"the storm"', ()),
        ("-storm person:rain date:2022", ()),
        ("", ()),
    ],
)
def test_each_part_of_a_query_tells_how_its_words_begin(query: str, heads: tuple[str, ...]) -> None:
    assert read_wanted(bind_query(parse_query(query).tree))["body"].heads == heads


def test_a_pattern_may_leave_the_beginning_open() -> None:
    assert read_wanted(wq.Wildcard("exact", "*orm"))["body"].heads is None


def test_each_zone_has_its_own_words_and_equal_ones_share_them() -> None:
    wanted = read_wanted(bind_query(parse_query("body:storm rain").tree))
    assert wanted["lede"] is wanted["body"]
    assert wanted["title"] is wanted["caption"]
    assert wanted["body"].leaves["Storms"] == "storm"
    assert wanted["title"].leaves["Storms"] is None
    assert wanted["title"].leaves["raining"] == "rain"
