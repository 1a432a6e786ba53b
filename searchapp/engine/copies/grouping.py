"""Groups of copies, from signatures alone.

Documents that agree in four neighbouring slots are candidates (locality-sensitive hashing by
bands; Indyk and Motwani 1998); their whole signatures decide. Each group has a leader, and every
member is a copy of the leader itself, so that a chain of small changes does not join texts that
have little in common.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from searchapp.engine.copies.signatures import SLOTS, Signatures
from searchapp.engine.storage.arrays import Array, Ints, narrow
from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.segment import Segment

ALONE: Final = 0
"""The group of a document that has no copies."""

_LEAST_RESEMBLANCE: Final = 0.7
"""Texts that share a smaller part of their stretches of words are different articles."""

_BAND: Final = 4
_NEXT: Final = 8
"""How many of the next documents with the same band each one is compared with."""

_BATCH: Final = 1 << 18


def copy_arrays(
    segments: Sequence[Segment], alive: Mask, newest_ranks: Ints
) -> Mapping[str, Array]:
    """The column of the groups of copies; of each the newest article leads, the dead have none."""
    signatures = np.concatenate(
        [np.zeros((0, SLOTS), np.uint8), *(segment.signatures for segment in segments)]
    )
    order = np.argsort(newest_ranks)
    return {"copies": narrow(group_copies(signatures, order[alive[order]]))}


def group_copies(signatures: Signatures, order: Ints) -> Ints:
    """The group of every document, numbered from 1, or `ALONE`.

    `order` has all documents that count; the first ones lead, whatever their numbers.
    """
    groups = np.full(len(signatures), ALONE, np.int32)
    signed = order[np.count_nonzero(signatures, axis=1)[order] > 0]
    firsts, seconds = _similar(signatures[signed])
    leaders = _lead(firsts, seconds, len(signed))
    led = np.flatnonzero(leaders != np.arange(len(signed)))
    numbers = np.unique(leaders[led], return_inverse=True)
    groups[signed[numbers[0]]] = np.arange(1, len(numbers[0]) + 1, dtype=np.int32)
    groups[signed[led]] = numbers[1] + 1
    return groups


def _similar(signatures: Signatures) -> tuple[Ints, Ints]:
    """The pairs of rows that are copies of each other, the earlier first."""
    pairs = np.unique(np.concatenate([np.zeros(0, np.int64), *_candidates(signatures)]))
    firsts, seconds = np.divmod(pairs, max(len(signatures), 1))
    least = round(_LEAST_RESEMBLANCE * SLOTS)
    alike = [
        np.count_nonzero(signatures[firsts[part]] == signatures[seconds[part]], axis=1) >= least
        for part in _slices(len(pairs))
    ]
    similar = np.flatnonzero(np.concatenate([np.zeros(0, np.bool_), *alike]))
    return firsts.take(similar), seconds.take(similar)


def _candidates(signatures: Signatures) -> Iterator[Ints]:
    """Pairs of rows with a band in common, each as one number: first × rows + second.

    Of many rows with the same band each is compared with the next few, and with the first.
    """
    count = len(signatures)
    if count < 2:
        return
    bands = np.ascontiguousarray(signatures).view(f"<u{_BAND}").T
    rows = np.arange(count, dtype=np.uint64)
    for band in bands:
        # Sorted together, rows with the same band stand side by side in their order.
        together = np.sort((band.astype(np.uint64) << np.uint64(32)) | rows)
        keys, places = together >> np.uint64(32), together & np.uint64(0xFFFFFFFF)
        ordered = places.astype(np.int64)
        starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
        lengths = np.diff(np.append(starts, count))
        heads = np.repeat(ordered[starts], lengths)
        yield _pairs(heads, ordered, heads != ordered, count)
        for step in range(1, min(_NEXT, count)):
            same = keys[step:] == keys[:-step]
            yield _pairs(ordered[:-step], ordered[step:], same, count)


def _pairs(firsts: Ints, seconds: Ints, wanted: Mask, count: int) -> Ints:
    places = np.flatnonzero(wanted)
    return firsts.take(places) * count + seconds.take(places)


def _lead(firsts: Ints, seconds: Ints, count: int) -> Ints:
    """For every row the one that leads it, or itself: the greedy choice in the order of rows.

    A row that no earlier undecided one resembles leads; those that resemble it follow it.
    """
    leaders = np.arange(count)
    while len(firsts):
        leading = np.ones(count, np.bool_)
        leading[seconds] = False
        led = np.flatnonzero(leading.take(firsts))
        followers = seconds.take(led)
        np.minimum.at(leaders, followers, firsts.take(led))
        decided = leading
        decided[followers] = True
        open_ones = np.flatnonzero(~(decided.take(firsts) | decided.take(seconds)))
        firsts, seconds = firsts.take(open_ones), seconds.take(open_ones)
    return leaders


def _slices(count: int) -> Iterator[slice]:
    return (slice(start, start + _BATCH) for start in range(0, count, _BATCH))
