"""Stretches of capitalised words."""

import pytest

from searchapp.extract.runs import is_capitalised, iter_runs
from searchapp.extract.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        pytest.param("we met Olaf Scholz today", ["Olaf Scholz"], id="two words"),
        pytest.param("Ursula von der Leyen", ["Ursula von der Leyen"], id="particles inside"),
        pytest.param("Anna de", ["Anna"], id="no particle at the end"),
        pytest.param("Anna\nBerg", ["Anna", "Berg"], id="a line's end divides"),
        pytest.param("Anna, Berg", ["Anna", "Berg"], id="a comma divides"),
        pytest.param("George W. Bush", ["George W. Bush"], id="initial"),
        pytest.param("J.R.Smith", ["J.R.Smith"], id="initials without a blank"),
        pytest.param("exiled Bashar al-Assad", ["Bashar al-Assad"], id="Arabic article"),
        pytest.param("nothing here", [], id="none"),
    ],
)
def test_runs_are_found(text: str, runs: list[str]) -> None:
    tokens = tokenize(text)
    spans = [(tokens.starts[start], tokens.ends[end - 1]) for start, end in iter_runs(tokens)]
    assert [text[start:end] for start, end in spans] == runs


@pytest.mark.parametrize(
    ("word", "capitalised"),
    [("Xi", True), ("Łódź", True), ("al-Assad", True), ("al-assad", False), ("also", False)],
)
def test_an_arabic_article_does_not_hide_the_capital(word: str, capitalised: bool) -> None:
    assert is_capitalised(word) is capitalised


def test_a_run_longer_than_any_headline_is_cut() -> None:
    lengths = [end - start for start, end in iter_runs(tokenize("Word " * 250))]
    assert lengths == [100, 100, 50]
