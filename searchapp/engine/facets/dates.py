"""The date facet: years, the months of a chosen year, the days of a chosen month."""

import numpy as np

from searchapp.engine.facets.counting import Counting
from searchapp.engine.facets.filtering import period_days
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.columns import DateColumn
from searchapp.search.date_scale import DateScale, date_scale
from searchapp.search.facets import FACET_FIELDS, NONE, Facet
from searchapp.search.holdings import Holdings
from searchapp.search.periods import period_label
from searchapp.search.response import Bucket, FacetResult


def list_dates(counting: Counting) -> FacetResult:
    """The periods of the request's scale in calendar order, with what the archive holds of them."""
    selection = counting.request.selection(Facet.DATE)
    column = counting.reader.columns.date
    totals = counting.counted(Facet.DATE).counts(column)
    chosen = [value for value in selection.chosen if value != NONE]
    scale = date_scale(counting.request)
    inside = column.between(None, None)
    if scale.within:
        inside = period_days(counting.reader, scale.within)
    counts = _count_periods(column, totals, inside, scale)
    listed = filter(scale.lists, chosen)
    values = list(dict.fromkeys((*sorted({*counts, *listed}), *chosen)))
    undated = int(totals[0]) if column.has_undated else 0
    if undated or NONE in selection.chosen:
        values.append(NONE)
        counts |= {NONE: undated} if undated else {}
    if selection:
        buckets = [counting.bucket(Facet.DATE, value, counts.get(value)) for value in values]
    else:
        buckets = [Bucket(value, _label(value), counts[value]) for value in values]
    return FacetResult(
        facet=Facet.DATE,
        buckets=tuple(buckets),
        holdings=_holdings(column, inside, scale),
    )


def _label(value: str) -> str:
    return FACET_FIELDS[Facet.DATE].none_label if value == NONE else period_label(value)


def _count_periods(
    column: DateColumn, totals: Ints, inside: range, scale: DateScale
) -> dict[str, int]:
    """The periods of some days that any document has, and how many documents each has."""
    if not inside:
        return {}
    names, starts = column.years if scale == DateScale() else column.periods(inside, scale.level)
    counts = np.add.reduceat(totals[inside.start : inside.stop], starts).tolist()
    return {name: count for name, count in zip(names, counts, strict=True) if count}


def _holdings(column: DateColumn, inside: range, scale: DateScale) -> Holdings:
    """What the archive has of the listed days, which is kept."""

    def find() -> Holdings:
        first, last = column.extent or (None, None)
        return Holdings(
            level=scale.level,
            periods=tuple(_count_periods(column, column.all_counts, inside, scale).items()),
            undated=int(column.all_counts[0]) if column.has_undated else 0,
            first=first,
            last=last,
        )

    return column.holdings.get(scale, find)
