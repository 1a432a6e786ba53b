"""How alike two spellings are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.extract.likeness import (
    differ_in_a_vowel,
    jaro_winkler,
    opens_alike,
    skeleton,
)

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=12)


@pytest.mark.parametrize(
    "spellings",
    [
        ("gorbachev", "gorbatschow", "gorbatchev", "gorbachov"),
        ("lukashenko", "lukaschenko", "lukaszenka"),
        ("mohammed", "muhammad", "mohamed"),
        ("yeltsin", "jelzin", "eltsine"),
        ("alexander", "aleksander"),
    ],
)
def test_spellings_of_a_name_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(spelling) for spelling in spellings}) == 1


# Winkler's own examples, rounded as he printed them.
@pytest.mark.parametrize(
    ("first", "second", "similarity"),
    [
        ("martha", "marhta", 0.961),
        ("dwayne", "duane", 0.840),
        ("dixon", "dicksonx", 0.813),
        ("abc", "xyz", 0.0),
        ("", "", 1.0),
        ("a", "", 0.0),
    ],
)
def test_jaro_winkler_gives_the_published_values(
    first: str, second: str, similarity: float
) -> None:
    assert jaro_winkler(first, second) == pytest.approx(similarity, abs=0.0006)


@given(WORDS, WORDS)
def test_jaro_winkler_is_between_zero_and_one(first: str, second: str) -> None:
    assert 0.0 <= jaro_winkler(first, second) <= 1.0


@given(WORDS)
def test_a_word_is_wholly_like_itself(word: str) -> None:
    assert jaro_winkler(word, word) == 1.0


def test_a_vowel_that_is_another_tells_surnames_apart() -> None:
    assert differ_in_a_vowel("jensen", "jenson")
    assert not differ_in_a_vowel("karpov", "karpow")
    assert not differ_in_a_vowel("natalya", "natalia")


def test_words_open_alike_with_a_consonant_or_with_none() -> None:
    assert opens_alike("jelzin", "eltsin")
    assert not opens_alike("regis", "ericks")
