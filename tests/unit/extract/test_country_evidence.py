"""Countries that an article is about, and those it only mentions."""

import pytest

from searchapp.article import FacetValue, Passage, Zone
from searchapp.extract.countries import find_countries
from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.persons import find_persons
from searchapp.extract.places import find_places
from searchapp.extract.tokens import tokenize

FILLER = "The plan was discussed for a while and nothing was decided in the end. " * 6


def countries_of(text: str, *passages: Passage) -> tuple[FacetValue, ...]:
    gazetteer = load_gazetteer()
    tokens = tokenize(text)
    places = find_places(tokens, gazetteer)
    persons = find_persons(text, tokens, places, passages, gazetteer)
    return find_countries(text, tokens, places, persons, passages)


def about(text: str, *passages: Passage) -> list[str]:
    return [country.value for country in countries_of(text, *passages) if country.about]


def test_an_early_mention_makes_an_article_about_a_country() -> None:
    assert about("Ministers met in Peru. " + FILLER) == ["PE"]


def test_a_late_single_mention_is_only_a_mention() -> None:
    (peru,) = countries_of(FILLER + "A guest came from Peru.")
    assert (peru.value, peru.label, peru.about) == ("PE", "Peru", False)


def test_many_late_mentions_make_an_article_about_a_country() -> None:
    assert about(FILLER + "Peru said so. Peruvian police agreed. Lima did not.") == ["PE"]


def test_the_weightiest_country_comes_first() -> None:
    text = "Chile was named once. Peru and Peruvian firms gain, and Lima is glad."
    assert about(text) == ["PE", "CL"]


def test_a_headline_weighs_more_than_the_body() -> None:
    text = "Peru votes\n\nChile and Chilean firms wait. " + FILLER
    headline = Passage(zone=Zone.HEADLINE, start=0, end=10)
    assert about(text, headline) == ["PE", "CL"]


@pytest.mark.parametrize("zone", [Zone.DEBRIS, Zone.BYLINE, Zone.AGENCY_NOTE])
def test_silent_zones_hold_no_country(zone: Zone) -> None:
    assert about("Peru\nChile votes.", Passage(zone=zone, start=0, end=4)) == ["CL"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        pytest.param("Chad Smith and Michael Jordan spoke.", [], id="inside a person's name"),
        pytest.param("Jordan and Chad signed a treaty.", ["JO", "TD"], id="the countries"),
        pytest.param("The Boston Herald wrote so.", [], id="a newspaper"),
        pytest.param("Georgia Governor Kemp spoke in Atlanta.", ["US"], id="the US state"),
        pytest.param("Georgia and Russia met in Tbilisi.", ["GE", "RU"], id="the country"),
        pytest.param("U.S. voters in Georgia and Ohio", ["US"], id="the state by its company"),
    ],
)
def test_what_only_looks_like_a_country_is_none(text: str, countries: list[str]) -> None:
    assert about(text) == countries


def test_a_mention_says_where_and_why() -> None:
    text = "The Kremlin was silent."
    (russia,) = countries_of(text)
    (mention,) = russia.mentions
    assert text[mention.start : mention.end] == "Kremlin"
    assert mention.rule == "an institution that stands for it"
