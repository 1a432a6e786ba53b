"""The words of names: which values have, for each word typed, one that begins so."""

import pytest

from searchapp.engine.storage.name_words import NameWords, begins

WORDS = NameWords(
    [
        (0, "Anna Müller"),
        (1, "Xi Jinping"),
        (2, "Volodymyr Zelensky"),
        (2, "Selenskyj"),
        (3, "An-Nahar U.S. Bureau"),
        (3, "An-Nahar"),
    ]
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("an", [0, 3]),
        ("AN", [0, 3]),
        ("mul", [0]),
        ("müll", [0]),
        ("ping", []),
        ("jin x", [1]),
        ("an mul", [0]),
        ("sel", [2]),
        ("volodymyr sel", [2]),
        ("us", [3]),
        ("u.s.", [3]),
        ("nah an", [3]),
        ("an xi", []),
        ("", []),
        ("!", []),
        ("\U0010ffff", []),
    ],
)
def test_values_are_found_by_the_beginnings_of_their_words(text: str, numbers: list[int]) -> None:
    assert WORDS.find(text).tolist() == numbers


def test_of_no_names_none_is_found() -> None:
    assert NameWords([]).find("an").tolist() == []


@pytest.mark.parametrize(
    ("text", "name", "does"),
    [("mul", "Anna Müller", True), ("ann mul", "Anna Müller", True), ("sel", "Zelensky", False)],
)
def test_a_name_begins_as_typed(text: str, name: str, does: bool) -> None:
    assert begins(text, name) is does
