"""Finding words by their first letters: only those found are analysed, not the whole text.

Searching a string for a few letters is some hundred times quicker than splitting it into words.
What it finds may lie inside a word; then the text is read from the last place before it where no
word can be under way.
"""

import re
from collections.abc import Iterable
from typing import Final

from searchapp.engine.storage.analysis import INSIDE, match_word, match_words

_FIRST_IDEOGRAPH: Final = "\u3040"
"""Words of one ideograph stand side by side; below, a word ends only where letters do."""

_SIGNS: Final = "’‘“”–—…•\xa0"
"""What is not ASCII in most English texts; a text without them is searched much quicker."""

_UNFOLDED: Final = re.compile(
    "[^\x00-\x7f"  # ASCII
    "\xa0-\xa7\xa9\xab-\xae\xb0\xb1\xb6\xb7\xbb\xbf\xd7\xf7\u2000-\u206f\u20a0-\u20bf"  # signs
    "\u0410-\u0418\u041a-\u0438\u043a-\u044f"  # Cyrillic but Й
    "\u3000-\u3004\u3008-\u3020\u3400-\u4dbf\u4e00-\u9fff]"  # ideographs and their signs
)
"""A character that may fold to something else than its lower case."""


def spell(heads: Iterable[str]) -> tuple[str, ...]:
    """The ways in which words that begin with some letters, once folded, may be spelt.

    An acronym folds to its letters.
    """
    acronyms = (f"{'.'.join(head)}." for head in heads if head.isalpha())
    return (*heads, *acronyms)


def find_words(text: str, spelt: tuple[str, ...]) -> list[re.Match[str]]:
    """Every word of a text that begins, once folded, with one of these `spell` heads.

    Some others come too, words of any length, words may come twice, and in no order.
    """
    if not spelt:
        return []
    plain = text if text.isascii() else _without_signs(text)
    lowered = plain.lower()
    if len(lowered) != len(text):  # Only the Turkish capital İ becomes two characters.
        return list(match_words(text))
    found = [] if plain.isascii() else _find_unfolded(text)
    for head in spelt:
        place = lowered.find(head)
        while place >= 0:
            if not place or text[place - 1] == " ":
                word = match_word(text, place)
            else:
                word = _word_from(text, place)
            if word:
                found.append(word)
            place = lowered.find(head, word.end() if word else place + 1)
    return found


def _without_signs(text: str) -> str:
    for sign in _SIGNS:
        text = text.replace(sign, " ")
    return text


def word_around(text: str, place: int) -> re.Match[str] | None:
    """The word that a character is part of."""
    for word in match_words(text, open_place(text, place)):
        if word.end() > place:
            return word if word.start() <= place else None
    return None


def open_place(text: str, place: int) -> int:
    """The nearest place at or before another where no word is under way."""
    while place and not _is_open(text, place):
        place -= 1
    return place


def _is_open(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place : place + 1]
    if before == " " or not (INSIDE.match(before) or before in ".'’"):
        return True
    if before == ".":
        return after == "."
    return _FIRST_IDEOGRAPH <= before <= "\u9fff" and after != "."


def _word_from(text: str, place: int) -> re.Match[str] | None:
    """The word that starts at a place which is not the first."""
    before = text[place - 1]
    if before.isalnum() and max(before, text[place]) < _FIRST_IDEOGRAPH:
        return None
    word = word_around(text, place)
    return word if word and word.start() == place else None


def _find_unfolded(text: str) -> list[re.Match[str]]:
    """The words whose first letters need not be those they fold to."""
    words = []
    found = _UNFOLDED.search(text)
    while found:
        word = word_around(text, found.start())
        if word:
            words.append(word)
        found = _UNFOLDED.search(text, word.end() if word else found.end())
    return words
