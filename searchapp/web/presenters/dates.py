"""The date facet: the way down from years to days."""

from collections.abc import Iterable
from dataclasses import dataclass

from searchapp.search.facets import FACET_FIELDS, NONE, Facet
from searchapp.search.payload import toggled
from searchapp.search.periods import (
    Level,
    Period,
    parent_value,
    period_label,
    period_level,
)
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket, SearchResponse
from searchapp.search.url import build_url
from searchapp.web.presenters.histogram import Histogram, build_histogram
from searchapp.web.presenters.ids import stable_id
from searchapp.web.presenters.wording import number, period_name

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
        histogram=build_histogram(request, level, calendar_order),
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
        crumbs.append(Crumb(label=period_name(value), url=url))
    return (*crumbs, Crumb(label=period_name(way[-1]), url=None))


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


def _typed(period: Period | None, end: str) -> str:
    if period is None:
        return ""
    day = period.start if end == "start" else period.last_day
    return day.isoformat() if day else ""
