"""Below the heading of the readers' comments, names and dates are the readers'."""

import pytest

from searchapp.extract.comments import comments_start
from searchapp.extract.layout import build_layout

PROSE = "The council of Valmere decided on Friday that the old lighthouse may stay where it is."


def start_in(*lines: str) -> int:
    return comments_start(build_layout("\n".join(lines), dayfirst=True), 0)


@pytest.mark.parametrize(
    "heading",
    [
        "Comments",
        "12 Comments",
        "Kommentare (3)",
        "Leserkommentare",
        "2 thoughts on “Old lighthouse of Valmere may stay”",
        "3 commentaires",
        "Comentarios",
    ],
)
def test_a_heading_below_the_text_begins_the_comments(heading: str) -> None:
    assert start_in("Old lighthouse may stay", PROSE, PROSE, heading, "Tom Miller") == 3


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("Comments", PROSE, PROSE), id="link above the text"),
        pytest.param((PROSE, PROSE, "Commenting on the decision"), id="subheading"),
        pytest.param((PROSE, PROSE, PROSE), id="no heading"),
    ],
)
def test_without_a_heading_below_the_text_there_are_none(lines: tuple[str, ...]) -> None:
    assert start_in("Old lighthouse may stay", *lines) == 1 + len(lines)
