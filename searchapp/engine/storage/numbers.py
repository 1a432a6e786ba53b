"""Numbers by document: the values of a facet as every document has them.

Most documents have one value, and many have the same few together. So there is one number for each
document: that of its value, or a further one that stands for a list of several. Counting lists is
a single pass over the documents, whatever they hold.
"""

from collections.abc import Mapping
from functools import cached_property

import numpy as np

from searchapp.engine.storage.arrays import Array, ArrayFile, Ints, narrow

_FEW = 2
"""Documents are few when the lists hold so many times more numbers: then lists are looked up."""

_AT_ONCE = 4096
"""So many documents are looked up in one go; of more, those with one number are told apart."""


class Numbers:
    """One number below `size` or more for each document."""

    def __init__(self, file: ArrayFile, name: str, size: int) -> None:
        """The numbers that `number_arrays` made under that name."""
        self._size = size
        self._of_document = file.ints(f"{name}.numbers")
        self._lists = file.ints(f"{name}.lists")
        self._starts = file.ints(f"{name}.list_starts").astype(np.int64)
        self._lengths = np.diff(self._starts)

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self._of_document)

    def of_document(self, document: int) -> list[int]:
        """The numbers of a document, in the order in which it has them."""
        number = int(self._of_document[document])
        if number < self._size:
            return [number]
        start, end = self._starts[number - self._size], self._starts[number - self._size + 1]
        numbers: list[int] = self._lists[start:end].tolist()
        return numbers

    def of_documents(self, documents: Ints) -> Ints:
        """The numbers of some documents, in no order."""
        numbers = self._of_document.take(documents)
        if not len(self._lists):
            return numbers
        if len(numbers) <= _AT_ONCE:
            starts, lengths, listed = self._all_lists
            return listed.take(runs(starts.take(numbers), lengths.take(numbers)))
        single = numbers < self._size
        several = numbers.take(np.flatnonzero(~single)).astype(np.int64) - self._size
        places = runs(self._starts.take(several), self._lengths.take(several))
        return np.concatenate([numbers.take(np.flatnonzero(single)), self._lists.take(places)])

    def counts(self, documents: Ints) -> Ints:
        """How many of some documents have each number."""
        if len(documents) * _FEW < len(self._lists):
            return np.bincount(self.of_documents(documents), minlength=self._size)
        size = self._size + len(self._lengths)
        counts = np.bincount(self._of_document.take(documents), minlength=size)
        own = counts[: self._size]
        if len(self._lists):
            numbers, lists, starts = self._lists_by_number
            own[numbers] += np.add.reduceat(counts[self._size :].take(lists), starts)
        return own

    @cached_property
    def _all_lists(self) -> tuple[Ints, Ints, Ints]:
        """What each number stands for, itself or a list: where it starts, how long it is, what."""
        own = np.arange(self._size, dtype=np.int32)
        return (
            np.concatenate([own, self._starts[:-1] + self._size]),
            np.concatenate([np.ones(self._size, np.int64), self._lengths]),
            np.concatenate([own, self._lists.astype(np.int32)]),
        )

    @cached_property
    def _lists_by_number(self) -> tuple[Ints, Ints, Ints]:
        """The numbers in any list, the lists of each end to end, and where each one's begin."""
        order = np.argsort(self._lists, kind="stable")
        numbers, starts = np.unique(self._lists.take(order), return_index=True)
        return numbers, np.repeat(np.arange(len(self._lengths)), self._lengths).take(order), starts


def number_arrays(name: str, numbers: Ints, starts: Ints, size: int) -> Mapping[str, Array]:
    """The arrays of numbers below `size` of which document d has those from `starts[d]` on.

    Every document has one at least.
    """
    lengths = np.diff(starts)
    of_document = numbers[starts[:-1]].astype(np.int64)
    known: dict[bytes, int] = {}
    flat = numbers.astype(np.int32)
    for document in np.flatnonzero(lengths > 1).tolist():
        several = flat[starts[document] : starts[document + 1]].tobytes()
        of_document[document] = size + known.setdefault(several, len(known))
    ends = np.cumsum([0, *(len(several) // flat.itemsize for several in known)])
    return {
        f"{name}.numbers": narrow(of_document),
        f"{name}.lists": narrow(np.frombuffer(b"".join(known), np.int32)),
        f"{name}.list_starts": narrow(ends),
    }


def runs(starts: Ints, lengths: Ints) -> Ints:
    """Runs of consecutive places, laid end to end."""
    ends = np.cumsum(lengths, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(total)
