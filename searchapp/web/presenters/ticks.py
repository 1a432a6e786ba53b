"""The labels under the chart of dates: as many as fit, first and last years and days among them."""

from dataclasses import dataclass

from searchapp.search.periods import Level
from searchapp.web.presenters.slots import Slot, Slots
from searchapp.web.presenters.wording import period_name

MOST_WIDE = 13
"""How many labels fit under a chart of 576 pixels and more."""
MOST_NARROW = 7
"""How many fit under a chart of 280 pixels."""
_PLAIN_STEPS = (1, 2, 3, 4, 5, 6, 7, 10, 12, 20, 25, 50)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A label and the middle of its place, in per cent of the chart's width."""

    x: float
    text: str


def build_ticks(chart: Slots, places: int, most: int) -> tuple[Tick, ...]:
    """At most so many labels; `places` are as many as the chart has room for."""
    first, last = (_outer(chart.level, slot) for slot in (chart.slots[0], chart.slots[-1]))
    crossing = first != last
    ticks, shown = [], ""
    # A label such as “Dec 2022” needs the room of two.
    for place in _labelled(chart, most // 2 if crossing else most):
        slot = chart.slots[place]
        text, outer = _text(chart, slot), _outer(chart.level, slot)
        if crossing and outer != shown:
            text, shown = f"{text} {outer}", outer
        ticks.append(Tick(x=round((place + 0.5) * 100 / places, 3), text=text))
    return tuple(ticks)


def _labelled(chart: Slots, most: int) -> list[int]:
    last = len(chart.slots) - 1
    step = next((step for step in _PLAIN_STEPS if last < step * most), last or 1)
    labelled = list(range(0, last + 1, step))
    if chart.level is not Level.MONTH and labelled[-1] != last:
        # The last one is always named; a neighbour too close to it gives way.
        if last - labelled[-1] < 0.8 * step and len(labelled) > 1:
            labelled.pop()
        labelled.append(last)
    return labelled


def _text(chart: Slots, slot: Slot) -> str:
    if chart.years > 1:
        start = slot.first.year // chart.years * chart.years
        return f"{start}s" if chart.years == 10 else str(start)
    assert slot.value is not None
    return period_name(slot.value, short=True)


def _outer(level: Level, slot: Slot) -> str:
    """What a label leaves unsaid: the year of a month, the month of a day."""
    if level is Level.YEAR or slot.value is None:
        return ""
    if level is Level.MONTH:
        return str(slot.first.year)
    return period_name(slot.value[:7], short=True)
