"""Words that are nearly spelled alike: fuzzy words, and “did you mean”."""

import re
from collections.abc import Callable, Iterator

from searchapp.engine.storage.analysis import STOP_WORDS, fold
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.schema import EXACT

_MIN_LENGTH = 4
_PLAIN_WORD = re.compile(r"(?<![\w:\"*?~-])[^\W\d_]+(?![\w:\"*?~])")


def within_one_edit(one: str, other: str) -> bool:
    """Whether one insertion, deletion or substitution, or none, turns one word into the other."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    rest = start + 1 if len(one) == len(other) else start
    return one[rest:] == other[start + 1 :]


def suggest_query(
    reader: IndexReader, query: str, count: Callable[[str], int], found: int
) -> str | None:
    """The query with its unknown words replaced by the likeliest known ones, if that finds more.

    `count` gives the number of results of a query, `found` that of the query as it stands.
    """
    replaced = _PLAIN_WORD.sub(lambda match: _nearest(reader, match[0]) or match[0], query)
    return replaced if replaced != query and count(replaced) > found else None


def _nearest(reader: IndexReader, word: str) -> str | None:
    """The most frequent word one or two slips away from one that the index lacks."""
    exact = fold(word)
    if len(exact) < _MIN_LENGTH or exact in STOP_WORDS or _frequency(reader, exact):
        return None
    ranked = sorted(
        (-slips, _frequency(reader, term), term) for slips, term in _candidates(reader, exact)
    )
    return ranked[-1][2] if ranked else None


def _candidates(reader: IndexReader, word: str) -> Iterator[tuple[int, str]]:
    """Known words with the same first letter that are near: (number of slips, word)."""
    for term in reader.terms_from(EXACT, word[0]):
        if abs(len(term) - len(word)) > 1:
            continue
        if within_one_edit(word, term) or _swapped(word, term):
            yield 1, term
        elif len(word) > _MIN_LENGTH + 2 and _within_two(word, term):
            yield 2, term


def _swapped(one: str, other: str) -> bool:
    """Whether two neighbouring letters changed places."""
    if len(one) != len(other):
        return False
    differing = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and one[differing[0]] == other[differing[1]]
        and one[differing[1]] == other[differing[0]]
    )


def _within_two(one: str, other: str) -> bool:
    """Whether two words of the same length differ in at most two letters."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) <= 2


def _frequency(reader: IndexReader, exact: str) -> int:
    """How many documents have a word."""
    return sum(map(len, reader.documents_of(EXACT, exact)))
