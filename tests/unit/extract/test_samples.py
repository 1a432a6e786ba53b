"""The bundled samples show every facet, and extraction finds what a careful reader finds."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from searchapp.article import Article, FacetValue, RawArticle
from searchapp.extract import ExtractOptions, build_extractor
from searchapp.ingest import SourceFile, hash_file, iter_files, read_articles

SAMPLES = Path(str(files("searchapp").joinpath("samples")))
ARTICLES = SAMPLES / "articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a careful reader finds in one sample; countries and persons in code and name order."""

    title: str
    date: str | None
    section: str | None
    agency: str | None
    source: str | None
    authors: tuple[str, ...]
    countries: tuple[str, ...]
    persons: tuple[str, ...]


def load_expected() -> dict[str, Expected]:
    rows = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
    return {
        path: Expected(
            **row
            | {
                "authors": tuple(row["authors"]),
                "countries": tuple(row["countries"]),
                "persons": tuple(row["persons"]),
            }
        )
        for path, row in rows.items()
    }


EXPECTED = load_expected()


def read_flat(path: str) -> str:
    """A sample's text with every run of blanks as one, so that no line break splits a name."""
    return " ".join((ARTICLES / path).read_text(encoding="utf-8").split())


def iter_raw() -> Iterator[RawArticle]:
    """The samples as ingest reads them; a sample that is left out fails."""
    for file in iter_files([ARTICLES]):
        assert isinstance(file, SourceFile), file
        sha256 = hash_file(file)
        assert isinstance(sha256, str), sha256
        for raw in read_articles(file, sha256):
            assert isinstance(raw, RawArticle), raw
            yield raw


@cache
def extract_all() -> dict[str, Article]:
    extractor = build_extractor(ExtractOptions())
    return {raw.path: extractor.extract(raw) for raw in iter_raw()}


def labels(values: Iterable[FacetValue]) -> tuple[str, ...]:
    return tuple(value.label for value in values)


def describe(article: Article) -> Expected:
    """The same columns, as extraction found them."""
    return Expected(
        title=article.title,
        date=article.date.isoformat() if article.date else None,
        section=article.section,
        agency=article.agency,
        source=article.source,
        authors=labels(article.authors),
        countries=tuple(sorted(place.value for place in article.countries if place.about)),
        persons=tuple(sorted(labels(article.persons))),
    )


def test_every_sample_has_an_expectation_and_every_expectation_a_sample() -> None:
    samples = {path.relative_to(ARTICLES).as_posix() for path in ARTICLES.rglob("*.txt")}
    assert samples == set(EXPECTED)


@pytest.mark.parametrize(
    ("values_of", "at_least"),
    [
        pytest.param(lambda expected: [expected.title], 60, id="titles"),
        pytest.param(lambda expected: [(expected.date or "")[:4]], 4, id="years"),
        pytest.param(lambda expected: [expected.source], 4, id="sources"),
        pytest.param(lambda expected: [expected.section], 8, id="sections"),
        pytest.param(lambda expected: [expected.agency], 4, id="agencies"),
        pytest.param(lambda expected: expected.authors, 12, id="authors"),
        pytest.param(lambda expected: expected.countries, 30, id="countries"),
        pytest.param(lambda expected: expected.persons, 50, id="persons"),
    ],
)
def test_the_samples_fill_every_facet(
    values_of: Callable[[Expected], Iterable[str | None]], at_least: int
) -> None:
    values = {value for expected in EXPECTED.values() for value in values_of(expected) if value}
    assert len(values) >= at_least


@pytest.mark.parametrize("facet", ["date", "section", "agency", "authors"])
def test_some_samples_have_no_value(facet: str) -> None:
    assert any(not getattr(expected, facet) for expected in EXPECTED.values())


@pytest.mark.parametrize("facet", ["authors", "countries", "persons"])
def test_samples_share_values_so_that_choosing_one_narrows(facet: str) -> None:
    values = [value for expected in EXPECTED.values() for value in getattr(expected, facet)]
    assert sum(values.count(value) >= 3 for value in set(values)) >= 8


@pytest.mark.parametrize("path", EXPECTED)
def test_an_expectation_speaks_of_its_own_text(path: str) -> None:
    expected, text = EXPECTED[path], read_flat(path)
    assert expected.title in text
    assert [name for name in expected.persons if name not in text] == []
    assert [name for name in expected.authors if name.casefold() not in text.casefold()] == []
    assert expected.source == path.split("/")[0]
    assert 100 <= len(text.split()) <= 400


@pytest.mark.parametrize("path", EXPECTED)
def test_an_expectation_is_written_in_its_stable_form(path: str) -> None:
    expected = EXPECTED[path]
    assert all(re.fullmatch("[A-Z]{2}", code) for code in expected.countries)
    assert list(expected.countries) == sorted(set(expected.countries))
    assert list(expected.persons) == sorted(set(expected.persons))
    assert not set(expected.authors) & set(expected.persons)
    assert expected.date is None or date.fromisoformat(expected.date).isoformat() == expected.date


@pytest.mark.parametrize("path", EXPECTED)
def test_extraction_finds_in_a_sample_what_a_careful_reader_finds(path: str) -> None:
    assert describe(extract_all()[path]) == EXPECTED[path]
