"""Several terms taken as one: the words that a pattern stands for.

A document's weight is the sum of theirs, and its document frequency counts the documents that have
any of them, so that a pattern scores as one word does (Lucene calls it a blended or synonym query).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from searchapp.engine.storage.arrays import Array, Ints
from searchapp.engine.storage.inversion import MAX_WEIGHT
from searchapp.engine.storage.segment import ZONE_WEIGHTS, Field, zone_numbers

_SPARSE = 16
"""With fewer postings than one for so many documents they are sorted rather than counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatives:
    """Some terms of a lexicon by their places, ascending, and what each counts beside others."""

    places: Ints
    factors: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativePostings:
    """The postings of alternatives; a document comes once for each that it has.

    `wanted` are the documents with one in the zones asked for, in any order and any number.
    """

    documents: Ints
    weights: Array
    wanted: Ints


def gather_alternatives(
    field: Field, terms: Alternatives, base: int, zones: int | None
) -> AlternativePostings:
    """The postings of one or more alternatives; `base` is added to documents."""
    found = field.gather(terms.places)
    documents = found.documents + np.int32(base)
    weights, wanted = found.frequencies, documents
    starts = field.zone_starts
    if starts is not None and found.positions is not None:
        firsts = np.cumsum(found.frequencies, dtype=np.int64) - found.frequencies
        owners = np.repeat(found.documents, found.frequencies)
        numbers = zone_numbers(starts, owners, found.positions)
        weights = np.minimum(np.add.reduceat(ZONE_WEIGHTS.take(numbers), firsts), MAX_WEIGHT)
        if zones is not None:
            bits = np.bitwise_or.reduceat(np.left_shift(np.uint8(1), numbers), firsts)
            wanted = documents[(bits & zones) != 0]
    return AlternativePostings(
        documents=documents,
        weights=weights * np.repeat(terms.factors, found.counts),
        wanted=wanted,
    )


def join_weights(parts: Sequence[AlternativePostings], size: int) -> tuple[Ints, Array]:
    """Every document of the parts, ascending, with the sum of its weights, which are above 0."""
    documents = np.concatenate([part.documents for part in parts])
    weights = np.concatenate([part.weights for part in parts])
    if len(documents) * _SPARSE < size:
        found, places = np.unique(documents, return_inverse=True)
        return found, np.bincount(places, weights, minlength=len(found))
    sums = np.bincount(documents, weights, minlength=size)
    found = np.flatnonzero(sums)
    return found, sums.take(found)
