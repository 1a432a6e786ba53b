"""Lines know where they stand and whether they read as running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.extract.lines import Line, split_lines

WORDS = "The council of Valmere decided on Friday that it may stay"


def line_of(text: str) -> Line:
    (line,) = split_lines(text)
    return line


@given(st.text(alphabet="aB. \n\t\u00a0(“”)–", max_size=60))
def test_lines_hold_every_character_that_is_not_blank(text: str) -> None:
    lines = split_lines(text)
    assert all(text[line.start : line.end] == line.text == line.text.strip() for line in lines)
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        (f"{WORDS}.", True),
        (f"{WORDS}!”", True),
        (f"{WORDS} (dpa)", False),
        (f"{WORDS}. (as with dpa material)", True),
        (f"{WORDS} …", True),
        (WORDS, False),
        ("Harbour Works Inc.", False),
        ("Tom Miller Jr.", False),
        ("Anna B.", False),
        ("”", False),
    ],
)
def test_a_line_is_closed_if_it_ends_as_a_sentence_does(text: str, closed: bool) -> None:
    assert line_of(text).closed is closed


@pytest.mark.parametrize(
    ("text", "prose"),
    [(f"{WORDS}.", True), (WORDS, False), ("It may stay.", False), ("word " * 40, True)],
    ids=["sentence", "heading", "short", "long"],
)
def test_prose_is_closed_or_long(text: str, prose: bool) -> None:
    assert line_of(text).prose is prose


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("By Jane Doe", "by"),
        ("VON ANNA WEBER", "von"),
        ("ByJane Doe", "by"),
        ("» Über uns", "über"),
        ("3 Comments", "3"),
        ("—", ""),
    ],
)
def test_a_line_opens_with_its_first_word(text: str, opening: str) -> None:
    assert line_of(text).opening == opening
