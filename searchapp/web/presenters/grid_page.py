"""Two facets of a result against each other: every number is a link to what it counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.grid import Grid, GridRequest, GridValue
from searchapp.search.request import SearchRequest
from searchapp.search.response import SearchResponse
from searchapp.search.url import build_url
from searchapp.search.wording import articles, number
from searchapp.web.presenters.views import (
    GRID,
    Extra,
    ViewHead,
    build_view_head,
    form_fields,
    view_url,
)

_SHADES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A number; `shade` is 0 for none and grows with it. Zero leads nowhere."""

    count: str
    name: str
    url: str | None
    shade: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeCell:
    """A value on an edge, with the number of results that have it."""

    label: str
    count: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row of the table."""

    head: EdgeCell
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetOption:
    """A facet that rows or columns can show."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GridPage:
    """The grid with its head; `fields` are the hidden inputs of the form that chooses facets."""

    head: ViewHead
    heading: str
    caption: str
    row_options: tuple[FacetOption, ...]
    column_options: tuple[FacetOption, ...]
    fields: Extra
    columns: tuple[EdgeCell, ...]
    rows: tuple[GridRow, ...]
    more: str
    csv_url: str
    turned_url: str


def parse_grid_request(args: Mapping[str, str]) -> GridRequest:
    """The facets that an address asks for; a name that is none falls back to its default."""
    default = GridRequest()
    return GridRequest(
        rows=_facet(args.get("rows", ""), default.rows),
        columns=_facet(args.get("columns", ""), default.columns),
    )


def build_grid_page(grid: Grid, asked: GridRequest, response: SearchResponse) -> GridPage:
    """The page of a grid; `response` is the answer to the same request."""
    request, extra = grid.request, _extra(asked)
    rows, columns = _plural(asked.rows), _plural(asked.columns)
    return GridPage(
        head=build_view_head(response, GRID, extra),
        heading=f"{rows} × {columns.lower()}",
        caption=(
            f"How many of {articles(grid.total)} have both. The numbers beside the names "
            "are those of all articles with the name."
        ),
        row_options=_options(asked.rows),
        column_options=_options(asked.columns),
        fields=form_fields(request),
        columns=tuple(_edge(request, asked.columns, value) for value in grid.columns),
        rows=tuple(_iter_rows(grid, asked)),
        more=_more(grid, asked),
        csv_url=view_url(f"{GRID}.csv", request, extra),
        turned_url=view_url(
            GRID, request, _extra(GridRequest(rows=asked.columns, columns=asked.rows))
        ),
    )


def iter_grid_rows(grid: Grid, asked: GridRequest) -> Iterator[tuple[str, ...]]:
    """The grid as rows of a table: names and totals on its edges."""
    corner = f"{_plural(asked.rows)} \\ {_plural(asked.columns)}"
    yield (corner, "Articles", *(column.label for column in grid.columns))
    yield ("Articles", str(grid.total), *(str(column.count) for column in grid.columns))
    for row, counts in zip(grid.rows, grid.cells, strict=True):
        yield (row.label, str(row.count), *map(str, counts))


def _iter_rows(grid: Grid, asked: GridRequest) -> Iterator[GridRow]:
    highest = max((count for counts in grid.cells for count in counts), default=0)
    for row, counts in zip(grid.rows, grid.cells, strict=True):
        request = grid.request.narrowed_to(asked.rows, row.value)
        cells = tuple(
            Cell(
                count=number(count),
                name=f"{row.label} and {column.label}: {articles(count)}",
                url=build_url(request.narrowed_to(asked.columns, column.value)) if count else None,
                shade=_shade(count, highest),
            )
            for column, count in zip(grid.columns, counts, strict=True)
        )
        yield GridRow(head=_edge(grid.request, asked.rows, row), cells=cells)


def _shade(count: int, highest: int) -> int:
    """By the square root, so that the few large numbers leave the others something."""
    return max(1, round((count / highest) ** 0.5 * _SHADES)) if count else 0


def _edge(request: SearchRequest, facet: Facet, value: GridValue) -> EdgeCell:
    return EdgeCell(
        label=value.label,
        count=number(value.count),
        url=build_url(request.narrowed_to(facet, value.value)),
    )


def _more(grid: Grid, asked: GridRequest) -> str:
    """What the grid leaves out, in words."""
    cut = [
        f"the {_shown(facet)} {len(values)} {_plural(facet).lower()}"
        for facet, values, more in (
            (asked.rows, grid.rows, grid.more_rows),
            (asked.columns, grid.columns, grid.more_columns),
        )
        if more
    ]
    return f"Shown are {' and '.join(cut)}; filters bring others in." if cut else ""


def _shown(facet: Facet) -> str:
    return "latest" if facet is Facet.DATE else "most frequent"


def _plural(facet: Facet) -> str:
    return FACET_FIELDS[facet].plural


def _options(chosen: Facet) -> tuple[FacetOption, ...]:
    return tuple(
        FacetOption(value=facet.value, label=field.plural, chosen=facet is chosen)
        for facet, field in FACET_FIELDS.items()
    )


def _extra(asked: GridRequest) -> Extra:
    default = GridRequest()
    if (asked.rows, asked.columns) == (default.rows, default.columns):
        return ()
    return (("rows", asked.rows.value), ("columns", asked.columns.value))


def _facet(name: str, default: Facet) -> Facet:
    return Facet(name) if name in tuple(Facet) else default
