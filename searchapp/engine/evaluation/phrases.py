"""Phrases over positions: each word at most `slop` places after the one before it."""

from collections.abc import Sequence

import numpy as np

from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.reader import TermPostings

_POSITION_BITS = 32
_NOWHERE = -(1 << _POSITION_BITS)


def match_phrase(words: Sequence[TermPostings], slop: int) -> Ints:
    """The documents that have the words in this order, ascending.

    A place is document << 32 | position, so that places in different documents are never near.
    """
    candidates = words[0].documents
    for postings in words[1:]:
        candidates = np.intersect1d(candidates, postings.documents, assume_unique=True)
    reached = _places(words[0], candidates)
    for postings in words[1:]:
        places = _places(postings, candidates)
        # The place reached before each: for the first ones, one that is far from everything.
        before = np.append(_NOWHERE, reached)[np.searchsorted(reached, places)]
        reached = places[places - before <= slop]
    documents = reached >> _POSITION_BITS
    return documents[np.diff(documents, prepend=-1) > 0]


def _places(postings: TermPostings, documents: Ints) -> Ints:
    """Every place of a word in some documents, ascending."""
    assert postings.positions is not None
    kept = np.isin(postings.documents, documents, assume_unique=True)
    owners = np.where(kept, postings.documents, -1).astype(np.int64)
    owner = np.repeat(owners, postings.frequencies)
    inside = owner >= 0
    return owner[inside] << _POSITION_BITS | postings.positions[inside]
