"""All values of a facet over the whole archive, a page at a time."""

from collections import Counter
from dataclasses import replace

import numpy as np

from searchapp.engine.facets.years import Years
from searchapp.engine.storage.analysis import fold_text
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.columns import FacetColumn
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.value_list import (
    OTHER_LETTER,
    ListedValue,
    ListOrder,
    ListRequest,
    ValueList,
)


def list_all_values(reader: IndexReader, request: ListRequest) -> ValueList:
    """The page of values that is asked for."""
    column = reader.columns.facet(request.facet)
    numbers = _with_words(column, fold_text(request.words).split())
    letters = Counter(_letter(column.folded[number]) for number in numbers)
    if request.letter:
        numbers = [n for n in numbers if _letter(column.folded[n]) == request.letter]
    pages = -(-len(numbers) // request.size)
    page = min(max(request.page, 1), max(pages, 1))
    ordered = _ordered(column, np.array(numbers, np.int64), request.order)
    years = Years(reader.columns.date)
    shown = ordered[(page - 1) * request.size : page * request.size]
    return ValueList(
        request=replace(request, page=page),
        total=len(numbers),
        pages=pages,
        known=int(np.count_nonzero(column.totals())),
        values=tuple(_listed(column, years, number) for number in shown.tolist()),
        letters=tuple(sorted(letters.items(), key=lambda entry: (not entry[0].isalpha(), entry))),
        years=tuple(years.names),
    )


def _with_words(column: FacetColumn, words: list[str]) -> list[int]:
    """The values that any article has and whose labels have words that begin so."""
    living: list[int] = np.flatnonzero(column.totals() > 0).tolist()
    for word in words:
        living = [n for n in living if f" {word}" in f" {column.folded[n]}"]
    return living


def _letter(folded: str) -> str:
    first = folded[:1].upper()
    return first if first.isalpha() else OTHER_LETTER


def _ordered(column: FacetColumn, numbers: Ints, order: ListOrder) -> Ints:
    ranks = column.label_ranks.take(numbers)
    if order is ListOrder.NAME:
        return numbers.take(np.argsort(ranks))
    return numbers.take(np.lexsort((ranks, -column.totals().take(numbers))))


def _listed(column: FacetColumn, years: Years, number: int) -> ListedValue:
    value, documents = column.value(number), column.documents(number)
    return ListedValue(
        value=value.value,
        label=value.label,
        count=len(documents),
        per_year=years.count(documents),
    )
