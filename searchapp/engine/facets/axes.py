"""Facets as axes: the values of a result, which of its documents have one, counts over any set."""

from typing import Protocol

import numpy as np

from searchapp.engine.evaluation.largest import places_of_largest
from searchapp.engine.facets.counting import Counted
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.columns import Columns, Mask
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.facets import Facet
from searchapp.search.periods import Level, period_label
from searchapp.search.response import Value


class Axis(Protocol):
    """The values of a facet, by number."""

    def first(self, documents: Ints, most: int) -> tuple[list[int], bool]:
        """The values of some living documents that are shown, and whether there are others."""
        ...

    def having(self, number: int, inside: Mask) -> Ints:
        """The documents of a set that have a value."""
        ...

    def counts(self, documents: Ints) -> Ints:
        """How many of some living documents have each value."""
        ...

    def value(self, number: int) -> Value:
        """A value with its label."""
        ...


def build_axis(reader: IndexReader, facet: Facet, documents: Ints) -> Axis:
    """The axis of a facet for those living documents."""
    if facet is Facet.DATE:
        return PeriodAxis(reader.columns, documents)
    return NameAxis(reader, facet)


class NameAxis:
    """A facet of names: the most frequent come first."""

    def __init__(self, reader: IndexReader, facet: Facet) -> None:
        self._columns = reader.columns
        self._column = reader.columns.facet(facet)

    def first(self, documents: Ints, most: int) -> tuple[list[int], bool]:
        """By count, then label; documents without a value are passed over."""
        column = self._column
        numbers, counts = Counted(self._columns, documents).occurring(column)
        named = np.flatnonzero(numbers < column.none)
        numbers, counts = numbers.take(named).astype(np.int64), counts.take(named)
        keys = counts * len(column.label_ranks) - column.label_ranks.take(numbers)
        best = places_of_largest(keys, most)
        best = best.take(np.argsort(-keys.take(best)))[:most]
        return numbers.take(best).tolist(), len(numbers) > most

    def having(self, number: int, inside: Mask) -> Ints:
        """The documents of a set that have a value."""
        documents = self._column.documents(number)
        return documents[inside.take(documents)]

    def counts(self, documents: Ints) -> Ints:
        """How many of some living documents have each value."""
        return self._column.counts(documents)

    def value(self, number: int) -> Value:
        """A value with its label."""
        return self._column.value(number)


class PeriodAxis:
    """Calendar periods: years, or the months of the only year, or the days of the only month."""

    def __init__(self, columns: Columns, documents: Ints) -> None:
        self._date = columns.date
        self._dated = columns.date.between(None, None)
        totals = columns.date.counts(documents)[self._dated.start :]
        for self._level in Level:
            self._names, self._starts = self._periods
            if not len(totals) or np.count_nonzero(np.add.reduceat(totals, self._starts)) > 1:
                break

    def first(self, documents: Ints, most: int) -> tuple[list[int], bool]:
        """In calendar order, the latest where there are too many."""
        found = np.flatnonzero(self.counts(documents) > 0).tolist()
        return found[-most:], len(found) > most

    def having(self, number: int, inside: Mask) -> Ints:
        """The documents of a set that are of a period."""
        bounds = [*self._starts.tolist(), len(self._dated)]
        first, last = (bounds[number + step] + self._dated.start for step in (0, 1))
        return np.flatnonzero(self._date.dated(range(first, last)) & inside)

    def counts(self, documents: Ints) -> Ints:
        """How many of some documents are of each period."""
        totals = self._date.counts(documents)[self._dated.start :]
        if not len(totals):
            return np.zeros(0, np.int64)
        return np.add.reduceat(totals, self._starts)

    def value(self, number: int) -> Value:
        """A period with its label."""
        name = self._names[number]
        return Value(value=name, label=period_label(name))

    @property
    def _periods(self) -> tuple[list[str], Ints]:
        if not self._dated:
            return [], np.zeros(0, np.int64)
        return self._date.periods(self._dated, self._level)
