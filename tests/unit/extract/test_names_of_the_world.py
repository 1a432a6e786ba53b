"""Persons in sentences with names, titles and traps of the whole world.

The sentences stand in `names_of_the_world.txt`, under headings; each is followed by “ = ” and the
persons in it, divided by “;”. A “|” stands between forms of a name that are equally good. What
begins with “? ” is answered wrongly so far, and the test says so when that changes.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.persons import find_persons
from searchapp.extract.places import find_places
from searchapp.extract.tokens import tokenize

FILE = Path(__file__).with_name("names_of_the_world.txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, the forms in which each of its persons may be found, and whether they are."""

    text: str
    persons: tuple[frozenset[str], ...]
    answered: bool


def read_sentences() -> tuple[Sentence, ...]:
    lines = FILE.read_text("utf-8").splitlines()
    return tuple(_read(line) for line in lines if line and not line.startswith("#"))


def _read(line: str) -> Sentence:
    text, _, persons = line.removeprefix("? ").rpartition(" =")
    named = [person.strip() for person in persons.split(";") if person.strip()]
    return Sentence(
        text=text,
        persons=tuple(frozenset(person.split("|")) for person in named),
        answered=not line.startswith("? "),
    )


SENTENCES = read_sentences()


def find(text: str) -> list[str]:
    gazetteer, tokens = load_gazetteer(), tokenize(text)
    persons = find_persons(text, tokens, find_places(tokens, gazetteer), (), gazetteer)
    return [person.value for person in persons]


def is_answered(sentence: Sentence) -> bool:
    found = find(sentence.text)
    named = all(any(name in forms for name in found) for forms in sentence.persons)
    return named and len(found) == len(sentence.persons)


@pytest.mark.parametrize(
    "sentence",
    [pytest.param(one, id=one.text[:40]) for one in SENTENCES if one.answered],
)
def test_exactly_the_persons_of_a_sentence_are_found(sentence: Sentence) -> None:
    assert is_answered(sentence), find(sentence.text)


def test_what_is_marked_as_wrong_is_wrong() -> None:
    """Take the mark off a sentence that is right by now."""
    assert [one.text for one in SENTENCES if not one.answered and is_answered(one)] == []


def test_hardly_any_sentence_is_answered_wrongly() -> None:
    wrong = sum(not one.answered for one in SENTENCES)
    assert len(SENTENCES) >= 200
    assert wrong <= 0.08 * len(SENTENCES)
