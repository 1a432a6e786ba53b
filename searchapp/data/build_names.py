"""First and last names of the world, from Faker, the US Census of 1990 and our own lists."""

import importlib
import pkgutil
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Set
from importlib import resources
from pathlib import Path

import faker.providers.person as persons

from searchapp.data.romanize import romanize

# Rarer US surnames are as often a word or a place as a name.
_CENSUS = {"first": ("dist.male.first", "dist.female.first"), "last": ("dist.all.last",)}
_CENSUS_LIMIT = 40_000
_LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*")
_MARKS = str.maketrans(
    {"ı": "i", "İ": "I", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss"}
    | {"æ": "ae", "Æ": "Ae", "œ": "oe", "ə": "a", "Ə": "A", "ð": "d", "þ": "th", "Þ": "Th"}
)


def build_names(written: Path, *, everyday: Set[str]) -> dict[str, frozenset[str]]:
    """Return the names under "first" and "last", with and without accents.

    `everyday` words are no names unless the written list keeps them.
    """
    tables = tomllib.loads(written.read_text("utf-8"))
    kept = {kind: set(tables["kept"][kind].split()) for kind in ("first", "last")}
    return {
        kind: frozenset(
            spelling
            for name in (*_faker(kind), *_census(kind), *_written(tables[kind].values()))
            for spelling in (name, _without_accents(name))
            if _LATIN_NAME.fullmatch(spelling)
            and (spelling.lower() not in everyday or spelling in kept[kind])
        )
        for kind in ("first", "last")
    }


def _faker(kind: str) -> Iterator[str]:
    for module in pkgutil.iter_modules(persons.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in sorted(dir(provider)):
            if kind not in attribute or "name" not in attribute or attribute.startswith("_"):
                continue
            listed = getattr(provider, attribute)
            if not isinstance(listed, Iterable) or "format" in attribute:
                continue
            for name in listed:
                if isinstance(name, str):
                    yield from _latin_parts(name, module.name.split("_")[0])


def _latin_parts(name: str, language: str) -> Iterator[str]:
    for part in name.split():
        if _LATIN_NAME.fullmatch(part):
            yield part.title() if part.isupper() else part
        elif (romanized := romanize(part, language)) is not None:
            yield romanized


def _census(kind: str) -> Iterator[str]:
    for file in _CENSUS[kind]:
        lines = resources.files("names").joinpath(file).read_text("ascii").splitlines()
        for line in lines[:_CENSUS_LIMIT]:
            name = line.split()[0].capitalize()
            yield name
            if name.startswith("Mc") and len(name) > 4:
                yield "Mc" + name[2:].capitalize()


def _written(lists: Iterable[str]) -> Iterator[str]:
    for listed in lists:
        yield from listed.split()


def _without_accents(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name.translate(_MARKS))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
