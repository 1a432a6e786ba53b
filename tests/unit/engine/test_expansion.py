"""Fuzzy words stand for exactly the terms that are one edit away."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.evaluation.expansion import find_near, wildcard_pattern
from searchapp.engine.evaluation.spelling import within_one_edit
from searchapp.engine.storage.arrays import ArrayFile, write_arrays
from searchapp.engine.storage.lexicon import Lexicon, string_arrays

WORDS = st.text("abé漢", min_size=1, max_size=6)


def build_lexicon(folder: Path, words: Iterable[str]) -> Lexicon:
    path = folder / "words.arrays"
    path.unlink(missing_ok=True)
    write_arrays(path, string_arrays("words", sorted(set(words))))
    return Lexicon(ArrayFile(path), "words")


@given(st.lists(WORDS, max_size=30), WORDS | st.text("ab", min_size=1, max_size=6))
def test_near_words_are_those_that_a_look_at_every_word_finds(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], word: str
) -> None:
    lexicon = build_lexicon(tmp_path_factory.getbasetemp(), words)
    for start in ("", word[:1], word[:2]):
        places = lexicon.slice_of(start)
        expected = [lexicon[n] for n in places if within_one_edit(word, lexicon[n])]
        assert sorted(find_near(lexicon, places, word)) == expected


@pytest.mark.parametrize(
    ("pattern", "word", "fits"),
    [
        ("st*m", "storm", True),
        ("st*m", "stm", True),
        ("st?rm", "storm", True),
        ("st?rm", "stoorm", False),
        ("st*", "rust", False),
        ("[a]*", "[a]b", True),
        ("[a]*", "ab", False),
    ],
)
def test_stars_are_any_letters_and_question_marks_any_one(
    pattern: str, word: str, fits: bool
) -> None:
    assert bool(wildcard_pattern(pattern).fullmatch(word)) is fits
