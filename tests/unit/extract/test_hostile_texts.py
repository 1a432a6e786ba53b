"""Texts made to be slow: the work grows with their length and no faster."""

from collections import Counter

import pytest

from searchapp.article import Passage, Zone
from searchapp.extract.countries import find_countries
from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.language import find_language
from searchapp.extract.persons import find_persons
from searchapp.extract.places import find_places
from searchapp.extract.readings import Readings
from searchapp.extract.runs import iter_runs
from searchapp.extract.tokens import tokenize
from searchapp.extract.words import Word, Words

TEXTS = [
    pytest.param("A. B. C. ", id="initials"),
    pytest.param("Apple Banana Cherry ", id="capitalised words"),
    pytest.param("word and Name. ", id="no newline"),
    pytest.param(",", id="commas"),
    pytest.param("Mr. ", id="titles with a dot"),
    pytest.param("President ", id="titles"),
    pytest.param("Apple Inc ", id="companies"),
    pytest.param("Smith & ", id="ampersands"),
    pytest.param("Van van der ", id="particles"),
    pytest.param("Al-", id="hyphens"),
    pytest.param("O'Neill's ", id="apostrophes"),
    pytest.param("U.S.", id="dots"),
    pytest.param("X", id="one long word"),
    pytest.param("US-China Georgia ", id="places"),
    pytest.param("John Smith, ", id="a list"),
    pytest.param("\n", id="newlines"),
]


@pytest.mark.parametrize("unit", TEXTS)
def test_a_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    gazetteer = load_gazetteer()
    tokens = tokenize(text)
    places = find_places(tokens, gazetteer)
    passages = (Passage(zone=Zone.BODY, start=0, end=len(text)),)
    persons = find_persons(text, tokens, places, passages, gazetteer)
    countries = find_countries(text, tokens, places, persons, passages)
    find_language(text)
    mentions = [mention for value in (*persons, *countries) for mention in value.mentions]
    assert all(text[mention.start : mention.end].strip() for mention in mentions)


@pytest.mark.parametrize("unit", TEXTS)
def test_runs_divide_a_text_among_them(unit: str) -> None:
    tokens = tokenize(unit * 2_000)
    read = Counter(place for start, end in iter_runs(tokens) for place in range(start, end))
    assert not read or max(read.values()) == 1, "no token is read for two runs"


def lookups(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often a word is looked up while the persons of a text are found."""
    count = 0

    class CountingWords(Words):
        def __getitem__(self, word: str) -> Word:
            nonlocal count
            count += 1
            return super().__getitem__(word)

    words = CountingWords(load_gazetteer())
    for module in ("candidates", "readings"):
        monkeypatch.setattr(f"searchapp.extract.{module}.words_of", lambda _: words)
    readings = Readings(load_gazetteer())
    monkeypatch.setattr("searchapp.extract.candidates.readings_of", lambda _: readings)
    tokens = tokenize(text)
    find_persons(text, tokens, (), (), load_gazetteer())
    return count


@pytest.mark.parametrize("size", [200, 500])
def test_four_times_the_words_are_at_most_four_times_the_work(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(count: int) -> str:
        return " ".join(f"Ab{number:x}" for number in range(count, 2 * count))

    once = lookups(write(size), monkeypatch)
    assert once > 0
    assert lookups(write(4 * size), monkeypatch) <= 4.2 * once
