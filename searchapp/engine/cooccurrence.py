"""Two facets against each other over the results of a request."""

import numpy as np

from searchapp.engine.answering import find_results
from searchapp.engine.facets.axes import Axis, build_axis
from searchapp.engine.facets.filtering import resolve_request
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.grid import Grid, GridRequest, GridValue
from searchapp.search.language import parse_query
from searchapp.search.request import SearchRequest


def build_grid(reader: IndexReader, request: SearchRequest, asked: GridRequest) -> Grid:
    """The grid of a result. Raises UserError for a query beyond the limits."""
    request = resolve_request(reader, request)
    documents = find_results(reader, request).documents
    rows = build_axis(reader, asked.rows, documents)
    columns = build_axis(reader, asked.columns, documents)
    across, more_columns = columns.first(documents, asked.most_columns)
    down, more_rows = rows.first(documents, asked.most_rows)
    inside = np.zeros(len(reader), np.bool_)
    inside[documents] = True
    cells = (columns.counts(rows.having(number, inside)) for number in down)
    return Grid(
        request=request,
        total=len(documents),
        rows=_edge(rows, down, documents),
        columns=_edge(columns, across, documents),
        cells=tuple(tuple(counts.take(across).tolist()) for counts in cells),
        more_rows=more_rows,
        more_columns=more_columns,
        notes=parse_query(request.query).notes,
    )


def _edge(axis: Axis, numbers: list[int], documents: Ints) -> tuple[GridValue, ...]:
    counts = axis.counts(documents)
    values = ((axis.value(number), int(counts[number])) for number in numbers)
    return tuple(
        GridValue(value=value.value, label=value.label, count=count) for value, count in values
    )
