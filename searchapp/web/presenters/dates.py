"""The date facet: the way down from years to days, as a list and as a chart."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from searchapp.search.facets import FACET_FIELDS, NONE, Facet
from searchapp.search.payload import toggled
from searchapp.search.periods import (
    Level,
    Period,
    parent_value,
    period_label,
    period_level,
    period_value,
)
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket, SearchResponse
from searchapp.search.url import build_url
from searchapp.web.presenters.ids import stable_id
from searchapp.web.presenters.wording import articles, number

_MAX_GAP_YEARS = 150
_LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """A step of the way down; the last one, where the person is, has no URL."""

    label: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """A period in the list; `url` chooses it, or lets it go when it is chosen or excluded."""

    id: str
    label: str
    count: str
    url: str
    exclude_url: str
    none: bool
    selected: bool
    excluded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of the chart: places in per cent of its width, heights in pixels.

    A period without articles has no URL.
    """

    name: str
    tick: str
    count: str
    url: str | None
    selected: bool
    slot_x: float
    slot_width: float
    x: float
    width: float
    middle: float
    height: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """The chart of articles per period; `min_width` keeps every bar wide enough to hit."""

    caption: str
    bars: tuple[Bar, ...]
    min_width: int
    show_counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """Everything about dates on the search page; `since` and `until` are the typed ends."""

    crumbs: tuple[Crumb, ...]
    rows: tuple[DateRow, ...]
    level: str
    since: str
    until: str
    clear_url: str | None
    more: bool
    all_url: str
    histogram: Histogram | None


def build_date_view(response: SearchResponse) -> DateView:
    """The view of the date facet of that answer."""
    request = response.request
    result = response.facet(Facet.DATE)
    level = _level_shown(result.buckets)
    chosen = _chosen(request)
    shown = [bucket for bucket in result.buckets if _at(bucket, level)]
    others = [
        bucket for bucket in result.buckets if not _at(bucket, level) and (bucket.value,) != chosen
    ]
    calendar_order = sorted(shown, key=lambda bucket: bucket.value)
    return DateView(
        crumbs=_crumbs(request, chosen),
        rows=tuple(_row(request, bucket) for bucket in (*calendar_order, *others)),
        level=level.value,
        since=_typed(request.period, "start"),
        until=_typed(request.period, "last_day"),
        clear_url=(
            build_url(request.without_facet(Facet.DATE).with_period(None))
            if request.selection(Facet.DATE) or request.period
            else None
        ),
        more=result.more,
        all_url=build_url(request.with_expanded(Facet.DATE)),
        histogram=_histogram(request, level, calendar_order),
    )


def _chosen(request: SearchRequest) -> tuple[str, ...]:
    return tuple(value for value in request.selection(Facet.DATE).included if value != NONE)


def _at(bucket: Bucket, level: Level) -> bool:
    return bucket.value != NONE and period_level(bucket.value) is level


def _level_shown(buckets: Iterable[Bucket]) -> Level:
    """The level of the periods that can be chosen next; failing these, of the chosen ones."""
    dated = [bucket for bucket in buckets if bucket.value != NONE]
    free = [bucket for bucket in dated if not bucket.selected and not bucket.excluded]
    levels = {period_level(bucket.value) for bucket in free or dated}
    return max(levels, key=_LEVELS.index, default=Level.YEAR)


def _crumbs(request: SearchRequest, chosen: tuple[str, ...]) -> tuple[Crumb, ...]:
    """From all dates down to the one chosen period; nothing when none or several are chosen."""
    if len(chosen) != 1:
        return ()
    way: list[str] = []
    value: str | None = chosen[0]
    while value:
        way.insert(0, value)
        value = parent_value(value)
    crumbs = [Crumb(label="All dates", url=build_url(request.without_facet(Facet.DATE)))]
    for value in way[:-1]:
        url = build_url(request.with_only(Facet.DATE, value))
        crumbs.append(Crumb(label=_tick(value, full=True), url=url))
    return (*crumbs, Crumb(label=_tick(way[-1], full=True), url=None))


def _row(request: SearchRequest, bucket: Bucket) -> DateRow:
    if bucket.excluded:
        other = request.without_value(Facet.DATE, bucket.value)
    else:
        other = request.with_excluded(Facet.DATE, bucket.value)
    return DateRow(
        id=stable_id(Facet.DATE, bucket.value),
        label=_row_label(bucket.value),
        count=number(bucket.count),
        url=build_url(toggled(request, Facet.DATE, bucket)),
        exclude_url=build_url(other),
        none=bucket.value == NONE,
        selected=bucket.selected,
        excluded=bucket.excluded,
    )


def _row_label(value: str) -> str:
    return FACET_FIELDS[Facet.DATE].none_label if value == NONE else period_label(value)


def _tick(value: str, *, full: bool = False) -> str:
    """A period named within the next coarser one: "2022", "Dec" or "December", "30"."""
    parts = value.split("-")
    if len(parts) == 2:
        names = calendar.month_name if full else calendar.month_abbr
        return names[int(parts[1])]
    return str(int(parts[-1]))


def _typed(period: Period | None, end: str) -> str:
    if period is None:
        return ""
    day = period.start if end == "start" else period.last_day
    return day.isoformat() if day else ""


def _histogram(request: SearchRequest, level: Level, buckets: list[Bucket]) -> Histogram | None:
    if len(buckets) == 0 or not any(bucket.count for bucket in buckets):
        return None
    by_value = {bucket.value: bucket for bucket in buckets}
    values = _without_gaps(level, sorted(by_value))
    if len(values) < 2:
        return None
    filled = [by_value.get(value) or Bucket(value=value, label="", count=0) for value in values]
    return Histogram(
        caption=_caption(level, values),
        bars=_bars(request, filled),
        min_width=len(values) * MIN_SLOT,
        show_counts=len(values) <= 12,
    )


MIN_SLOT = 24
"""The narrowest a bar's target may be, in pixels (WCAG 2.2, target size)."""
CHART_HEIGHT = 72
"""The height of the tallest bar in pixels."""
CHART_TOP = 16
"""Room above the bars for their counts."""
_MIN_SLOTS = 6


def _bars(request: SearchRequest, buckets: list[Bucket]) -> tuple[Bar, ...]:
    tallest = max(bucket.count for bucket in buckets)
    slot = 100 / max(len(buckets), _MIN_SLOTS)
    step = 1 if len(buckets) <= 31 else 5
    bars = []
    for position, bucket in enumerate(buckets):
        height = max(round(bucket.count / tallest * CHART_HEIGHT, 1), 2) if bucket.count else 0
        left = position * slot
        url = build_url(toggled(request, Facet.DATE, bucket)) if bucket.count else None
        labelled = step == 1 or int(bucket.value[:4]) % step == 0
        bars.append(
            Bar(
                name=f"{period_label(bucket.value)}: {articles(bucket.count)}",
                tick=_tick(bucket.value) if labelled else "",
                count=number(bucket.count),
                url=url,
                selected=bucket.selected,
                slot_x=round(left, 3),
                slot_width=round(slot, 3),
                x=round(left + slot * 0.12, 3),
                width=round(slot * 0.76, 3),
                middle=round(left + slot / 2, 3),
                height=height,
                top=CHART_TOP + CHART_HEIGHT - height,
            )
        )
    return tuple(bars)


def _caption(level: Level, values: list[str]) -> str:
    parents = {parent_value(value) for value in values}
    within = parents.pop() if len(parents) == 1 else None
    return f"Articles per {level}" + (f", {period_label(within)}" if within else "")


def _without_gaps(level: Level, values: list[str]) -> list[str]:
    """The values with the empty periods between them, whole years and months where they nest."""
    if level is Level.YEAR:
        first, last = int(values[0]), int(values[-1])
        if last - first > _MAX_GAP_YEARS:
            return values
        return [f"{year:04}" for year in range(first, last + 1)]
    parents = sorted({parent for value in values if (parent := parent_value(value))})
    if level is Level.MONTH:
        return [f"{year}-{month:02}" for year in parents for month in range(1, 13)]
    return [
        period_value(date(int(parent[:4]), int(parent[5:]), day), Level.DAY)
        for parent in parents
        for day in range(1, calendar.monthrange(int(parent[:4]), int(parent[5:]))[1] + 1)
    ]
