"""Exact counts beside the values of facets, each facet's own selection left out.

The count beside a value is the number of results after choosing it alone in its facet: other
facets narrow, the facet's own inclusions do not, and the other values it excludes stay excluded.
"""

from dataclasses import replace
from functools import cached_property, reduce

import numpy as np

from searchapp.countries import country_name
from searchapp.engine.facets.filtering import exclude, select, select_period, select_value
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.columns import Columns, DateColumn, FacetColumn
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.facets import FACET_FIELDS, NONE, Facet
from searchapp.search.periods import period_label
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket
from searchapp.search.selection import Selection

_SPARSE = 8
_MANY = 1 << 15
"""Numbers are sorted rather than counted when there are so many, and so many times more of them
than of documents.
"""


class Counted:
    """The living documents over which a facet is counted.

    When they are more than half of all, what is counted are the others.
    """

    def __init__(self, columns: Columns, documents: Ints) -> None:
        self.documents = documents
        self._others: Ints | None = None
        if len(documents) * 2 > columns.living:
            others = columns.alive.copy()
            others[documents] = False
            self._others = np.flatnonzero(others)

    def counts(self, column: FacetColumn | DateColumn) -> Ints:
        """How many of them have each number of a column."""
        if self._others is None:
            return column.counts(self.documents)
        if not len(self._others):
            return column.all_counts
        return column.all_counts - column.counts(self._others)

    def occurring(self, column: FacetColumn) -> tuple[Ints, Ints]:
        """The numbers of a column that any of them has, ascending, and how many have each."""
        if not column.none:
            total = np.full(min(1, len(self.documents)), len(self.documents))
            return np.zeros(len(total), np.int64), total
        if column.none > max(_MANY, len(self.documents) * _SPARSE):
            return column.occurring(self.documents)
        counts = self.counts(column)
        (numbers,) = (counts > 0).nonzero()
        return numbers, counts.take(numbers)


class Counting:
    """One request's filters over the documents that match its query."""

    def __init__(self, reader: IndexReader, request: SearchRequest, matching: Ints) -> None:
        """`matching` are living documents, ascending."""
        self.reader = reader
        self.request = request
        self._matching = matching
        period = request.period
        self._period = select_period(reader, period).take(matching) if period else None
        self._selected = {
            entry.facet: select(reader, entry).take(matching) for entry in request.selections
        }

    def results(self) -> Ints:
        """The places of the matching documents that are in the result, ascending."""
        return self._places(None)

    def counted(self, facet: Facet) -> Counted:
        """The documents over which a facet's values are counted."""
        selection = self.request.selection(facet)
        return self._counted(selection) if selection else self._result

    def bucket(self, facet: Facet, value: str, count: int | None = None) -> Bucket:
        """A value with its count, which is worked out for it alone when it is not given."""
        selection = self.request.selection(facet)
        return Bucket(
            value=value,
            label=self._label(facet, value),
            count=self._count(selection, value) if count is None else count,
            selected=value in selection.included,
            excluded=value in selection.excluded,
            required=value in selection.required,
        )

    @cached_property
    def _result(self) -> Counted:
        narrowed = self._selected or self._period is not None
        documents = self._matching.take(self.results()) if narrowed else self._matching
        return Counted(self.reader.columns, documents)

    def _counted(self, selection: Selection) -> Counted:
        documents = self._matching.take(self._places(selection.facet))
        if selection.excluded or selection.required:
            unwanted = exclude(self.reader, selection).take(documents)
            documents = documents.take(np.flatnonzero(~unwanted))
        return Counted(self.reader.columns, documents)

    def _places(self, left_out: Facet | None) -> Ints:
        """The places of the matching documents that pass every filter but that of one facet."""
        masks = [mask for facet, mask in self._selected.items() if facet is not left_out]
        if self._period is not None:
            masks.append(self._period)
        if not masks:
            return np.arange(len(self._matching))
        return np.flatnonzero(reduce(np.logical_and, masks))

    def _count(self, selection: Selection, value: str) -> int:
        kept = tuple(other for other in selection.excluded if other != value)
        counted = self._counted(replace(selection, included=(), excluded=kept))
        having = select_value(self.reader, selection.facet, value)
        return int(np.count_nonzero(having.take(counted.documents)))

    def _label(self, facet: Facet, value: str) -> str:
        if value == NONE:
            return FACET_FIELDS[facet].none_label
        if facet is Facet.DATE:
            return period_label(value)
        column = self.reader.columns.facet(facet)
        number = column.values.find(value)
        if number is not None:
            return column.value(number).label
        return (country_name(value) if facet is Facet.COUNTRY else None) or value
