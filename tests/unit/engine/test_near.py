"""Near words: one edit apart as Levenshtein counts them, or with letters replaced."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.evaluation.near import find_near, find_replaced, within_one_edit
from searchapp.engine.storage.arrays import ArrayFile, write_arrays
from searchapp.engine.storage.lexicon import Lexicon, string_arrays

WORD = st.text("abc", max_size=6)
WORDS = st.text("abé漢", min_size=1, max_size=6)


def build_lexicon(folder: Path, words: Iterable[str]) -> Lexicon:
    path = folder / "words.arrays"
    path.unlink(missing_ok=True)
    write_arrays(path, string_arrays("words", sorted(set(words))))
    return Lexicon(ArrayFile(path), "words")


def levenshtein(one: str, other: str) -> int:
    """The textbook table (Wagner, Fischer 1974)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


@given(WORD, WORD)
def test_one_edit_is_a_levenshtein_distance_of_at_most_one(one: str, other: str) -> None:
    assert within_one_edit(one, other) is (levenshtein(one, other) <= 1)


@given(st.text(max_size=8), st.data())
def test_any_single_edit_is_within_one_edit(word: str, draw: st.DataObject) -> None:
    place = draw.draw(st.integers(0, len(word)))
    letter = draw.draw(st.characters())
    for edited in (
        word[:place] + letter + word[place:],
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place + 1 :],
    ):
        assert within_one_edit(word, edited)
        assert within_one_edit(edited, word)


@given(st.lists(WORDS, max_size=30), WORDS | st.text("ab", min_size=1, max_size=6))
def test_near_words_are_those_that_a_look_at_every_word_finds(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], word: str
) -> None:
    lexicon = build_lexicon(tmp_path_factory.getbasetemp(), words)
    for start in ("", word[:1], word[:2]):
        places = lexicon.slice_of(start)
        expected = [(n, lexicon[n]) for n in places if within_one_edit(word, lexicon[n])]
        assert list(find_near(lexicon, places, word)) == expected


@given(st.lists(st.text("ab", min_size=1, max_size=6), max_size=30), st.text("ab", min_size=1))
def test_words_with_replaced_letters_are_those_that_a_look_at_every_word_finds(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], word: str
) -> None:
    lexicon = build_lexicon(tmp_path_factory.getbasetemp(), words)
    places = lexicon.slice_of(word[0])
    expected = [
        (n, lexicon[n])
        for n in places
        if len(lexicon[n]) == len(word)
        and sum(a != b for a, b in zip(word, lexicon[n], strict=True)) <= 2
    ]
    assert list(find_replaced(lexicon, places, word, 2)) == expected
