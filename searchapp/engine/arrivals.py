"""Moments of arrival handed on from generation to generation, by the articles' ids."""

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np

from searchapp.engine.storage.arrays import Array, Ints
from searchapp.engine.storage.arrivals import arrival_arrays, to_microseconds
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.segment import Segment
from searchapp.errors import ArticleNotFound

_MANY = 0.05
"""From this share of new articles on, all ids of the generation before are read at once."""


def hand_on_arrivals(segments: Sequence[Segment], before: IndexReader | None) -> dict[str, Array]:
    """When each document of a new generation arrived: now, unless the one before had its id.

    An article that was corrected keeps its moment; one that was gone and is back arrives anew.
    """
    now = to_microseconds(datetime.now(UTC))
    if before is None:
        return arrival_arrays(np.full(sum(map(len, segments)), now, np.int64))
    known = before.columns.arrivals.microseconds()
    # A clock that was put back must not make what is new older than what there was.
    now = max(now, int(known[before.columns.alive].max(initial=0)))
    shared = _by_segment(before, known)
    parts = [
        shared[segment.name] if segment.name in shared else _of_new(segment, before, known, now)
        for segment in segments
    ]
    return arrival_arrays(np.concatenate(parts or [np.zeros(0, np.int64)]))


def _by_segment(reader: IndexReader, moments: Ints) -> dict[str, Ints]:
    ends = np.cumsum([len(segment) for segment in reader.segments])[:-1]
    parts = np.split(moments, ends)
    return {segment.name: part for segment, part in zip(reader.segments, parts, strict=False)}


def _of_new(segment: Segment, before: IndexReader, known: Ints, now: int) -> Ints:
    moments = np.full(len(segment), now, np.int64)
    many = len(segment) > _MANY * len(before)
    for place, article_id in enumerate(segment.ids):
        document = before.documents_by_id.get(article_id) if many else _find(before, article_id)
        if document is not None:
            moments[place] = known[document]
    return moments


def _find(reader: IndexReader, article_id: str) -> int | None:
    try:
        return reader.document(article_id)
    except ArticleNotFound:
        return None
