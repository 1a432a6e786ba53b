"""How many articles have the values of a facet, as the segments name them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np

from searchapp.engine.storage.arrays import Ints, differences
from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.segment import FacetValues

_EMPTY = np.zeros(0, np.int32)


class ValueCounts:
    """Living documents by the raw values of one facet, over several segments.

    Names are merged by asking for many sets of values, so the documents of each value are laid
    side by side once, when the first set is asked for.
    """

    def __init__(self, columns: Sequence[FacetValues], alive: Mask) -> None:
        self._number_of: dict[str, int] = {}
        numbers, owners, base = [_EMPTY], [_EMPTY], 0
        for column in columns:
            known = [self._number_of.setdefault(v, len(self._number_of)) for v in column.values]
            end = base + len(column.starts) - 1
            owner = np.repeat(np.arange(base, end, dtype=np.int32), differences(column.starts))
            living = alive[owner]
            numbers.append(np.array(known, np.int32)[column.numbers[living]])
            owners.append(owner[living])
            base = end
        self._numbers, self._owners = np.concatenate(numbers), np.concatenate(owners)
        self._totals = np.bincount(self._numbers, minlength=len(self._number_of))

    @cached_property
    def by_value(self) -> Mapping[str, int]:
        """How many articles have each value; values that no article has any more are left out."""
        pairs = zip(self._number_of, self._totals.tolist(), strict=True)
        return {value: total for value, total in pairs if total}

    def count_any(self, values: Iterable[str]) -> int:
        """How many articles have at least one of these values."""
        starts, documents = self._documents
        numbers = [self._number_of[value] for value in values if value in self._number_of]
        found = [documents[starts[number] : starts[number + 1]] for number in numbers]
        return len(np.unique(np.concatenate([_EMPTY, *found])))

    @cached_property
    def _documents(self) -> tuple[Ints, Ints]:
        """The documents in the order of their values' numbers, and where those of each start."""
        starts = np.concatenate([[0], np.cumsum(self._totals)])
        return starts, self._owners[np.argsort(self._numbers, kind="stable")]
