"""The word lists that extraction knows: names of persons, common words, phrases for countries."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from searchapp.extract.tokens import tokenize


class PlaceKind(StrEnum):
    """What a phrase that stands for a country is."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    METONYM = "metonym"
    REGION = "region"
    CITY = "city"
    PREFIX = "prefix"
    """The first part of a joint adjective: Franco-German."""
    ABBREVIATION = "abbreviation"
    """A state after a town: “Westport, Conn.”"""
    NONE = "none"
    """A phrase that holds a country's name and means no country: “South China Sea”."""

    # Kinds are looked up for every place, and the hash of an enumeration is written in Python.
    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePhrase:
    """A phrase, as tokens, and the country it stands for (alpha-2; empty for kind NONE)."""

    tokens: tuple[str, ...]
    country: str
    kind: PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gazetteer:
    """What is known about words before any text is read; all spellings are case-sensitive.

    A gazetteer equals only itself: comparing two would take longer than reading an article.
    `places` holds, under the first token of a phrase, all phrases that begin so, longest first.
    """

    first_names: frozenset[str]
    last_names: frozenset[str]
    common_words: frozenset[str]
    places: Mapping[str, tuple[PlacePhrase, ...]]


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer that is shipped with searchapp; read once in each process."""
    return Gazetteer(
        first_names=frozenset(_lines("first_names.txt")),
        last_names=frozenset(_lines("last_names.txt")),
        common_words=frozenset(_lines("common_words.txt")),
        places=_index(_lines("places.tsv")),
    )


def _lines(name: str) -> list[str]:
    text = resources.files("searchapp.data").joinpath(name).read_text("utf-8")
    return text.splitlines()


def _index(lines: list[str]) -> dict[str, tuple[PlacePhrase, ...]]:
    grouped: dict[str, list[PlacePhrase]] = {}
    for line in lines:
        phrase, country, kind = line.split("\t")
        tokens = tokenize(phrase).texts
        place = PlacePhrase(tokens=tokens, country=country, kind=PlaceKind(kind))
        grouped.setdefault(tokens[0], []).append(place)
    return {
        first: tuple(sorted(phrases, key=lambda phrase: -len(phrase.tokens)))
        for first, phrases in grouped.items()
    }
