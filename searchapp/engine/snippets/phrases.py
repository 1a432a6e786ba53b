"""Where a phrase stands in a text: only what follows its first word is read."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from whoosh import query as wq

from searchapp.engine.snippets.finding import find_words
from searchapp.engine.storage.analysis import fold, match_words


def find_phrase(text: str, phrase: wq.Phrase, heads: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Every word of a text that takes part in an occurrence of a phrase of several words.

    Its first word begins with one of the heads, as `spell` has them. Words may come twice.
    """
    first = phrase.words[0]
    for word in find_words(text, heads):
        if fold(word.group()) != first:
            continue
        if phrase.slop == 1:
            yield from _adjacent(text, word, phrase.words)
        else:
            reach = (len(phrase.words) - 1) * phrase.slop
            words = (word, *islice(match_words(text, word.end()), reach))
            for place in phrase_places([fold(word.group()) for word in words], phrase):
                yield words[place]


def _adjacent(text: str, first: re.Match[str], wanted: Sequence[str]) -> Sequence[re.Match[str]]:
    """The words from the first on, if they are those that are wanted; otherwise none."""
    if _goes_on_otherwise(text, first.end(), wanted[1]):
        return ()
    words = [first, *islice(match_words(text, first.end()), len(wanted) - 1)]
    found = [fold(word.group()) for word in words[1:]]
    return words if found == list(wanted[1:]) else ()


def _goes_on_otherwise(text: str, end: int, wanted: str) -> bool:
    """Whether the next word is surely another than the one wanted, seen by its first letter."""
    sign, letter = text[end : end + 1], text[end + 1 : end + 2]
    return sign == " " and letter.isascii() and letter.isalnum() and letter.lower() != wanted[0]


def phrase_places(words: Sequence[str], phrase: wq.Phrase) -> set[int]:
    """The places of all words that take part in an occurrence of the phrase."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word, []).append(place)
    steps = [set(places.get(phrase.words[0], ()))]
    for word in phrase.words[1:]:
        before = steps[-1]
        steps.append({p for p in places.get(word, ()) if _near(before, p, phrase.slop)})
    # Going back drops the starts that led nowhere.
    for at in range(len(steps) - 2, -1, -1):
        after = steps[at + 1]
        steps[at] = {
            p for p in steps[at] if any(p + gap in after for gap in range(1, phrase.slop + 1))
        }
    return set().union(*steps)


def _near(before: set[int], place: int, slop: int) -> bool:
    return any(place - gap in before for gap in range(1, slop + 1))
