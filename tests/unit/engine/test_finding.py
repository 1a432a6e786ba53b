"""Words are found by their first letters as reading the whole text would find them."""

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.snippets import finding
from searchapp.engine.snippets.finding import find_words, open_place, spell, word_around
from searchapp.engine.storage.analysis import MAX_WORD_LENGTH, fold, match_words

PARTS = (
    *("storm", "Storms", "STORM", "st", "s", "x", "us", "U.S.", "u.s.", "U.S", "U.N.S.", "s.t."),
    *("don't", "storm's", "Storm’s", "’s", "'s", "'", "’", ".", "..", "-", "_", " ", "  ", "\n"),
    *("stórm", "sto\u0301rm", "\u0301", "ﬆorm", "ſtorm", "Straße", "İstorm", "Σ", "ΣΤΣ", "ς"),
    *("漢", "漢字", "字.", "が", "か\u3099", "々", "ｓtorm", "한국", "Йод", "йод", "слово", "ёлка"),
    *("ไทย", "हिन्दी", "שָׁלוֹם", "😀", "½", "²", "1999", "№5", "ª", "…", "“", "—", "y" * 256),
)
TEXTS = st.lists(st.sampled_from(PARTS) | st.text(max_size=2), max_size=14).map("".join)
HEADS = st.lists(
    st.sampled_from(("storm", "st", "s", "us", "u", "x", "19", "漢", "字", "か", "й", "ст", "sr"))
    | st.sampled_from(PARTS).map(fold).filter(bool),
    min_size=1,
    max_size=3,
)


@given(TEXTS, HEADS)
def test_no_word_that_begins_so_is_missed_and_nothing_but_words_is_found(
    text: str, heads: list[str]
) -> None:
    spans = {word.span() for word in match_words(text)}
    found = {word.span() for word in find_words(text, spell(heads))}
    assert {(start, end) for start, end in found if end - start <= MAX_WORD_LENGTH} <= spans
    wanted = {
        word.span() for word in match_words(text) if fold(word.group()).startswith(tuple(heads))
    }
    assert wanted <= found


def test_few_words_are_found_beside_those_that_begin_so() -> None:
    text = "The storm of the century, a storm of storms, has astonished stormy Stoke. " * 9
    found = [word.group() for word in find_words(text, spell(("storm",)))]
    assert found == ["storm", "storm", "storms", "stormy"] * 9


@given(TEXTS, st.integers(0, 40))
def test_the_word_around_a_place_is_the_one_that_reading_on_from_the_start_finds(
    text: str, place: int
) -> None:
    place = min(place, len(text))
    expected = [word.span() for word in match_words(text) if word.start() <= place < word.end()]
    found = word_around(text, place)
    assert ([found.span()] if found else []) == expected


@given(TEXTS, st.integers(0, 40))
def test_reading_on_from_an_open_place_finds_the_same_words(text: str, place: int) -> None:
    start = open_place(text, min(place, len(text)))
    assert start <= place
    after = [word.span() for word in match_words(text) if word.end() > start]
    assert [word.span() for word in match_words(text, start)] == after


def test_characters_taken_as_they_are_fold_to_their_lower_case() -> None:
    letters = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    plain = [c for c in letters if not finding._UNFOLDED.match(c)]
    inside = [c for c in plain if c.isalnum() or unicodedata.category(c).startswith("M")]
    assert len(inside) > 20_000
    assert [c for c in inside if c.lower() != fold(c) or len(c.lower()) != 1] == []
