"""A value's articles over time: bars that lead to the search of their period."""

from collections.abc import Sequence
from dataclasses import dataclass

from searchapp.search.facets import Facet
from searchapp.search.periods import Level, period_label
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket
from searchapp.search.url import build_url
from searchapp.search.wording import articles, number
from searchapp.web.presenters.wording import period_name

_NARROWEST = 24
"""The least room for a bar, in pixels: no target is narrower (WCAG 2.2, target size)."""
_WIDEST = 60
_ROOMY = 40
"""From this room on, the whole year and the count are written with a bar."""
_PAGE = 880
_HEIGHT = 72
_TOP = 16
_MOST_YEARS = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBar:
    """A period: places in pixels; one without articles has no URL."""

    label: str
    tick: str
    count: str
    name: str
    url: str | None
    left: int
    middle: float
    top: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The chart, in pixels; `slot` is the room for each bar, `bar` its width."""

    caption: str
    width: int
    slot: int
    bar: int
    show_counts: bool
    bars: tuple[TimeBar, ...]


def build_timeline(
    request: SearchRequest, level: Level, buckets: Sequence[Bucket]
) -> Timeline | None:
    """The chart of periods of one level; None when there are not two of them to compare."""
    by_value = {bucket.value: bucket for bucket in buckets}
    if len(by_value) < 2:
        return None
    tallest = max(bucket.count for bucket in buckets)
    values = _without_gaps(level, sorted(by_value))
    slot = min(max(_PAGE // len(values), _NARROWEST), _WIDEST)
    return Timeline(
        caption=f"Articles per {level}",
        width=len(values) * slot,
        slot=slot,
        bar=slot * 3 // 4,
        show_counts=slot >= _ROOMY,
        bars=tuple(
            _bar(request, value, by_value.get(value), tallest, place * slot, slot)
            for place, value in enumerate(values)
        ),
    )


def _bar(
    request: SearchRequest,
    value: str,
    bucket: Bucket | None,
    tallest: int,
    left: int,
    slot: int,
) -> TimeBar:
    count = bucket.count if bucket else 0
    height = max(round(count / tallest * _HEIGHT, 1), 2) if count else 0
    return TimeBar(
        label=period_label(value),
        tick=_tick(value, roomy=slot >= _ROOMY),
        count=number(count),
        name=f"{period_label(value)}: {articles(count)}",
        url=build_url(request.with_only(Facet.DATE, value)) if count else None,
        left=left,
        middle=left + slot / 2,
        top=_TOP + _HEIGHT - height,
        height=height,
    )


def _tick(value: str, *, roomy: bool) -> str:
    """A year, shortened where there is no room; a month by its name, January by its year."""
    if "-" not in value:
        return value if roomy or value[-1] in "05" else f"’{value[2:]}"
    return value[:4] if value.endswith("-01") else period_name(value, short=True)


def _without_gaps(level: Level, values: list[str]) -> list[str]:
    first, last = int(values[0][:4]), int(values[-1][:4])
    if last - first > _MOST_YEARS:
        return values
    years = [f"{year:04}" for year in range(first, last + 1)]
    if level is Level.YEAR:
        return years
    months = [f"{year}-{month:02}" for year in years for month in range(1, 13)]
    return months[months.index(values[0]) : months.index(values[-1]) + 1]
