"""The whole-archive lists and the grid of the reference engine: each number is a search's total."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol

from searchapp.engine.storage.analysis import fold_text
from searchapp.search.facets import Facet
from searchapp.search.grid import Grid, GridRequest, GridValue
from searchapp.search.periods import Level, period_label, period_value
from searchapp.search.request import SearchRequest
from searchapp.search.response import Value
from searchapp.search.value_list import (
    OTHER_LETTER,
    ListedValue,
    ListOrder,
    ListRequest,
    ValueList,
)


class Archive(Protocol):
    """What is counted."""

    def count(self, request: SearchRequest) -> int: ...
    def values(self, facet: Facet) -> Iterable[Value]: ...
    def days(self) -> Iterable[date]: ...


def list_values_of(archive: Archive, request: ListRequest) -> ValueList:
    facet = request.facet
    years = sorted({period_value(day, Level.YEAR) for day in archive.days()})
    known = archive.values(facet)
    wanted = fold_text(request.words).split()
    named = [value for value in known if has_words(value.label, wanted)]
    chosen = [v for v in named if not request.letter or letter_of(v.label) == request.letter]
    listed = [
        ListedValue(
            value=value.value,
            label=value.label,
            count=archive.count(SearchRequest().with_only(facet, value.value)),
            per_year=tuple(
                archive.count(
                    SearchRequest().with_only(facet, value.value).with_only(Facet.DATE, year)
                )
                for year in years
            ),
        )
        for value in chosen
    ]
    listed.sort(key=lambda entry: (fold_text(entry.label), entry.value))
    if request.order is ListOrder.COUNT:
        listed.sort(key=lambda entry: -entry.count)
    pages = -(-len(listed) // request.size)
    page = min(max(request.page, 1), max(pages, 1))
    letters = Counter(letter_of(value.label) for value in named)
    return ValueList(
        request=replace(request, page=page),
        total=len(listed),
        pages=pages,
        known=len(set(known)),
        values=tuple(listed[(page - 1) * request.size : page * request.size]),
        letters=tuple(sorted(letters.items(), key=lambda e: (e[0] == OTHER_LETTER, e[0]))),
        years=tuple(years),
    )


def has_words(label: str, wanted: list[str]) -> bool:
    words = fold_text(label).split()
    return all(any(word.startswith(beginning) for word in words) for beginning in wanted)


def letter_of(label: str) -> str:
    first = fold_text(label)[:1].upper()
    return first if first.isalpha() else OTHER_LETTER


def grid_of(archive: Archive, request: SearchRequest, asked: GridRequest) -> Grid:
    rows, more_rows = edge(archive, request, asked.rows, asked.most_rows)
    columns, more_columns = edge(archive, request, asked.columns, asked.most_columns)
    return Grid(
        request=request,
        total=archive.count(request),
        rows=rows,
        columns=columns,
        cells=tuple(
            tuple(
                archive.count(narrowed(narrowed(request, asked.rows, row), asked.columns, column))
                for column in columns
            )
            for row in rows
        ),
        more_rows=more_rows,
        more_columns=more_columns,
    )


def narrowed(request: SearchRequest, facet: Facet, value: GridValue) -> SearchRequest:
    return request.with_required(facet, value.value)


def edge(
    archive: Archive, request: SearchRequest, facet: Facet, most: int
) -> tuple[tuple[GridValue, ...], bool]:
    if facet is Facet.DATE:
        periods = periods_of(archive, request)
        return tuple(periods[-most:]), len(periods) > most
    found = counted(archive, request, facet, archive.values(facet))
    found.sort(key=lambda value: (-value.count, fold_text(value.label), value.value))
    return tuple(found[:most]), len(found) > most


def periods_of(archive: Archive, request: SearchRequest) -> list[GridValue]:
    """The years of a result; of a single year its months, of a single month its days."""
    found: list[GridValue] = []
    for level in Level:
        names = sorted({period_value(day, level) for day in archive.days()})
        values = [Value(value=name, label=period_label(name)) for name in names]
        found = counted(archive, request, Facet.DATE, values)
        if len(found) > 1:
            break
    return found


def counted(
    archive: Archive, request: SearchRequest, facet: Facet, values: Iterable[Value]
) -> list[GridValue]:
    all_values = (
        GridValue(
            value=value.value,
            label=value.label,
            count=archive.count(request.with_required(facet, value.value)),
        )
        for value in values
    )
    return [value for value in all_values if value.count]
