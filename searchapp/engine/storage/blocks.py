"""Documents of postings in two bytes each.

The documents of a segment are numbered in blocks of 65,536. A posting keeps its document's number
inside the block; which block it is follows from where it stands, for `starts` has a row for every
term and block. A segment of one block has the plain rows of its terms.
"""

import numpy as np

from searchapp.engine.storage.arrays import Ints, narrow

_BITS = 16
BLOCK_SIZE = 1 << _BITS


def count_blocks(documents: int) -> int:
    """How many blocks so many documents fill, at least one."""
    return max(1, -(-documents // BLOCK_SIZE))


def pack_documents(starts: Ints, documents: Ints, blocks: int) -> tuple[Ints, Ints]:
    """The rows by term and block, and the documents in their blocks, of postings in term order."""
    within = documents.astype(np.uint16)
    if blocks == 1:
        return narrow(starts), within
    terms = len(starts) - 1
    rows = np.repeat(np.arange(terms) * blocks, np.diff(starts)) + (documents >> _BITS)
    ends = np.cumsum(np.bincount(rows, minlength=terms * blocks))
    return narrow(np.concatenate([[0], ends])), within


def unpack_documents(bounds: Ints, within: Ints, blocks: int, base: int) -> Ints:
    """The documents of neighbouring rows, `base` added: `bounds` are where the rows start and end.

    The first row belongs to the first block.
    """
    found = within[int(bounds[0]) : int(bounds[-1])]
    if blocks == 1:
        return np.add(found, base, dtype=np.int32)
    firsts = (np.arange(len(bounds) - 1, dtype=np.int32) % blocks << _BITS) + base
    return found + np.repeat(firsts.astype(np.int32), np.diff(bounds))
