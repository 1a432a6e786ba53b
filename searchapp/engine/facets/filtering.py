"""Selections and periods to sets of documents."""

from dataclasses import replace

import numpy as np

from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.facets import NONE, Facet
from searchapp.search.periods import Period, parse_period
from searchapp.search.request import SearchRequest
from searchapp.search.selection import Selection


def resolve_request(reader: IndexReader, request: SearchRequest) -> SearchRequest:
    """The request with its values in their stable form: “russia” as RU, any spelling as its name.

    Values that the index does not have stay as they are and match nothing.
    """
    page = request.page
    for selection in request.selections:
        if selection.facet is not Facet.DATE:
            request = request.with_selection(_resolved(reader, selection))
    return request if request.page == page else request.with_page(page)


def select(reader: IndexReader, selection: Selection) -> Mask:
    """The documents with any of the included, none of the excluded, all of the required values."""
    if not selection.included:
        return ~exclude(reader, selection)
    mask = _any_of(reader, selection.facet, selection.included)
    kept = selection.excluded or selection.required
    return mask & ~exclude(reader, selection) if kept else mask


def exclude(reader: IndexReader, selection: Selection) -> Mask:
    """The documents with any of the excluded values, or without one of the required."""
    mask = _any_of(reader, selection.facet, selection.excluded)
    for value in selection.required:
        mask |= ~_any_of(reader, selection.facet, (value,))
    return mask


def select_value(reader: IndexReader, facet: Facet, value: str) -> Mask:
    """The documents with a value of a facet; with `none`, those without any."""
    return _any_of(reader, facet, (value,))


def select_period(reader: IndexReader, period: Period) -> Mask:
    """The documents dated in a period; undated ones never are."""
    return reader.columns.date.dated(period_days(reader, period))


def period_days(reader: IndexReader, period: Period) -> range:
    """The numbers of the days of a period that any document has."""
    first = period.start.toordinal() if period.start else None
    last = period.end.toordinal() - 1 if period.end else None
    return reader.columns.date.between(first, last)


def _any_of(reader: IndexReader, facet: Facet, values: tuple[str, ...]) -> Mask:
    mask = np.zeros(len(reader), np.bool_)
    for value in values:
        if facet is not Facet.DATE:
            column = reader.columns.facet(facet)
            number = column.none if value == NONE else column.values.find(value)
            if number is not None:
                mask[column.documents(number)] = True
        elif value == NONE:
            mask |= reader.columns.date.undated()
        else:
            mask |= select_period(reader, parse_period(value))
    return mask


def _resolved(reader: IndexReader, selection: Selection) -> Selection:
    column = reader.columns.facet(selection.facet)

    def stable(value: str) -> str:
        number = None if value == NONE else column.resolve(value)
        return value if number is None else column.value(number).value

    excluded = dict.fromkeys(stable(value) for value in selection.excluded)
    included = dict.fromkeys(stable(value) for value in selection.included)
    required = dict.fromkeys(stable(value) for value in selection.required)
    return replace(
        selection,
        included=tuple(value for value in included if value not in excluded),
        excluded=tuple(excluded),
        required=tuple(value for value in required if value not in excluded),
    )
