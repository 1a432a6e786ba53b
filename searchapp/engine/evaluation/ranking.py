"""The order of results, and the page of it that was asked for."""

import numpy as np

from searchapp.engine.evaluation.largest import places_of_largest
from searchapp.engine.evaluation.scoring import Floats
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.columns import Columns
from searchapp.search.request import SortOrder

_STEP = 1e-6
"""Scores count as they are shown: equal when they round to the same multiple of this."""


def rank(columns: Columns, documents: Ints, scores: Floats, order: SortOrder, count: int) -> Ints:
    """The places in `documents` of the first `count` results, best first.

    Ties go to the newest, then to the smallest id; undated documents come last in every order.
    """
    if order is SortOrder.RELEVANCE:
        # What rounds up to the last score of the page lies less than a step below it.
        candidates = places_of_largest(scores, count, within=_STEP)
        documents, scores = documents.take(candidates), scores.take(candidates)
        return candidates.take(_rank(columns, documents, scores, order, count))
    return _rank(columns, documents, scores, order, count)


def _rank(columns: Columns, documents: Ints, scores: Floats, order: SortOrder, count: int) -> Ints:
    keys = sort_keys(columns, documents, scores, order)
    best = places_of_largest(keys, count)
    return best.take(np.argsort(-keys.take(best))[:count])


def sort_keys(columns: Columns, documents: Ints, scores: Floats, order: SortOrder) -> Ints:
    """A whole number for each document, different ones, the largest for the first."""
    newest = columns.newest_ranks.take(documents)
    if order is SortOrder.NEWEST:
        return -newest
    if order is SortOrder.RELEVANCE:
        first = np.rint(scores / _STEP).astype(np.int64)
    else:
        first = -columns.date.numbers.take(documents).astype(np.int64)
        # Day 0 is that of the undated, if there are any.
        if columns.date.has_undated:
            first[first == 0] = -len(columns.date.days)
    # Within a day the newest-first order is that of the ids.
    return first * len(columns.newest_ranks) - newest
