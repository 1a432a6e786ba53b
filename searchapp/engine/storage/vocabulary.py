"""Words as numbers: each written form is split, folded and stemmed once, however often it occurs.

A word never reaches over a blank, so what stands between two blanks ("(U.S.)," or "week.") is
looked up whole, and the pattern that splits it into words is asked only once.
"""

from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt

from searchapp.engine.storage.analysis import STOP_WORDS, fold, split_words, stem

Numbers = npt.NDArray[np.int32]
NO_TERM = -1
"""The number of the stem of a stop word: it gets no posting."""

_LONGEST: Final = 32
"""Longer stretches without a blank (addresses, Chinese) hardly come again."""


class Vocabulary:
    """Numbers for the exact forms and stems of all words met so far, in order of meeting."""

    def __init__(self) -> None:
        self._by_exact: dict[str, int] = {}
        self._by_stem: dict[str, int] = {}
        self._stem_of: list[int] = []
        self._numbers = _Stretches(self)

    def __len__(self) -> int:
        """How many written forms it remembers."""
        return len(self._numbers)

    def numbers(self, text: str) -> list[int]:
        """The numbers of the exact forms of a text's words."""
        return list(chain.from_iterable(map(self._numbers.__getitem__, text.split())))

    def number(self, exact: str) -> int:
        """The number of a term that is kept as it is."""
        number = self._by_exact.get(exact)
        if number is None:
            number = self._by_exact[exact] = len(self._by_exact)
            self._stem_of.append(self._stem_number(exact))
        return number

    def exact_terms(self) -> tuple[list[str], Numbers]:
        """All exact forms in order, and the rank of each number in that order."""
        return _ranked(self._by_exact)

    def stem_terms(self) -> tuple[list[str], Numbers]:
        """All stems in order, and for the number of each exact form the rank of its stem."""
        terms, ranks = _ranked(self._by_stem)
        of_exact = np.array(self._stem_of, np.int32)
        if not terms:
            return terms, of_exact
        return terms, np.where(of_exact == NO_TERM, np.int32(NO_TERM), ranks[of_exact])

    def _stem_number(self, exact: str) -> int:
        if exact in STOP_WORDS:
            return NO_TERM
        return self._by_stem.setdefault(stem(exact), len(self._by_stem))


class _Stretches(dict[str, tuple[int, ...]]):
    """The numbers of the words in a stretch without blanks, learnt when it is first met."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def __missing__(self, stretch: str) -> tuple[int, ...]:
        numbers = tuple(self._vocabulary.number(fold(word)) for word in split_words(stretch))
        if len(stretch) <= _LONGEST:
            self[stretch] = numbers
        return numbers


def _ranked(numbers: dict[str, int]) -> tuple[list[str], Numbers]:
    terms = sorted(numbers)
    ranks = np.empty(len(terms), np.int32)
    ranks[[numbers[term] for term in terms]] = np.arange(len(terms), dtype=np.int32)
    return terms, ranks
