"""Marks to occurrences: the words of a phrase are one."""

import pytest

from searchapp.engine.concordance import join_marks
from searchapp.engine.snippets.marking import Mark


def marks(*leaves: str) -> list[Mark]:
    """A mark of three characters every ten."""
    return [Mark(place * 10, place * 10 + 3, leaf) for place, leaf in enumerate(leaves)]


@pytest.mark.parametrize(
    ("leaves", "joined"),
    [
        ((), []),
        (("storm", "storm"), [(0, 3), (10, 13)]),
        (("video call", "video call"), [(0, 13)]),
        (("video call",) * 4, [(0, 13), (20, 33)]),
        (("video call",) * 3, [(0, 13), (20, 23)]),
        (("storm", "video call", "video call", "storm"), [(0, 3), (10, 23), (30, 33)]),
        (("a b", "a c", "a c"), [(0, 3), (10, 23)]),
    ],
    ids=["none", "words", "phrase", "two phrases", "cut phrase", "between words", "two of them"],
)
def test_following_words_of_a_phrase_are_one_occurrence(
    leaves: tuple[str, ...], joined: list[tuple[int, int]]
) -> None:
    assert list(join_marks(marks(*leaves))) == joined
