"""Phrases found by merging positions are those found by trying every place."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.evaluation.phrases import match_phrase
from searchapp.engine.storage.terms import Occurrences

TEXTS = st.lists(st.text("abc ", max_size=12), max_size=6)


def occurrences(texts: list[str], word: str) -> Occurrences:
    """The occurrences of a letter over texts in which every character is a place."""
    places = [[n for n, char in enumerate(text) if char == word] for text in texts]
    found = [document for document, where in enumerate(places) if where]
    return Occurrences(
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
    found, _ = match_phrase([occurrences(texts, word) for word in words], slop, len(texts))
    expected = [n for n, text in enumerate(texts) if has_phrase(text, words, slop)]
    assert sorted(set(found.tolist())) == expected
    assert found.tolist() == sorted(found.tolist())


@given(TEXTS, st.text("abc", min_size=1, max_size=4))
def test_every_place_of_the_last_word_is_told(texts: list[str], words: str) -> None:
    documents, positions = match_phrase([occurrences(texts, w) for w in words], 1, len(texts))
    ends = [
        (document, start + len(words) - 1)
        for document, text in enumerate(texts)
        for start in range(len(text))
        if text.startswith(words, start)
    ]
    assert list(zip(documents.tolist(), positions.tolist(), strict=True)) == ends


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
    matched, _ = match_phrase([occurrences([text], word) for word in words], slop, 1)
    assert bool(len(matched)) is found


def test_places_of_neighbouring_documents_are_never_near() -> None:
    texts = ["xa", "bx"]
    documents, _ = match_phrase([occurrences(texts, "a"), occurrences(texts, "b")], 3, 2)
    assert documents.tolist() == []
