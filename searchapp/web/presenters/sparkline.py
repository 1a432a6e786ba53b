"""Tiny charts of articles per year, a bar for each."""

from collections.abc import Sequence
from dataclasses import dataclass

_HEIGHT = 20
_MOST_GAPS = 150
"""Years without articles are shown as gaps unless the archive spans more years than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sparkline:
    """Bars as one SVG path, each one unit wide; `text` says from when to when there are any."""

    path: str
    width: int
    text: str


def build_sparkline(years: Sequence[str], counts: Sequence[int]) -> Sparkline | None:
    """The chart of the counts of those years; None when there are not two years to compare.

    Every chart of a page has the same years, and a height of its own.
    """
    if len(years) < 2:
        return None
    first, last = int(years[0]), int(years[-1])
    with_gaps = last - first <= _MOST_GAPS
    places = [int(year) - first if with_gaps else at for at, year in enumerate(years)]
    found = [year for year, count in zip(years, counts, strict=True) if count]
    return Sparkline(path=draw_bars(places, counts), width=places[-1] + 1, text=_span(found))


def draw_bars(places: Sequence[int], amounts: Sequence[float]) -> str:
    """The path of bars at those places, the largest as high as the chart; none for 0."""
    highest = max(amounts, default=0)
    return "".join(
        f"M{place + 0.5:g} {_HEIGHT}V{_HEIGHT - _height(amount, highest):g}"
        for place, amount in zip(places, amounts, strict=True)
        if amount
    )


def _height(amount: float, highest: float) -> float:
    return max(round(amount / highest * _HEIGHT, 1), 1)


def _span(found: list[str]) -> str:
    if not found:
        return ""
    return found[0] if found[0] == found[-1] else f"{found[0]}–{found[-1]}"
