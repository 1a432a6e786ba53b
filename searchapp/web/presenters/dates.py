"""The date facet: the way down from years to days."""

from dataclasses import dataclass
from datetime import date

from searchapp.search.date_scale import date_scale
from searchapp.search.facets import FACET_FIELDS, NONE, Facet
from searchapp.search.payload import toggled
from searchapp.search.periods import parent_value, period_label
from searchapp.search.request import ChartKind, SearchRequest
from searchapp.search.response import Bucket, SearchResponse
from searchapp.search.url import build_url
from searchapp.search.wording import number
from searchapp.web.presenters.chips import period_text
from searchapp.web.presenters.date_choices import DateChoice, build_date_choices
from searchapp.web.presenters.histogram import Histogram, build_histogram
from searchapp.web.presenters.ids import stable_id
from searchapp.web.presenters.shares import of_held, share_label
from searchapp.web.presenters.slots import Slot, Slots, build_slots, without_chosen_dates
from searchapp.web.presenters.wording import day_label, period_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """A step of the way down; the last one, where the person is, has no URL."""

    label: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """A period in the list; `url` chooses it, or lets it go when it is chosen or excluded.

    `share` is what it is of the archive's articles, where shares are shown, and `of_held` the
    same in words. Several years together cannot be excluded.
    """

    id: str
    label: str
    count: str
    share: str
    of_held: str
    url: str
    exclude_url: str | None
    none: bool
    selected: bool
    excluded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """Everything about dates on the search page; `since` and `until` are the typed ends.

    `today` is the day from which words like “last week” count.
    """

    crumbs: tuple[Crumb, ...]
    rows: tuple[DateRow, ...]
    level: str
    since: str
    until: str
    today: str
    choices: tuple[DateChoice, ...]
    clear_url: str | None
    histogram: Histogram | None


def build_date_view(response: SearchResponse, today: date | None = None) -> DateView:
    """The view of the date facet of that answer; `today` is the server's day unless given."""
    request, result = response.request, response.facet(Facet.DATE)
    day = today or date.today()
    chart = build_slots(request, result)
    return DateView(
        crumbs=_crumbs(request),
        rows=_rows(response, chart),
        level=date_scale(request).level.value,
        since=_day(request.period.start if request.period else None),
        until=_day(request.period.last_day if request.period else None),
        today=day_label(day),
        choices=build_date_choices(request, result.holdings, day),
        clear_url=(
            build_url(request.without_facet(Facet.DATE).with_period(None))
            if request.selection(Facet.DATE) or request.period
            else None
        ),
        histogram=build_histogram(response, chart),
    )


def _rows(response: SearchResponse, chart: Slots | None) -> tuple[DateRow, ...]:
    """What the chart shows, then what else is chosen, then the articles without a date."""
    request, result = response.request, response.facet(Facet.DATE)
    scale, chosen = date_scale(request), _chosen(request)
    held = dict(result.holdings.periods) if result.holdings else {}
    if result.holdings:
        held[NONE] = result.holdings.undated
    together = chart.slots if chart and chart.years > 1 else ()
    listed, others = [], []
    for bucket in result.buckets:
        if bucket.value != NONE and scale.lists(bucket.value):
            if not together or _is_chosen(bucket):
                listed.append(_row(request, bucket, held.get(bucket.value)))
        elif (bucket.value,) != chosen:
            others.append(_row(request, bucket, held.get(bucket.value)))
    years = [_years_row(request, slot) for slot in together if slot.count]
    return (*years, *listed, *others)


def _chosen(request: SearchRequest) -> tuple[str, ...]:
    return tuple(value for value in request.selection(Facet.DATE).included if value != NONE)


def _is_chosen(bucket: Bucket) -> bool:
    return bucket.selected or bucket.excluded or bucket.required


def _crumbs(request: SearchRequest) -> tuple[Crumb, ...]:
    """From all dates over the typed period down to the one chosen; none without either."""
    chosen = _chosen(request)
    if len(chosen) > 1 or not (chosen or request.period):
        return ()
    steps = [("All dates", without_chosen_dates(request))]
    if request.period:
        typed = without_chosen_dates(request).with_period(request.period)
        steps.append((period_text(request.period), typed))
    steps += [
        (period_name(value), request.with_only(Facet.DATE, value))
        for value in (_lineage(chosen[0]) if chosen else ())
    ]
    here = len(steps) - 1
    return tuple(
        Crumb(label=label, url=None if place == here else build_url(target))
        for place, (label, target) in enumerate(steps)
    )


def _lineage(value: str) -> tuple[str, ...]:
    parent = parent_value(value)
    return (*_lineage(parent), value) if parent else (value,)


def _row(request: SearchRequest, bucket: Bucket, held: int | None) -> DateRow:
    if bucket.excluded:
        other = request.without_value(Facet.DATE, bucket.value)
    else:
        other = request.with_excluded(Facet.DATE, bucket.value)
    return DateRow(
        id=stable_id(Facet.DATE, bucket.value),
        label=_row_label(bucket.value),
        count=number(bucket.count),
        share=_share(request, bucket.count, held),
        of_held=of_held(bucket.count, held),
        url=build_url(toggled(request, Facet.DATE, bucket)),
        exclude_url=build_url(other),
        none=bucket.value == NONE,
        selected=bucket.selected,
        excluded=bucket.excluded,
    )


def _years_row(request: SearchRequest, slot: Slot) -> DateRow:
    return DateRow(
        id=stable_id(Facet.DATE, slot.label),
        label=slot.label,
        count=number(slot.count),
        share=_share(request, slot.count, slot.held),
        of_held=of_held(slot.count, slot.held),
        url=build_url(slot.target),
        exclude_url=None,
        none=False,
        selected=False,
        excluded=False,
    )


def _share(request: SearchRequest, count: int, held: int | None) -> str:
    wanted = request.chart is ChartKind.SHARE and held
    return share_label(count, held) if wanted and held else ""


def _row_label(value: str) -> str:
    return FACET_FIELDS[Facet.DATE].none_label if value == NONE else period_label(value)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
