"""Two facets against each other: how many articles of a result have both values."""

from dataclasses import dataclass

from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest

GRID_ROWS = 20
GRID_COLUMNS = 15
"""How many values of each facet a grid shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRequest:
    """The facets to lay out, and how many values of each at most."""

    rows: Facet = Facet.PERSON
    columns: Facet = Facet.COUNTRY
    most_rows: int = GRID_ROWS
    most_columns: int = GRID_COLUMNS


@dataclass(frozen=True, slots=True, kw_only=True)
class GridValue:
    """A value on an edge of the grid, and the number of results that have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The most frequent values of two facets in a result, and how many results have both.

    `request` is the search as it was understood, `total` its number of results. `cells` has a row
    for each of `rows`, with a number for each of `columns`. Names come by count, then label; dates
    are the periods in calendar order: years, or the months of the only year, or the days of the
    only month, and the latest of them when there are too many. Articles without a value are in
    `total` alone. `more_rows` and `more_columns` tell that there are further values.
    """

    request: SearchRequest
    total: int
    rows: tuple[GridValue, ...] = ()
    columns: tuple[GridValue, ...] = ()
    cells: tuple[tuple[int, ...], ...] = ()
    more_rows: bool = False
    more_columns: bool = False
    notes: tuple[str, ...] = ()
