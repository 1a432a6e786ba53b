"""The chart of articles per year, month or day: bars that are links."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from searchapp.search.periods import Level, period_label
from searchapp.search.request import ChartKind, SearchRequest
from searchapp.search.response import SearchResponse
from searchapp.search.url import build_url
from searchapp.search.wording import number
from searchapp.web.presenters.paging import Choice
from searchapp.web.presenters.shares import of_held, share_label
from searchapp.web.presenters.slots import Slot, Slots, without_chosen_dates
from searchapp.web.presenters.sparkline import Sparkline, draw_bars
from searchapp.web.presenters.ticks import MOST_NARROW, MOST_WIDE, Tick, build_ticks
from searchapp.web.presenters.wording import period_name

CHART_HEIGHT = 72
"""The height of the highest line in pixels."""
CHART_TOP = 16
"""Room above it for the numbers on the bars."""
_MIN_PLACES = 6
_MAX_NUMBERED = 12
_MAX_STRETCHES = 3
_TOPS = (1, 2, 4, 6, 8, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A period of the chart: places in per cent of its width, heights in pixels.

    One without results has no URL. `first` and `last` are its days, for choosing a range.
    """

    name: str
    label: str
    amount: str
    count: int
    url: str | None
    first: str
    last: str
    selected: bool
    excluded: bool
    slot_x: float
    slot_width: float
    x: float
    width: float
    middle: float
    height: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Days from which the archive holds nothing, side by side; in per cent of the width."""

    name: str
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A level line and what it stands for."""

    y: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """The chart. `range_url` lacks only from and to; `ticks` are for wide and for narrow charts.

    `spark` is the same in the size of a word, for where the chart is folded.
    """

    caption: str
    bars: tuple[Bar, ...]
    gaps: tuple[Gap, ...]
    legend: str
    lines: tuple[Line, ...]
    ticks: tuple[tuple[Tick, ...], tuple[Tick, ...]]
    kinds: tuple[Choice, ...]
    range_url: str
    numbered: bool
    spark: Sparkline


def build_histogram(response: SearchResponse, chart: Slots | None) -> Histogram | None:
    """The chart of those periods; None when there are not two of them to compare."""
    if chart is None or len(chart.slots) < 2:
        return None
    request = response.request
    places = max(len(chart.slots), _MIN_PLACES)
    top = _top(request.chart, chart.slots)
    gaps = tuple(_iter_gaps(chart, places))
    caption = _caption(request.chart, chart)
    bars = tuple(
        _bar(request.chart, slot, place, places, top) for place, slot in enumerate(chart.slots)
    )
    heights = [bar.height for bar in bars]
    return Histogram(
        caption=caption,
        bars=bars,
        gaps=gaps,
        legend=_legend(gaps, _within(chart)),
        lines=_lines(request.chart, top),
        ticks=(build_ticks(chart, places, MOST_WIDE), build_ticks(chart, places, MOST_NARROW)),
        kinds=_kinds(request),
        range_url=build_url(without_chosen_dates(request)),
        numbered=len(chart.slots) <= _MAX_NUMBERED,
        spark=Sparkline(path=draw_bars(range(len(bars)), heights), width=places, text=caption),
    )


def _bar(kind: ChartKind, slot: Slot, place: int, places: int, top: float) -> Bar:
    width = 100 / places
    height = max(round(_amount(kind, slot) / top * CHART_HEIGHT, 1), 2) if slot.count else 0
    share = share_label(slot.count, slot.held or 0)
    return Bar(
        name=f"{slot.label}: {of_held(slot.count, slot.held)}"
        + (", excluded" if slot.excluded else ""),
        label=slot.label,
        amount=number(slot.count) if kind is ChartKind.COUNT else share,
        count=0 if slot.excluded else slot.count,
        url=build_url(slot.target) if slot.count else None,
        first=slot.first.isoformat(),
        last=slot.last.isoformat(),
        selected=slot.selected,
        excluded=slot.excluded,
        slot_x=round(place * width, 3),
        slot_width=round(width, 3),
        x=round((place + 0.12) * width, 3),
        width=round(width * 0.76, 3),
        middle=round((place + 0.5) * width, 3),
        height=height,
        top=CHART_TOP + CHART_HEIGHT - height,
    )


def _amount(kind: ChartKind, slot: Slot) -> float:
    """What the height of a bar is: articles, or per cent of those held."""
    if kind is ChartKind.COUNT:
        return slot.count
    return 100 * slot.count / slot.held if slot.held else 0


def _top(kind: ChartKind, slots: tuple[Slot, ...]) -> float:
    """The round number that the highest line stands for: that of the tallest bar, or above."""
    tallest = max(_amount(kind, slot) for slot in slots)
    size = 0.1 if kind is ChartKind.SHARE else 1
    while True:
        for top in _TOPS:
            if tallest <= top * size:
                return top * size
        size *= 10


def _lines(kind: ChartKind, top: float) -> tuple[Line, ...]:
    """The highest line, and one at half its height unless that would be half an article."""
    amounts = [top] if kind is ChartKind.COUNT and top < 2 else [top, top / 2]
    return tuple(
        Line(
            y=CHART_TOP + CHART_HEIGHT - CHART_HEIGHT * amount / top,
            text=number(int(amount)) if kind is ChartKind.COUNT else f"{amount:.3g} %",
        )
        for amount in amounts
    )


def _iter_gaps(chart: Slots, places: int) -> Iterator[Gap]:
    """The stretches of periods from which the archive holds nothing."""
    place = 0
    for empty, stretch in groupby(chart.slots, key=lambda slot: slot.held == 0):
        group = list(stretch)
        if empty:
            yield Gap(
                name=_stretch_name(group, short=_within(chart) is not None),
                x=round(place * 100 / places, 3),
                width=round(len(group) * 100 / places, 3),
            )
        place += len(group)


def _stretch_name(group: list[Slot], *, short: bool) -> str:
    """The periods from the first to the last; short where all lie in one year or month."""
    first, last = group[0], group[-1]
    if first.value is None or last.value is None:
        return f"{first.first.year}–{last.last.year}"
    names = [period_name(v) if short else period_label(v) for v in (first.value, last.value)]
    if names[0] == names[1]:
        return names[0]
    return " to ".join(names) if " " in names[0] or names[0].isalpha() else "–".join(names)


def _legend(gaps: tuple[Gap, ...], within: str | None) -> str:
    """The sentence about what is hatched, empty when nothing is."""
    if not gaps:
        return ""
    named = ", ".join(gap.name for gap in gaps[:_MAX_STRETCHES])
    others = len(gaps) - _MAX_STRETCHES
    more = f" and {others} other {'stretch' if others == 1 else 'stretches'}" if others > 0 else ""
    return f"The archive holds nothing from {named}{f' {within}' if within else ''}{more}."


def _caption(kind: ChartKind, chart: Slots) -> str:
    per = {10: "ten years", 100: "hundred years"}.get(chart.years, chart.level.value)
    within = _within(chart)
    what = "Articles" if kind is ChartKind.COUNT else "Share of the archive’s articles"
    return f"{what} per {per}" + (f", {within}" if within else "")


def _within(chart: Slots) -> str | None:
    """The year of all months or the month of all days, if they have but one."""
    if chart.level is Level.YEAR:
        return None
    length = 4 if chart.level is Level.MONTH else 7
    parents = {slot.first.isoformat()[:length] for slot in chart.slots}
    return period_label(parents.pop()) if len(parents) == 1 else None


def _kinds(request: SearchRequest) -> tuple[Choice, ...]:
    labels = {ChartKind.COUNT: "Articles", ChartKind.SHARE: "Share of archive"}
    return tuple(
        Choice(
            label=label,
            url=build_url(request.with_chart(kind)),
            current=kind is request.chart,
        )
        for kind, label in labels.items()
    )
