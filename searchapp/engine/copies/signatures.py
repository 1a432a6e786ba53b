"""Signatures: 64 bytes that say of any two texts how much of them is the same.

A text is the set of its stretches of five words. Each stretch is hashed to 64 bits; the first six
choose one of 64 slots, and a slot keeps the smallest hash that falls into it: one-permutation
MinHash (Li, Owen and Zhang 2012). An empty slot borrows from another one, found by a fixed
sequence (Shrivastava 2017). Two slots of the same number are then equal with the probability of the
texts' resemblance, the share of the stretches of both that both have (Broder 1997); one byte of
each is enough to tell (Li and König 2010).

Hashes depend on the words alone: not on the run, the machine or the other texts.
"""

from collections.abc import Iterable
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from searchapp.engine.storage.arrays import Ints

Signatures = npt.NDArray[np.uint8]
"""One row of `SLOTS` bytes for each document; zeros for one whose text says too little."""

_Hashes = npt.NDArray[np.uint64]

SLOTS: Final = 64
SHINGLE: Final = 5
"""How many words a stretch has."""

SHORT: Final = 30
"""Texts of fewer words are copies only when they and their titles are the same throughout."""

TOO_SHORT: Final = 10
"""Title and text of fewer words are never copies: “Correction”, “Photo”."""

_SLOT_SHIFT: Final = np.uint64(64 - SLOTS.bit_length() + 1)
_EMPTY: Final = np.uint64(2**64 - 1)
_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)


def hash_words(words: Iterable[str]) -> _Hashes:
    """A hash of each word."""
    return np.array([crc32(word.encode()) for word in words], np.uint64)


def sign(title: _Hashes, titled: Ints, text: _Hashes, owners: Ints, count: int) -> Signatures:
    """The signatures of `count` documents.

    `title` and `text` are the hashes of the words of their titles and texts, document after
    document, `titled` and `owners` the documents they belong to.
    """
    lengths = np.bincount(owners, minlength=count)
    in_all = lengths + np.bincount(titled, minlength=count)
    signatures = np.zeros((count, SLOTS), np.uint8)
    short = lengths < SHORT
    parts = ((words[short[of]], of[short[of]]) for words, of in ((title, titled), (text, owners)))
    whole = np.flatnonzero(short & (in_all >= TOO_SHORT))
    signatures[whole] = _bytes(_hash_wholes(parts, count).take(whole)[:, None])
    long = np.flatnonzero(lengths >= SHORT)
    rows = np.full(count, -1)
    rows[long] = np.arange(len(long))
    signatures[long] = _bytes(_filled(_smallest(text, rows.take(owners), len(long))))
    return signatures


def _smallest(words: _Hashes, rows: Ints, count: int) -> _Hashes:
    """The smallest hash of each slot, by the row that each word belongs to; -1 for none."""
    smallest = np.full((count, SLOTS), _EMPTY)
    hashes, rows = _hash_stretches(words, rows)
    slots = (hashes >> _SLOT_SHIFT).astype(np.int64)
    np.minimum.at(smallest.reshape(-1), rows * SLOTS + slots, hashes)
    return smallest


def _hash_stretches(words: _Hashes, rows: Ints) -> tuple[_Hashes, Ints]:
    """The hash of every stretch of words that lies in one row, and that row."""
    last = max(len(words) - SHINGLE + 1, 0)
    hashes = np.zeros(last, np.uint64)
    for place in range(SHINGLE):
        hashes *= _FACTOR
        hashes += words[place : place + last]
    inside = np.flatnonzero((rows[:last] == rows[SHINGLE - 1 :][:last]) & (rows[:last] >= 0))
    return _mix(hashes.take(inside)), rows.take(inside)


def _hash_wholes(parts: Iterable[tuple[_Hashes, Ints]], count: int) -> _Hashes:
    """One hash of all the words of each document in their order, part after part."""
    wholes = np.zeros(count, np.uint64)
    for words, documents in parts:
        starts = np.searchsorted(documents, np.arange(count))
        places = np.arange(1, len(words) + 1) - starts.take(documents)
        # The place of a word goes into its hash, so that their sum knows the order.
        placed = _mix(words + (places.astype(np.uint64) << np.uint64(32)))
        np.add.at(wholes, documents, placed)
        wholes = _mix(wholes)
    return wholes


def _filled(smallest: _Hashes) -> _Hashes:
    """The same with every empty slot filled by the first full one that it asks."""
    flat = smallest.reshape(-1).copy()
    given = flat.copy()
    empty = np.flatnonzero(flat == _EMPTY)
    for asked in _ASKED:
        slots = empty & (SLOTS - 1)
        lent = given.take(empty - slots + asked.take(slots))
        flat[empty] = lent
        empty = empty.take(np.flatnonzero(lent == _EMPTY))
        if not len(empty):
            break
    return flat.reshape(smallest.shape)


def _bytes(slots: _Hashes) -> Signatures:
    """A byte of each slot; the slot's number goes into it, as lent hashes stand in several."""
    numbers = np.arange(1, SLOTS + 1, dtype=np.uint64) * np.uint64(0xD1B54A32D192ED03)
    mixed: Signatures = (_mix(slots ^ numbers) >> np.uint64(56)).astype(np.uint8)
    return mixed


def _mix(numbers: _Hashes) -> _Hashes:
    """The same numbers with every bit depending on all of them (splitmix64; Steele et al. 2014)."""
    mixed = numbers ^ (numbers >> np.uint64(30))
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


def _build_asked() -> Ints:
    """Whom the slots ask: row n has, for every slot, the n-th of the others that it asks."""
    slots = np.arange(SLOTS, dtype=np.uint64)
    keys = _mix(slots[:, None] * np.uint64(SLOTS) + slots + np.uint64(1))
    return np.argsort(keys, axis=0, kind="stable")


_ASKED: Final = _build_asked()
