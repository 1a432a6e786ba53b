"""What counts as a word, and which words are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.storage.analysis import (
    MAX_WORD_LENGTH,
    STOP_WORDS,
    fold,
    fold_text,
    iter_words,
    split_words,
    stem,
)
from searchapp.engine.storage.schema import WordAnalyzer, build_schema


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The storm, again!", ["The", "storm", "again"]),
        ("U.S. and U.S.A.", ["U.S.", "and", "U.S.A."]),
        ("the end. A new day", ["the", "end", "A", "new", "day"]),
        ("Putin's dog’s bone", ["Putin's", "dog’s", "bone"]),
        ("rock'n'roll", ["rock", "n", "roll"]),
        ("well-known snake_case", ["well", "known", "snake", "case"]),
        ("3.5 million in 2022", ["3", "5", "million", "in", "2022"]),
        ("café cafe\u0301", ["café", "cafe\u0301"]),
        ("習近平 in 北京", ["習", "近", "平", "in", "北", "京"]),
        ("Владимир Путин", ["Владимир", "Путин"]),
        ("😀 — …", []),
        ("", []),
        ("x" * MAX_WORD_LENGTH, ["x" * MAX_WORD_LENGTH]),
        ("x" * (MAX_WORD_LENGTH + 1), []),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, words: list[str]) -> None:
    assert split_words(text) == words
    assert [word for word, _, _ in iter_words(text)] == words


@given(st.text() | st.text("ab.'’sé\u0301漢 -_\n"))
def test_words_stand_where_their_offsets_say(text: str) -> None:
    end = 0
    for word, start, stop in iter_words(text):
        assert end <= start < stop
        assert text[start:stop] == word
        end = stop


@pytest.mark.parametrize(
    ("word", "exact"),
    [
        ("Storm", "storm"),
        ("CAFÉ", "cafe"),
        ("cafe\u0301", "cafe"),
        ("Straße", "strasse"),
        ("Øresund", "oresund"),
        ("Łódź", "lodz"),
        ("Æther", "aether"),
        ("U.S.", "us"),
        ("Putin's", "putin"),
        ("Putin’S", "putin"),
        ("İstanbul", "istanbul"),
        ("ﬁnal", "final"),
        ("Йод", "иод"),
        ("2022", "2022"),
    ],
)
def test_case_accents_points_and_possessives_fold_away(word: str, exact: str) -> None:
    assert fold(word) == exact
    assert fold(exact) == exact


@given(st.text())
def test_folding_leaves_something_of_every_word(text: str) -> None:
    assert all(fold(word) for word in split_words(text))


@pytest.mark.parametrize(
    ("exact", "stemmed"),
    [
        ("storms", "storm"),
        ("talking", "talk"),
        ("relations", "relat"),
        ("2022", "2022"),
        ("путина", "путина"),
        ("g20s", "g20s"),
        ("abruptly", "abrupt"),
        ("news", "news"),
    ],
)
def test_english_words_are_stemmed_and_others_stay(exact: str, stemmed: str) -> None:
    assert stem(exact) == stemmed


@pytest.mark.parametrize(
    ("exact", "stemmed"),
    [
        ("evening", "evening"),
        ("emergency", "emergenc"),
        ("added", "add"),
        ("biologists", "biolog"),
        ("anesthesiologists", "anesthesiolog"),
    ],
)
def test_stems_are_those_of_the_version_that_indexes_were_written_with(
    exact: str, stemmed: str
) -> None:
    """Versions of Snowball differ in these words. Another one needs another SCHEMA_VERSION."""
    assert stem(exact) == stemmed


@pytest.mark.parametrize("word", ["who", "us", "may", "no", "over", "after", "against", "more"])
def test_words_that_say_something_in_a_newspaper_are_no_stop_words(word: str) -> None:
    assert word not in STOP_WORDS


def test_stop_words_are_in_the_form_in_which_words_are_compared() -> None:
    assert all(fold(word) == word for word in STOP_WORDS)


def test_names_are_compared_by_their_folded_words() -> None:
    assert fold_text("  MÜLLER,  Anna ") == fold_text("muller anna") == "muller anna"


def test_the_schemas_analyzers_say_the_same() -> None:
    schema = build_schema()
    text = "The Storm’s end, the storms"
    assert [token.text for token in schema["body"].analyzer(text)] == ["storm", "end", "storm"]
    exact = schema["body_exact"].analyzer(text)
    assert [token.text for token in exact] == ["the", "storm", "end", "the", "storms"]


def test_positions_and_offsets_count_stop_words() -> None:
    tokens = [
        (token.text, token.pos, token.startchar, token.endchar)
        for token in WordAnalyzer(stemmed=True)("The end of it all")
    ]
    assert tokens == [("end", 1, 4, 7), ("all", 4, 14, 17)]
