"""Near words: one edit apart as Levenshtein counts them, and what is suggested."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.evaluation.spelling import suggest_query, within_one_edit
from searchapp.engine.storage.schema import EXACT

WORD = st.text("abc", max_size=6)


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


class _Words:
    """Words with the number of documents that have each."""

    def __init__(self, **words: int) -> None:
        self._words = words

    def documents_of(self, field: str, term: str) -> list[range]:
        return [range(self._words.get(term, 0) if field == EXACT else 0)]

    def terms_from(self, field: str, prefix: str) -> list[str]:
        known = sorted(self._words) if field == EXACT else []
        return [word for word in known if word.startswith(prefix)]


READER = _Words(president=9, storm=5, store=7, government=3, the=9, presidents=1)


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("presdent", "president"),
        ("prezidemt", "president"),
        ("stomr", "storm"),
        ("Presdent of goverment", "president of government"),
        ('"presdent" presdent', '"presdent" president'),
        ("title:presdent", None),
        ("presid*", None),
        ("-presdent", None),
        ("president", None),
        ("xyzzy", None),
        ("prs", None),
    ],
)
def test_unknown_words_are_replaced_by_likely_ones(query: str, suggestion: str | None) -> None:
    assert suggest_query(READER, query, lambda _: 1, 0) == suggestion


def test_fewer_slips_win_over_more_documents() -> None:
    reader = _Words(planting=1, planning=9)
    assert suggest_query(reader, "plantinh", lambda _: 1, 0) == "planting"


def test_of_equally_near_words_the_more_frequent_is_suggested() -> None:
    assert suggest_query(READER, "stor", lambda _: 1, 0) == "store"


def test_what_finds_no_more_is_not_suggested() -> None:
    assert suggest_query(READER, "presdent", lambda _: 4, 4) is None
