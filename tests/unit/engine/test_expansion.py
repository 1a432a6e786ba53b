"""Wildcards: any letters, or any one."""

import pytest

from searchapp.engine.evaluation.expansion import wildcard_pattern


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
