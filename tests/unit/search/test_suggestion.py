"""What is being typed: which words at the end of a query may begin a name."""

import pytest

from searchapp.search.facets import Facet
from searchapp.search.suggestion import Typed, read_typed


def typed(before: str, text: str, *, replaceable: bool = True, facet: Facet | None = None) -> Typed:
    return Typed(before=before, text=text, facet=facet, replaceable=replaceable)


@pytest.mark.parametrize(
    ("query", "several"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("grain ", (), id="a blank behind a word"),
        pytest.param("xi", (typed("", "xi"),), id="one word"),
        pytest.param(
            "grain xi jin",
            (typed("", "grain xi jin"), typed("grain", "xi jin"), typed("grain xi", "jin")),
            id="the most words first",
        ),
        pytest.param(
            "a b c d e",
            (
                typed("a", "b c d e"),
                typed("a b", "c d e"),
                typed("a b c", "d e"),
                typed("a b c d", "e"),
            ),
            id="at most four",
        ),
        pytest.param(
            'title:x "a b" xi',
            (typed('title:x "a b"', "xi"),),
            id="what is no plain word ends them",
        ),
        pytest.param(
            "a OR xi", (typed("a OR", "xi", replaceable=False),), id="an operator needs the word"
        ),
        pytest.param(
            "(a xi", (typed("(a", "xi", replaceable=False),), id="an open bracket needs the word"
        ),
        pytest.param(
            "grain Person:sel", (typed("grain", "sel", facet=Facet.PERSON),), id="a field"
        ),
        pytest.param("date:20", (), id="dates are no names"),
        pytest.param("a OR person:sel", (), id="a field behind an operator"),
        pytest.param('"grain xi', (), id="inside a phrase"),
        pytest.param("-xi", (), id="behind a minus"),
        pytest.param("grain AND", (), id="an operator"),
        pytest.param("xi*", (), id="a wildcard"),
        pytest.param("o'neil", (typed("", "o'neil"),), id="an apostrophe"),
    ],
)
def test_what_is_being_typed(query: str, several: tuple[Typed, ...]) -> None:
    assert read_typed(query) == several
