"""The table of promises names tests that there are, and every promise has its row."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "reliability.md").read_text()
NAMED = sorted(set(re.findall(r"`(tests/[\w/.-]+?)(?:::(\w+))?`", TEXT)))
ROWS = re.findall(r"^\| ([^|]+?) \|", TEXT, re.MULTILINE)
EXPECTED = [
    *(f"F{number}" for number in range(1, 22)),
    *(f"B{number}" for number in range(1, 61)),
    *(f"Q{number}" for number in range(1, 33)),
    *(f"L{number}" for number in (1, 3, 4, 5, 6, 7)),
    *(f"S{number}" for number in range(1, 9)),
]


def numbers_of(cell: str) -> list[str]:
    """The promises a row is about: “B26–B29, B31” are five."""
    found = []
    for first, last in re.findall(r"([A-Z]\d+)(?:–[A-Z](\d+))?", cell):
        kind, start = first[0], int(first[1:])
        found += [f"{kind}{number}" for number in range(start, int(last or start) + 1)]
    return found


@pytest.mark.parametrize(("path", "name"), NAMED, ids=lambda part: str(part))
def test_a_named_test_is_there(path: str, name: str) -> None:
    assert (ROOT / path).exists()
    if name:
        assert f"\ndef {name}(" in (ROOT / path).read_text()


def test_every_promise_has_one_row() -> None:
    promised = [number for cell in ROWS for number in numbers_of(cell)]
    assert sorted(promised) == sorted(EXPECTED)
