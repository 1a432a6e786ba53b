"""The words of a facet's values, to find every value by the first letters of any of them.

Words are sorted, so that those which begin so stand side by side.
"""

from bisect import bisect_left
from collections.abc import Iterable
from functools import reduce

import numpy as np

from searchapp.engine.storage.analysis import fold, fold_text, split_words
from searchapp.engine.storage.arrays import Ints

_LAST = chr(0x10FFFF)


class NameWords:
    """Words and the numbers of the values that have them."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        """`names` are the numbers of values, each with one of its names."""
        numbers: dict[str, list[int]] = {}
        for number, name in names:
            for word in split_words(name):
                numbers.setdefault(fold(word), []).append(number)
        self._words = sorted(numbers)
        lengths = [len(numbers[word]) for word in self._words]
        self._starts = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])
        flat = [number for word in self._words for number in numbers[word]]
        self._numbers = np.array(flat, np.int32)

    def find(self, text: str) -> Ints:
        """The numbers of the values with, for each word of a text, a word that begins so.

        Ascending; none for a text without a word.
        """
        found = [self._beginning(word) for word in fold_text(text).split()]
        if not found:
            return np.zeros(0, np.int32)
        return reduce(lambda one, other: np.intersect1d(one, other, assume_unique=True), found)

    def _beginning(self, prefix: str) -> Ints:
        start = bisect_left(self._words, prefix)
        end = bisect_left(self._words, prefix + _LAST, lo=start)
        return np.unique(self._numbers[self._starts[start] : self._starts[end]])


def begins(text: str, name: str) -> bool:
    """Whether each word of a text is the beginning of some word of a name."""
    words = fold_text(name).split()
    return all(any(word.startswith(part) for word in words) for part in fold_text(text).split())
