"""Hard line breaks are undone without moving a single character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.extract.unwrap import unwrap

WRAPPED = """\
The harbour council of Valmere has decided that the old
lighthouse may stay where it is, although the engineer Ines
Calderon had asked for a wider entrance to the new basin.
The decision was taken with nine votes to two after a debate
that lasted until midnight and was followed by many people.

    The indented paragraph begins on a line of its own and
it is wrapped in the same way as the one that precedes it.
"""


def test_a_name_broken_over_two_lines_is_joined() -> None:
    assert "engineer Ines Calderon had" in unwrap(WRAPPED)


def test_blank_and_indented_lines_still_begin_paragraphs() -> None:
    assert "many people.\n\n    The indented" in unwrap(WRAPPED)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("One line.\nAnother line.", id="too few lines"),
        pytest.param("Home\nPolitics\nSport\nCulture\nWeather\nContact\n", id="short lines"),
        pytest.param("A paragraph that is long. " * 8 + ("\nshort" * 8), id="no common width"),
        pytest.param("\n\n\n\n\n\n\n", id="blank lines"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert unwrap(text) == text


@given(
    st.text(alphabet="ab \n", max_size=400) | st.lists(st.text("xy ", max_size=60)).map("\n".join)
)
def test_only_line_breaks_change_and_only_into_spaces(text: str) -> None:
    unwrapped = unwrap(text)
    assert len(unwrapped) == len(text)
    assert all(
        new == old or (old == "\n" and new == " ") for old, new in zip(text, unwrapped, strict=True)
    )
