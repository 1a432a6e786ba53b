"""Documents with their scores, and how such sets are united, intersected and reduced.

Documents are kept ascending. Small sets are merged by sorting or bisection; large ones go through
an array with a place for every document of the index, which needs no comparison at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from searchapp.engine.evaluation.scoring import Floats
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.columns import Mask

_DENSE = 16
"""A set with more than one in so many of all documents is large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """Documents in ascending order, and the score of each."""

    documents: Ints
    scores: Floats

    def __len__(self) -> int:
        return len(self.documents)

    def at(self, places: Ints) -> "Matches":
        """Those at some places, which are ascending."""
        if len(places) == len(self):
            return self
        return Matches(documents=self.documents.take(places), scores=self.scores.take(places))

    def among(self, mask: Mask) -> "Matches":
        """Those of the documents that a mask has."""
        return self.at(np.flatnonzero(mask.take(self.documents)))

    def boosted(self, boost: float) -> "Matches":
        """The same documents, their scores multiplied."""
        if boost == 1.0:
            return self
        return Matches(documents=self.documents, scores=self.scores * boost)


def constant(documents: Ints, score: float) -> Matches:
    """Documents that all score the same."""
    return Matches(documents=documents, scores=np.full(len(documents), score))


NOTHING: Final = constant(np.zeros(0, np.int64), 0.0)


def unite(parts: Sequence[Matches], size: int) -> Matches:
    """The documents of any part, with the sums of their scores; `size` is that of the index."""
    found = [part for part in parts if len(part)]
    if len(found) < 2:
        return found[0] if found else NOTHING
    if sum(map(len, found)) * _DENSE < size:
        return _unite_small(found)
    mask = np.zeros(size, np.bool_)
    sums = np.zeros(size)
    for part in found:
        mask[part.documents] = True
        np.add.at(sums, part.documents, part.scores)
    documents = np.flatnonzero(mask)
    return Matches(documents=documents, scores=sums.take(documents))


def intersect(parts: Sequence[Matches], size: int) -> Matches:
    """The documents of all parts, of which there is one at least, with the sums of their scores."""
    found, *others = sorted(parts, key=len)
    for other in others:
        inside, places = locate(found.documents, other.documents, size)
        found = Matches(
            documents=found.documents.take(inside),
            scores=found.scores.take(inside) + other.scores.take(places),
        )
    return found


def subtract(found: Matches, unwanted: Ints, size: int) -> Matches:
    """The matches whose documents are none of the unwanted."""
    inside, _ = locate(found.documents, unwanted, size)
    if not len(inside):
        return found
    kept = np.ones(len(found), np.bool_)
    kept[inside] = False
    return found.at(np.flatnonzero(kept))


def locate(documents: Ints, others: Ints, size: int) -> tuple[Ints, Ints]:
    """Which of the documents are among the others, and where each of these stands there."""
    if not len(others):
        return NOTHING.documents, NOTHING.documents
    if len(documents) * _DENSE < len(others) + size // _DENSE:
        places = np.minimum(others.searchsorted(documents), len(others) - 1)
        inside = np.flatnonzero(others.take(places) == documents)
        return inside, places.take(inside)
    where = np.zeros(size, np.int32)
    where[others] = np.arange(1, len(others) + 1, dtype=np.int32)
    places = where.take(documents)
    inside = np.flatnonzero(places > 0)
    return inside, places.take(inside) - 1


def find_place(documents: Ints, document: int) -> int | None:
    """Where a document stands among others, which are ascending; None when it is not there."""
    place = int(documents.searchsorted(document))
    return place if place < len(documents) and documents[place] == document else None


def _unite_small(parts: Sequence[Matches]) -> Matches:
    documents = np.concatenate([part.documents for part in parts])
    order = documents.argsort(kind="stable")
    documents = documents.take(order)
    first = np.ones(len(documents), np.bool_)
    np.not_equal(documents[1:], documents[:-1], out=first[1:])
    starts = np.flatnonzero(first)
    scores = np.concatenate([part.scores for part in parts]).take(order)
    return Matches(documents=documents.take(starts), scores=np.add.reduceat(scores, starts))
