"""Places: the phrases of a text that stand for a country."""

from typing import NamedTuple

from searchapp.extract.gazetteer import Gazetteer, PlaceKind, PlacePhrase
from searchapp.extract.tokens import Tokens

# Longer hyphenated words are chains of debris, not compounds of places.
_MOST_PARTS = 4


class Place(NamedTuple):
    """A phrase at the tokens `start`:`end` that stands for `country` (alpha-2).

    `country` is empty where the phrase is known to mean no country (kind NONE).
    """

    start: int
    end: int
    country: str
    kind: PlaceKind


def find_places(tokens: Tokens, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places of a text in order, the longest phrase first where several begin.

    Capitals matter, but words all in capitals are read a second time as if capitalised
    (datelines). Compounds stand for every country in them: “US-China”, “Moscow-based”.
    """
    places: list[Place] = []
    texts = tokens.texts
    known = gazetteer.places
    after = 0
    for position in tokens.heads:
        word = texts[position]
        phrases = known.get(word)
        if phrases is None and not ("-" in word or word.isupper()):
            continue
        if position < after:
            continue
        if phrases is None:
            found = _longest_in_capitals(texts, position, gazetteer) if len(word) > 2 else None
        elif len(phrases[0].tokens) == 1:
            found = phrases[0]
        else:
            found = _longest(texts, position, phrases)
        if found is None:
            if "-" in word:
                places += _compound(word, position, gazetteer)
            continue
        after = position + len(found.tokens)
        kind = found.kind
        if kind is PlaceKind.PREFIX or (
            kind is PlaceKind.ABBREVIATION and not _follows_town(texts, position)
        ):
            continue
        places.append(Place(position, after, found.country, kind))
    return tuple(places)


def _longest(
    texts: tuple[str, ...], position: int, phrases: tuple[PlacePhrase, ...]
) -> PlacePhrase | None:
    for phrase in phrases:
        length = len(phrase.tokens)
        if length == 1 or texts[position : position + length] == phrase.tokens:
            return phrase
    return None


def _longest_in_capitals(
    texts: tuple[str, ...], position: int, gazetteer: Gazetteer
) -> PlacePhrase | None:
    word = texts[position]
    phrases = gazetteer.places.get(word.capitalize()) if word.isupper() else None
    if phrases is None:
        return None
    longest = len(phrases[0].tokens)
    words = tuple(
        word.capitalize() if word.isupper() and len(word) > 2 else word
        for word in texts[position : position + longest]
    )
    for phrase in phrases:
        length = len(phrase.tokens)
        if words[:length] == phrase.tokens and (
            length > 1 or _is_clear(texts[position], phrase, gazetteer)
        ):
            return phrase
    return None


def _is_clear(word: str, phrase: PlacePhrase, gazetteer: Gazetteer) -> bool:
    """Return whether a single word in capitals can only be the place: TURKEY, but not NICE."""
    if phrase.kind is PlaceKind.ABBREVIATION:
        return True
    return len(word) > 3 and word.lower() not in gazetteer.common_words


def _follows_town(texts: tuple[str, ...], position: int) -> bool:
    return position > 1 and texts[position - 1] == "," and texts[position - 2][0].isupper()


def _compound(word: str, position: int, gazetteer: Gazetteer) -> list[Place]:
    places: dict[str, Place] = {}
    parts = word.split("-", _MOST_PARTS)
    for part in parts[:_MOST_PARTS]:
        for phrase in gazetteer.places.get(part, ()):
            if len(phrase.tokens) == 1 and phrase.country and phrase.kind is not PlaceKind.CITY:
                places.setdefault(
                    phrase.country,
                    Place(
                        start=position,
                        end=position + 1,
                        country=phrase.country,
                        kind=(
                            PlaceKind.DEMONYM if phrase.kind is PlaceKind.PREFIX else phrase.kind
                        ),
                    ),
                )
    return list(places.values())
