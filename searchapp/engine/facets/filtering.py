"""Selections and periods to sets of documents."""

from dataclasses import replace

import numpy as np

from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.facets import NONE, Facet
from searchapp.search.periods import Period, parse_period
from searchapp.search.request import SearchRequest, Selection


def resolve_request(reader: IndexReader, request: SearchRequest) -> SearchRequest:
    """The request with its values in their stable form: “russia” as RU, any spelling as its name.

    Values that the index does not have stay as they are and match nothing.
    """
    page = request.page
    for selection in request.selections:
        if selection.facet is not Facet.DATE:
            request = request.with_selection(_resolved(reader, selection))
    return request.with_page(page)


def select_value(reader: IndexReader, facet: Facet, value: str) -> Mask:
    """The documents with a value of a facet; with `none`, those without any."""
    if facet is Facet.DATE:
        return ~_dated(reader) if value == NONE else select_period(reader, parse_period(value))
    column = reader.columns.facet(facet)
    if value == NONE:
        return column.empty()
    mask = np.zeros(len(reader), np.bool_)
    number = column.values.find(value)
    if number is not None:
        mask[column.documents(number)] = True
    return mask


def select(reader: IndexReader, selection: Selection) -> Mask:
    """The documents with any of the included and none of the excluded values."""
    return _included(reader, selection) & ~exclude(reader, selection)


def exclude(reader: IndexReader, selection: Selection) -> Mask:
    """The documents with any of the excluded values."""
    mask = np.zeros(len(reader), np.bool_)
    for value in selection.excluded:
        mask |= select_value(reader, selection.facet, value)
    return mask


def select_period(reader: IndexReader, period: Period) -> Mask:
    """The documents dated in a period; undated ones never are."""
    dates = reader.columns.dates
    mask = _dated(reader)
    if period.start:
        mask &= dates >= period.start.toordinal()
    if period.end:
        mask &= dates < period.end.toordinal()
    return mask


def _dated(reader: IndexReader) -> Mask:
    return np.greater(reader.columns.dates, 0)


def _included(reader: IndexReader, selection: Selection) -> Mask:
    if not selection.included:
        return np.ones(len(reader), np.bool_)
    mask = np.zeros(len(reader), np.bool_)
    for value in selection.included:
        mask |= select_value(reader, selection.facet, value)
    return mask


def _resolved(reader: IndexReader, selection: Selection) -> Selection:
    column = reader.columns.facet(selection.facet)

    def stable(value: str) -> str:
        number = None if value == NONE else column.resolve(value)
        return value if number is None else column.values[number]

    excluded = dict.fromkeys(stable(value) for value in selection.excluded)
    included = dict.fromkeys(stable(value) for value in selection.included)
    return replace(
        selection,
        included=tuple(value for value in included if value not in excluded),
        excluded=tuple(excluded),
    )
