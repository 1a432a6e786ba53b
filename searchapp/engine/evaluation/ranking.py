"""The order of results, and the page of it that was asked for."""

import numpy as np

from searchapp.engine.evaluation.scoring import Floats
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.request import SortOrder


def rank(
    reader: IndexReader, documents: Ints, scores: Floats, order: SortOrder, count: int
) -> Ints:
    """The places in `documents` of the first `count` results, best first.

    Ties go to the newest, then to the smallest id; undated documents come last in every order.
    """
    if order is SortOrder.RELEVANCE and len(documents) > count:
        # Only what reaches the score of the last result needs the full order.
        threshold = np.partition(scores, -count)[-count]
        candidates = np.flatnonzero(scores >= threshold)
    else:
        candidates = np.arange(len(documents))
    chosen = documents[candidates]
    dates, ids = reader.columns.dates[chosen], reader.columns.id_ranks[chosen]
    keys = {
        SortOrder.RELEVANCE: (ids, -dates, -scores[candidates]),
        SortOrder.NEWEST: (ids, -dates),
        SortOrder.OLDEST: (ids, dates, dates == 0),
    }[order]
    return candidates[np.lexsort(keys)[:count]]
