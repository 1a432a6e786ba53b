"""Words and names that nobody has used: number in, always the same word out."""

from typing import Final

_ONSETS = "b d f g h k l m n p r s t v z bl br dr fl gr kl kr pl pr sk sl st tr".split()
_SYLLABLES = tuple(onset + vowel for onset in _ONSETS for vowel in "aeiou")
_TRIPLES: Final = len(_SYLLABLES) ** 3
# Coprime to the number of triples, so that it puts them in another order without losing any:
# neighbouring numbers then do not give neighbouring words.
_STRIDE: Final = 1_000_003
_FIRST_NAMES = (
    "Anna Boris Carla David Elena Frank Greta Hassan Irene Jonas Karin Leo Maria Nils Olga Paul "
    "Rosa Simon Tessa Viktor"
).split()


def invented_word(number: int) -> str:
    """The word of that number, from 0; different numbers give different words."""
    turn, place = divmod(number, _TRIPLES)
    place = place * _STRIDE % _TRIPLES
    word = "" if turn == 0 else _SYLLABLES[turn - 1]
    for _ in range(3):
        place, syllable = divmod(place, len(_SYLLABLES))
        word += _SYLLABLES[syllable]
    return word


def invented_name(number: int) -> str:
    """The first name and surname of that number."""
    return f"{_FIRST_NAMES[number % len(_FIRST_NAMES)]} {invented_word(number).capitalize()}n"
