"""Places: phrases that stand for a country."""

import pytest

from searchapp.extract.gazetteer import PlaceKind, load_gazetteer
from searchapp.extract.places import find_places
from searchapp.extract.tokens import tokenize


def countries_in(text: str) -> list[str]:
    found = find_places(tokenize(text), load_gazetteer())
    return [place.country for place in found if place.kind is not PlaceKind.NONE]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        pytest.param("Papua New Guinea and Guinea", ["PG", "GN"], id="longest phrase first"),
        pytest.param("Guinea-Bissau, Equatorial Guinea", ["GW", "GQ"], id="compound names"),
        pytest.param("North Korea fears South Korea", ["KP", "KR"], id="two Koreas"),
        pytest.param("Niger and Nigeria", ["NE", "NG"], id="one inside the other"),
        pytest.param("Dominica, the Dominican Republic", ["DM", "DO"], id="demonym in a name"),
        pytest.param("KYIV, Dec. 30", ["UA"], id="dateline in capitals"),
        pytest.param("NEW YORK, Dec. 30", ["US"], id="dateline of two words"),
        pytest.param("WESTPORT, Conn., Feb. 26", ["US"], id="town and state"),
        pytest.param("He fell ill in Westport", [], id="no state without its town"),
        pytest.param("US-China talks", ["US", "CN"], id="compound of two"),
        pytest.param("a Franco-German plan", ["FR", "DE"], id="joint adjective"),
        pytest.param("Moscow-based analysts", ["RU"], id="based"),
        pytest.param("Ukraine-News: latest", ["UA"], id="compound with a word"),
        pytest.param("anti-American mood", ["US"], id="second part"),
        pytest.param("The Kremlin and Downing Street", ["RU", "GB"], id="institutions"),
        pytest.param("Ottawa, Ankara and Canberra", ["CA", "TR", "AU"], id="capitals"),
        pytest.param("talks in Deutschland", ["DE"], id="name in another language"),
        pytest.param("the South China Sea", [], id="sea"),
        pytest.param("the New York Times said", [], id="newspaper"),
        pytest.param("Latin America", [], id="continent"),
        pytest.param("Split", [], id="share button"),
        pytest.param("Of: Jane Doe", [], id="translated byline"),
        pytest.param("turkey with china plates", [], id="lower case"),
        pytest.param("Stanley and Hamilton spoke", [], id="capitals that are surnames"),
    ],
)
def test_phrases_stand_for_countries(text: str, countries: list[str]) -> None:
    assert countries_in(text) == countries


def test_a_place_covers_its_tokens() -> None:
    tokens = tokenize("in the United Arab Emirates now")
    (place,) = find_places(tokens, load_gazetteer())
    assert tokens.texts[place.start : place.end] == ("United", "Arab", "Emirates")
    assert (place.country, place.kind) == ("AE", PlaceKind.NAME)
