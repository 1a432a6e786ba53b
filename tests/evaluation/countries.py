"""How well countries are found in Reuters news of 1987, whose editors tagged the places."""

from pathlib import Path
from time import perf_counter
from typing import Any

from searchapp.article import FacetValue, Passage, Zone
from searchapp.countries import country_code
from searchapp.extract.countries import find_countries
from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.persons import find_persons
from searchapp.extract.places import find_places
from searchapp.extract.tokens import tokenize
from searchapp.extract.unwrap import unwrap
from tests.evaluation.scores import Outcome, count, format_report, iter_documents

# Tags of 1987 whose countries have other names or no successor of the same name.
_TAGS_1987 = {
    "ussr": "RU",
    "west-germany": "DE",
    "east-germany": "DE",
    "yugoslavia": "RS",
    "czechoslovakia": "CZ",
    "zaire": "CD",
    "congo": "CG",
    "burma": "MM",
    "kampuchea": "KH",
    "ivory-coast": "CI",
    "yemen-arab-republic": "YE",
    "yemen-demo-republic": "YE",
    "us-virgin-islands": "VI",
    "uk": "GB",
    "usa": "US",
    "uae": "AE",
}
_LEDE = 300


def report(path: Path) -> str:
    """Return the figures for “about” and for “mentioned”."""
    documents = [(aside, row, article_text(row)) for aside, row in iter_documents(path)]
    load_gazetteer()
    began = perf_counter()
    found = [find_in(text, headline) for _, _, (text, headline) in documents]
    seconds = perf_counter() - began
    outcomes = [
        _outcome(row, countries, aside)
        for (aside, row, _), countries in zip(documents, found, strict=True)
    ]
    return format_report(outcomes, seconds)


def article_text(row: dict[str, Any]) -> tuple[str, int]:
    """Return an article as newspapers print it, and where its headline ends."""
    title = row["title"] or ""
    body = " ".join(part for part in (row["dateline"], row["body"]) if part)
    return unwrap(f"{title}\n\n{body}"), len(title)


def find_in(text: str, headline: int) -> tuple[FacetValue, ...]:
    """Return the countries of a text whose first `headline` characters are its headline."""
    gazetteer = load_gazetteer()
    tokens = tokenize(text)
    places = find_places(tokens, gazetteer)
    lede = min(len(text), headline + _LEDE)
    passages = (
        Passage(zone=Zone.HEADLINE, start=0, end=headline),
        Passage(zone=Zone.LEDE, start=headline, end=lede),
        Passage(zone=Zone.BODY, start=lede, end=len(text)),
    )
    persons = find_persons(text, tokens, places, passages, gazetteer)
    return find_countries(text, tokens, places, persons, passages)


def tag_code(tag: str) -> str:
    """Return the alpha-2 code of an editor's tag; the tag itself if no country has that name."""
    return _TAGS_1987.get(tag) or country_code(tag.replace("-", " ")) or tag


def _outcome(row: dict[str, Any], countries: tuple[FacetValue, ...], aside: bool) -> Outcome:
    expected = {tag_code(tag) for tag in row["places"]}
    about = {country.value for country in countries if country.about}
    return Outcome(
        id=row["id"],
        set_aside=aside,
        prose=len(row["body"] or "") >= 800,
        counts={
            "about": count(expected, about),
            "mentioned": count(expected, {country.value for country in countries}),
        },
        missed=tuple(sorted(expected - about)),
        wrong=tuple(sorted(about - expected)),
    )
