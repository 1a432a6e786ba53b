"""“Did you mean”: the likeliest words in place of those that the index lacks."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from searchapp.engine.evaluation.near import find_near, find_replaced
from searchapp.engine.storage.analysis import STOP_WORDS, fold
from searchapp.engine.storage.lexicon import Lexicon
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.schema import EXACT

_MIN_LENGTH = 4
_PLAIN_WORD = re.compile(r"(?<![\w:\"*?~-])[^\W\d_]+(?![\w:\"*?~])")


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
    if len(exact) < _MIN_LENGTH or exact in STOP_WORDS or reader.document_frequency(EXACT, exact):
        return None
    slips: dict[str, int] = {}
    having: Counter[str] = Counter()
    for lexicon, places, counts in reader.counted_terms(EXACT, exact[0]):
        for place, term, count in _candidates(lexicon, places, exact):
            slips[term] = count
            having[term] += int(counts[place - places.start])
    ranked = [(-slips[term], having[term], term) for term in slips]
    return max(ranked)[2] if ranked else None


def _candidates(lexicon: Lexicon, places: range, word: str) -> Iterator[tuple[int, str, int]]:
    """Words that are near, each once: its place, itself, and the number of slips."""
    near = dict(find_near(lexicon, places, word)) if places else {}
    for place, term in near.items():
        yield place, term, 1
    for place, term in find_replaced(lexicon, places, word, 2) if places else ():
        if place in near:
            continue
        if _swapped(word, term):
            yield place, term, 1
        elif len(word) > _MIN_LENGTH + 2:
            yield place, term, 2


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
