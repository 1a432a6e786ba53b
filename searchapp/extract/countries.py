"""Countries: those an article is about, and those it only mentions."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from searchapp.article import FacetValue, Mention, Passage, Zone
from searchapp.countries import country_name
from searchapp.extract.gazetteer import PlaceKind
from searchapp.extract.places import Place
from searchapp.extract.tokens import Tokens
from searchapp.extract.zone_index import ZoneIndex

ABOUT_WEIGHT = 3.0
"""An article is about a country from this weight on …"""
ABOUT_REACH = 300
"""… or if it names the country within so many characters of what counts."""

_KIND_WEIGHTS: Mapping[PlaceKind, float] = {
    PlaceKind.NAME: 1.0,
    PlaceKind.DEMONYM: 1.0,
    PlaceKind.CAPITAL: 1.0,
    PlaceKind.METONYM: 1.0,
    PlaceKind.CITY: 0.7,
    PlaceKind.REGION: 0.5,
    PlaceKind.ABBREVIATION: 0.5,
}
# What stands in any other zone (bylines, debris, agency notes) does not count.
_ZONE_WEIGHTS: Mapping[Zone, float] = {
    Zone.HEADLINE: 2.0,
    Zone.LEDE: 1.5,
    Zone.BODY: 1.0,
    Zone.CAPTION: 0.7,
}
_RULES: Mapping[PlaceKind, str] = {
    PlaceKind.NAME: "name of the country",
    PlaceKind.DEMONYM: "its people or its adjective",
    PlaceKind.CAPITAL: "its capital or seat of power",
    PlaceKind.METONYM: "an institution that stands for it",
    PlaceKind.CITY: "a city in it",
    PlaceKind.REGION: "a region of it",
    PlaceKind.ABBREVIATION: "a state of it, after a town",
}
# A city's name before these is a paper, a hotel or a team.
_NAMED_AFTER = frozenset(
    """
    Post Times Tribune Herald Globe Journal Monitor Gazette Mail Star Sun Hilton Marriott Sheraton
    Hotel Marathon Agreement Accord Accords Convention Protocol Treaty Redskins Wizards Bulls
    Lakers Yankees Mets Jets Giants Knicks Bears Cubs Eagles Cowboys Broncos Dodgers Celtics
    Patriots
    """.split()
)
_PLACE_NAMES = frozenset({PlaceKind.CAPITAL, PlaceKind.CITY, PlaceKind.REGION})
_NEAR = 80
_GEORGIAS_NEIGHBOURS = frozenset("RU AM AZ TR UA".split())
_US_GEORGIA = re.compile(
    r"\bAtlanta|\bGa\.|[Gg]overnor|\bGov\.|\b[Ss]enator|\bSen\.|Savannah|Augusta|U\.S\. state|"
    r"Florida|Alabama|Carolina|Tennessee|Republican|Democrat"
)


def find_countries(
    text: str,
    tokens: Tokens,
    places: tuple[Place, ...],
    persons: tuple[FacetValue, ...],
    passages: tuple[Passage, ...],
) -> tuple[FacetValue, ...]:
    """Return the countries of an article, the weightiest first, each with its mentions.

    `about` is set where the mentions weigh at least ABOUT_WEIGHT or the first stands within
    ABOUT_REACH characters. Bylines, debris and agency notes hold no countries, nor do the names of
    persons (Chad Smith).
    """
    zones = ZoneIndex(passages)
    names = sorted([(m.start, m.end) for person in persons for m in person.mentions])
    name_starts = [start for start, _ in names]
    starts, ends = tokens.starts, tokens.ends
    means_us: bool | None = None
    mentions: dict[str, list[Mention]] = {}
    weights: dict[str, float] = {}
    for first, after, country, kind in _iter_evidence(tokens, places):
        start, end = starts[first], ends[after - 1]
        zone = zones.at(start)
        index = bisect_right(name_starts, start) - 1
        if zone not in _ZONE_WEIGHTS or (index >= 0 and start < names[index][1]):
            continue
        if country == "GE" and kind is PlaceKind.NAME:
            if means_us is None:
                means_us = _is_us_georgia(places)
            near = _US_GEORGIA.search(text, max(0, start - _NEAR), end + _NEAR)
            country = "US" if means_us or near else "GE"
        mention = Mention(zone=zone, start=start, end=end, rule=_RULES[kind])
        weight = _KIND_WEIGHTS[kind] * _ZONE_WEIGHTS[zone]
        if country in mentions:
            mentions[country].append(mention)
            weights[country] += weight
        else:
            mentions[country] = [mention]
            weights[country] = weight
    return tuple(
        FacetValue(
            value=country,
            label=country_name(country) or country,
            mentions=tuple(mentions[country]),
            about=(weights[country] >= ABOUT_WEIGHT or mentions[country][0].start < ABOUT_REACH),
        )
        for country in sorted(mentions, key=lambda c: (-weights[c], mentions[c][0].start))
    )


def _is_us_georgia(places: tuple[Place, ...]) -> bool:
    """Return whether “Georgia” is the US state by the company it keeps in the article."""
    others = {
        place.country
        for place in places
        if not (place.country == "GE" and place.kind is PlaceKind.NAME)
    }
    return "US" in others and "GE" not in others and _GEORGIAS_NEIGHBOURS.isdisjoint(others)


def _iter_evidence(tokens: Tokens, places: tuple[Place, ...]) -> Iterator[Place]:
    texts = (*tokens.texts, "")
    for place in places:
        kind = place.kind
        if kind is not PlaceKind.NONE and not (
            texts[place.end] in _NAMED_AFTER and kind in _PLACE_NAMES
        ):
            yield place
