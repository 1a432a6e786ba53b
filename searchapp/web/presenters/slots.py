"""The places of the chart of dates: one for each period, in proportion, gaps included."""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from searchapp.search.date_scale import DateScale, date_scale
from searchapp.search.facets import NONE, Facet
from searchapp.search.holdings import Holdings
from searchapp.search.periods import Level, period_between, period_label, period_value
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket, FacetResult

MAX_YEARS = 50
"""A longer chart of years has a place for ten years each, or for a hundred."""
_STEPS = (1, 10, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A period with its articles: `count` is what `target` finds, `held` what the archive has.

    `held` is None where that is not known. `value` is None for several years together.
    """

    label: str
    first: date
    last: date
    count: int
    held: int | None
    target: SearchRequest
    value: str | None = None
    selected: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Periods side by side without gaps; `years` is how many of them a place stands for."""

    level: Level
    years: int
    slots: tuple[Slot, ...]


def build_slots(request: SearchRequest, result: FacetResult) -> Slots | None:
    """The periods that are charted for that request; None when there are no days to show."""
    scale = date_scale(request)
    ends = _ends(scale, result)
    if ends is None:
        return None
    by_value = {bucket.value: bucket for bucket in result.buckets if bucket.value != NONE}
    held = dict(result.holdings.periods) if result.holdings else None
    step = _years_together(*ends) if scale.level is Level.YEAR else 1
    if step > 1:
        slots = tuple(_iter_years(request, ends, step, by_value, held))
    else:
        slots = tuple(
            _slot(request, value, by_value.get(value), held)
            for value in _values(scale.level, *ends)
        )
    return Slots(level=scale.level, years=step, slots=slots)


def without_chosen_dates(request: SearchRequest) -> SearchRequest:
    """The request with no date or period chosen; excluded ones stay excluded."""
    selection = request.selection(Facet.DATE)
    return request.with_selection(replace(selection, included=())).with_period(None)


def _ends(scale: DateScale, result: FacetResult) -> tuple[date, date] | None:
    """The first and last day shown; years are shown as far as the archive has any."""
    first = scale.within.start if scale.within else None
    last = scale.within.last_day if scale.within else None
    if scale.level is Level.YEAR:
        held = _held_ends(scale, result)
        if held is None:
            return None
        first, last = max(first or date.min, held[0]), min(last or date.max, held[1])
    first, last = first or date.min, last or date.max
    return (first, last) if first <= last else None


def _held_ends(scale: DateScale, result: FacetResult) -> tuple[date, date] | None:
    holdings = result.holdings or Holdings()
    if holdings.first and holdings.last:
        return holdings.first, holdings.last
    years = [bucket.value for bucket in result.buckets if bucket.value != NONE]
    years = [year for year in years if scale.lists(year)]
    if not years:
        return None
    return date(int(min(years)), 1, 1), date(int(max(years)), 12, 31)


def _years_together(first: date, last: date) -> int:
    fitting = (step for step in _STEPS if last.year // step - first.year // step < MAX_YEARS)
    return next(fitting, _STEPS[-1])


def _values(level: Level, first: date, last: date) -> Iterator[str]:
    """The calendar periods of a level from one day to another."""
    day = first
    while True:
        yield period_value(day, level)
        end = _last_day(day, level)
        if end >= last:
            return
        day = end + timedelta(days=1)


def _last_day(day: date, level: Level) -> date:
    if level is Level.YEAR:
        return day.replace(month=12, day=31)
    if level is Level.MONTH:
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day


def _slot(
    request: SearchRequest, value: str, bucket: Bucket | None, held: Mapping[str, int] | None
) -> Slot:
    first = date.fromisoformat(f"{value}-01-01"[:10])
    level = (Level.YEAR, Level.MONTH, Level.DAY)[value.count("-")]
    return Slot(
        label=period_label(value),
        first=first,
        last=_last_day(first, level),
        count=bucket.count if bucket else 0,
        held=None if held is None else held.get(value, 0),
        target=request.with_only(Facet.DATE, value),
        value=value,
        selected=bool(bucket and bucket.selected),
        excluded=bool(bucket and bucket.excluded),
    )


def _iter_years(
    request: SearchRequest,
    ends: tuple[date, date],
    step: int,
    buckets: Mapping[str, Bucket],
    held: Mapping[str, int] | None,
) -> Iterator[Slot]:
    """Places of several years, each of which leads to its days as a typed period."""
    for start in range(ends[0].year // step * step, ends[1].year + 1, step):
        years = range(max(start, 1), min(start + step, 10_000))
        inside = [buckets[f"{year:04}"] for year in years if f"{year:04}" in buckets]
        period = period_between(date(years[0], 1, 1), date(years[-1], 12, 31))
        narrowed = period.overlap(request.period) if request.period else period
        yield Slot(
            label=f"{years[0]}–{years[-1]}",
            first=date(years[0], 1, 1),
            last=date(years[-1], 12, 31),
            count=sum(bucket.count for bucket in inside if not bucket.excluded),
            held=None if held is None else sum(held.get(f"{year:04}", 0) for year in years),
            target=without_chosen_dates(request).with_period(narrowed),
            selected=any(bucket.selected for bucket in inside),
        )
