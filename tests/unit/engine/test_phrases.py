"""Phrases found by merging positions are those found by trying every place."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.evaluation.phrases import match_phrase
from searchapp.engine.storage.reader import TermPostings

TEXTS = st.lists(st.text("abc ", max_size=12), max_size=6)


def postings(texts: list[str], word: str) -> TermPostings:
    """The postings of a letter over texts in which every character is a place."""
    places = [[n for n, char in enumerate(text) if char == word] for text in texts]
    found = [document for document, where in enumerate(places) if where]
    return TermPostings(
        documents=np.array(found, np.int64),
        frequencies=np.array([len(places[document]) for document in found], np.uint8),
        positions=np.array([place for where in places for place in where], np.uint16),
    )


def has_phrase(text: str, words: str, slop: int) -> bool:
    places = [[n for n, char in enumerate(text) if char == word] for word in words]
    return any(
        all(1 <= after - before <= slop for before, after in pairwise(chosen))
        for chosen in product(*places)
    )


@given(TEXTS, st.text("abc", min_size=1, max_size=4), st.integers(1, 4))
def test_phrases_are_found_where_a_search_of_all_places_finds_them(
    texts: list[str], words: str, slop: int
) -> None:
    found = match_phrase([postings(texts, word) for word in words], slop)
    assert found.tolist() == [n for n, text in enumerate(texts) if has_phrase(text, words, slop)]


@pytest.mark.parametrize(
    ("text", "words", "slop", "found"),
    [
        ("ab", "ab", 1, True),
        ("ba", "ab", 1, False),
        ("a b", "ab", 1, False),
        ("a b", "ab", 2, True),
        ("aa", "aa", 1, True),
        ("a", "aa", 9, False),
        ("a ab", "aab", 2, True),
        ("ab  c b c", "abc", 2, False),
    ],
)
def test_each_word_is_at_most_slop_places_on(text: str, words: str, slop: int, found: bool) -> None:
    matched = match_phrase([postings([text], word) for word in words], slop)
    assert bool(len(matched)) is found


def test_places_of_neighbouring_documents_are_never_near() -> None:
    texts = ["xa", "bx"]
    assert match_phrase([postings(texts, "a"), postings(texts, "b")], 3).tolist() == []
