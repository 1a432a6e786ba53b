"""Exact counts beside the values of facets, each facet's own selection left out.

The count beside a value is the number of results after choosing it alone in its facet: other
facets narrow, the facet's own inclusions do not, and the other values it excludes stay excluded.
"""

import numpy as np

from searchapp.countries import country_name
from searchapp.engine.facets.filtering import exclude, select, select_period, select_value
from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.facets import FACET_FIELDS, NONE, Facet
from searchapp.search.periods import period_label
from searchapp.search.request import SearchRequest, Selection
from searchapp.search.response import Bucket


class Counting:
    """One request's filters over the documents that match its query."""

    def __init__(self, reader: IndexReader, request: SearchRequest, matching: Mask) -> None:
        """`matching` has one entry per document, False for removed ones; it is not changed."""
        self.reader = reader
        self.request = request
        period = request.period
        self._base = matching & select_period(reader, period) if period else matching
        self._masks = {entry.facet: select(reader, entry) for entry in request.selections}

    def results(self) -> Mask:
        """The documents of the result."""
        return self._narrowed(self._base, self._masks)

    def counted(self, selection: Selection) -> Mask:
        """The documents over which a facet's values are counted, given what it excludes."""
        others = {facet: mask for facet, mask in self._masks.items() if facet != selection.facet}
        mask = self._narrowed(self._base, others)
        return mask & ~exclude(self.reader, selection) if selection.excluded else mask

    def bucket(self, facet: Facet, value: str, count: int | None = None) -> Bucket:
        """A value with its count, which is worked out for it alone when it is not given."""
        selection = self.request.selection(facet)
        return Bucket(
            value=value,
            label=self._label(facet, value),
            count=self._count(selection, value) if count is None else count,
            selected=value in selection.included,
            excluded=value in selection.excluded,
        )

    def _count(self, selection: Selection, value: str) -> int:
        kept = tuple(other for other in selection.excluded if other != value)
        mask = self.counted(Selection(facet=selection.facet, excluded=kept))
        return int(np.count_nonzero(mask & select_value(self.reader, selection.facet, value)))

    def _label(self, facet: Facet, value: str) -> str:
        if value == NONE:
            return FACET_FIELDS[facet].none_label
        if facet is Facet.DATE:
            return period_label(value)
        column = self.reader.columns.facet(facet)
        number = column.values.find(value)
        if number is not None:
            return column.labels[number]
        return (country_name(value) if facet is Facet.COUNTRY else None) or value

    def _narrowed(self, mask: Mask, masks: dict[Facet, Mask]) -> Mask:
        for other in masks.values():
            mask = mask & other
        return mask
