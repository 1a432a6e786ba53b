"""The date facet: years, the months of a chosen year, the days of a chosen month."""

from datetime import date

import numpy as np

from searchapp.engine.facets.counting import Counting
from searchapp.search.facets import NONE, Facet
from searchapp.search.periods import Level, period_level
from searchapp.search.response import FacetResult

_EPOCH = date(1970, 1, 1).toordinal()
_UNITS = {
    Level.YEAR: "datetime64[Y]",
    Level.MONTH: "datetime64[M]",
    Level.DAY: "datetime64[D]",
}


def list_dates(counting: Counting) -> FacetResult:
    """The children of what the chosen periods have in common, in calendar order."""
    selection = counting.request.selection(Facet.DATE)
    dates = counting.reader.columns.dates
    mask = counting.counted(selection)
    parent = _common_parent([value for value in selection.included if value != NONE])
    level = period_level(parent).finer if parent else Level.YEAR
    days = (dates[mask & (dates > 0)] - _EPOCH).astype("datetime64[D]")
    periods, totals = np.unique(days.astype(_UNITS[level]), return_counts=True)
    counts = dict(zip(periods.astype(str).tolist(), totals.tolist(), strict=True))
    chosen = [value for value in (*selection.included, *selection.excluded) if value != NONE]
    children = sorted(
        value
        for value in {*counts, *chosen}
        if period_level(value) is level and (parent is None or value.startswith(f"{parent}-"))
    )
    values = list(dict.fromkeys((*children, *chosen)))
    undated = np.any(mask & (dates == 0))
    if undated or NONE in (*selection.included, *selection.excluded):
        values.append(NONE)
    buckets = [counting.bucket(Facet.DATE, value, counts.get(value)) for value in values]
    return FacetResult(facet=Facet.DATE, buckets=tuple(buckets))


def _common_parent(values: list[str]) -> str | None:
    """The finest year or month in which all the values lie, if there is one."""
    common: list[str] = []
    for parts in zip(*(value.split("-")[:2] for value in values), strict=False):
        if len(set(parts)) > 1:
            break
        common.append(parts[0])
    return "-".join(common) or None
