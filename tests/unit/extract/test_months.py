"""The names of the months."""

import pytest

from searchapp.extract.months import MONTHS


@pytest.mark.parametrize(
    ("name", "number"),
    [("january", 1), ("märz", 3), ("août", 8), ("września", 9), ("kasım", 11), ("грудня", 12)],
)
def test_a_month_is_known_by_its_name_in_many_languages(name: str, number: int) -> None:
    assert MONTHS[name] == number


def test_names_are_in_small_letters_as_they_are_looked_up() -> None:
    assert [name for name in MONTHS if name != name.lower()] == []


def test_every_month_has_many_names() -> None:
    numbers = list(MONTHS.values())
    assert [number for number in range(1, 13) if numbers.count(number) < 12] == []
