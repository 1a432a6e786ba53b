"""Words of a lexicon that are spelled nearly alike, found without reading most of it.

What is compared are bytes; words with other letters than ASCII are read one by one.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.lexicon import Lexicon

_ASCII = 0x80


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


def find_near(lexicon: Lexicon, places: range, word: str) -> Iterator[tuple[int, str]]:
    """Those of some places of a lexicon whose words are one edit away, or none; with the words.

    Words that begin and end too differently are passed over without being read. That looks at
    bytes, so words with other letters than ASCII are all read.
    """
    if not places:
        return
    candidates: Ints = np.arange(len(places))
    if word.isascii() and len(word) > 1:
        candidates = _alike(lexicon, places, np.frombuffer(word.encode(), np.uint8))
    for candidate in candidates.tolist():
        term = lexicon[places[candidate]]
        if within_one_edit(word, term):
            yield places[candidate], term


def _alike(lexicon: Lexicon, places: range, word: npt.NDArray[np.uint8]) -> Ints:
    """The words that share enough bytes with another at their two ends, or are not ASCII."""
    blob = lexicon.between(places.start, places.stop)
    sizes = lexicon.sizes(places.start, places.stop)
    ends = np.cumsum(sizes)
    # No word is empty, so that every place has bytes of its own.
    foreign = np.logical_or.reduceat(blob >= _ASCII, ends - sizes)
    near = np.flatnonzero(np.abs(sizes - len(word)) <= 1)
    steps = np.arange(len(word) - 1)
    first = blob[(ends - sizes)[near, None] + steps] == word[:-1]
    last = blob[ends[near, None] - 1 - steps] == word[:0:-1]
    shared = sum(np.logical_and.accumulate(same, axis=1).sum(axis=1) for same in (first, last))
    return np.union1d(near[shared >= len(word) - 1], np.flatnonzero(foreign))


def find_replaced(
    lexicon: Lexicon, places: range, word: str, most: int
) -> Iterator[tuple[int, str]]:
    """Those of some places whose words are as long and differ in so many bytes at most."""
    wanted = np.frombuffer(word.encode(), np.uint8)
    sizes = lexicon.sizes(places.start, places.stop)
    starts = np.cumsum(sizes) - sizes
    alike = np.flatnonzero(sizes == len(wanted))
    letters = lexicon.between(places.start, places.stop)[
        starts[alike, None] + np.arange(len(wanted))
    ]
    differing = np.count_nonzero(letters != wanted, axis=1)
    for candidate in alike[differing <= most].tolist():
        place = places[candidate]
        yield place, lexicon[place]
