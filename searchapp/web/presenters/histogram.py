"""The chart of articles per year, month or day: bars that are links."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from searchapp.search.facets import Facet
from searchapp.search.payload import toggled
from searchapp.search.periods import Level, parent_value, period_label, period_value
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket
from searchapp.search.url import build_url
from searchapp.web.presenters.wording import articles, number, period_name

MIN_SLOT = 24
"""The narrowest a bar's target may be, in pixels (WCAG 2.2, target size)."""
CHART_HEIGHT = 72
"""The height of the tallest bar in pixels."""
CHART_TOP = 16
"""Room above the bars for their counts."""
_MIN_SLOTS = 6
_MAX_GAP_YEARS = 150


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


def build_histogram(
    request: SearchRequest, level: Level, buckets: Sequence[Bucket]
) -> Histogram | None:
    """The chart of periods of one level; None when there are not two of them to compare."""
    if not any(bucket.count for bucket in buckets):
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


def _bars(request: SearchRequest, buckets: list[Bucket]) -> tuple[Bar, ...]:
    tallest = max(bucket.count for bucket in buckets)
    slot = 100 / max(len(buckets), _MIN_SLOTS)
    bars = []
    for position, bucket in enumerate(buckets):
        height = max(round(bucket.count / tallest * CHART_HEIGHT, 1), 2) if bucket.count else 0
        left = position * slot
        url = build_url(toggled(request, Facet.DATE, bucket)) if bucket.count else None
        bars.append(
            Bar(
                name=f"{period_label(bucket.value)}: {articles(bucket.count)}",
                tick=period_name(bucket.value, short=True),
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
