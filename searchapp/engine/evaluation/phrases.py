"""Phrases over positions: each word at most `slop` places after the one before it."""

from collections.abc import Sequence
from functools import reduce

import numpy as np

from searchapp.engine.evaluation.matches import locate
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.numbers import runs
from searchapp.engine.storage.terms import Occurrences

_POSITION_BITS = 32
_POSITION = (1 << _POSITION_BITS) - 1
_NOWHERE = -(1 << _POSITION_BITS)


def match_phrase(words: Sequence[Occurrences], slop: int, size: int) -> tuple[Ints, Ints]:
    """Where the words stand in this order: documents, ascending, and positions of the last word.

    A document that has the phrase several times comes several times. A place is candidate << 32 |
    position, so that places in different documents are never near; `size` is that of the index.
    """
    candidates = reduce(
        lambda found, other: found.take(locate(found, other, size)[0]),
        sorted((word.documents for word in words), key=len),
    )
    places = [_places(word, candidates, size) for word in words]
    reached = _adjacent(places) if slop == 1 else _near(places, slop)
    return candidates.take(reached >> _POSITION_BITS), reached & _POSITION


def _places(word: Occurrences, candidates: Ints, size: int) -> Ints:
    """Every place of a word in the candidates, ascending."""
    _, rows = locate(candidates, word.documents, size)
    lengths = word.frequencies.take(rows).astype(np.int64)
    starts = np.cumsum(word.frequencies, dtype=np.int64).take(rows) - lengths
    positions = word.positions.take(runs(starts, lengths))
    return np.repeat(np.arange(len(rows)) << _POSITION_BITS, lengths) | positions


def _adjacent(places: Sequence[Ints]) -> Ints:
    """The places of the last word where the words follow each other, tried from the rarest on."""
    order = sorted(range(len(places)), key=lambda n: len(places[n]))
    starts = places[order[0]] - order[0]
    for n in order[1:]:
        starts = starts[_contained(starts + n, places[n])]
    return starts + (len(places) - 1)


def _near(places: Sequence[Ints], slop: int) -> Ints:
    """The places of the last word that are reached from word to word in steps up to the slop."""
    reached = places[0]
    for ahead in places[1:]:
        # The place reached before each: for the first ones, one that is far from everything.
        before = np.append(_NOWHERE, reached)[np.searchsorted(reached, ahead)]
        reached = ahead[ahead - before <= slop]
    return reached


def _contained(wanted: Ints, places: Ints) -> Mask:
    if not len(places):
        return np.zeros(len(wanted), np.bool_)
    found = places.take(np.minimum(places.searchsorted(wanted), len(places) - 1))
    return np.equal(found, wanted)
