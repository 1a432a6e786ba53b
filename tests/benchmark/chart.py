"""`chart`: a picture of what `engines --json FILE` measured.

    python -m tests.benchmark chart FILE PICTURE.svg

For each corpus a bar for each engine: how long the median page takes, on a logarithmic axis.
"""

import argparse
import json
import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

_LEFT: Final = 150
_WIDTH: Final = 560
_BAR: Final = 22
_STYLE: Final = """
text{font:14px system-ui,sans-serif;fill:#1f2328}.axis,.note{font-size:12px;fill:#59636e}
.head{font-weight:600}line{stroke:#d0d7de}.bar{fill:#8c959f}.ours{fill:#2f6fb0}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.axis,.note{fill:#9aa4ae}
line{stroke:#30363d}.bar{fill:#6e7681}.ours{fill:#5b9bd8}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """The bars of one corpus: names of engines and the median page of each in ms."""

    title: str
    pages: tuple[tuple[str, float], ...]


def main(arguments: Sequence[str]) -> int:
    """Draw; returns the exit status."""
    parser = argparse.ArgumentParser(prog="tests.benchmark chart", description=__doc__)
    parser.add_argument("figures", type=Path, help="what engines --json wrote")
    parser.add_argument("picture", type=Path, help="the SVG file to write")
    options = parser.parse_args(arguments)
    measured = json.loads(options.figures.read_text())
    groups = [_bars(result) for result in measured["results"]]
    options.picture.write_text(draw(groups, note=measured["run"]))
    return 0


def _bars(result: dict[str, object]) -> Bars:
    medians = result["medians_ms"]
    assert isinstance(medians, dict)
    pages = {
        name.removesuffix(" page"): statistics.median(times.values())
        for name, times in medians.items()
        if name.endswith(" page") and times
    }
    ordered = sorted(pages.items(), key=lambda page: page[1])
    return Bars(title=f"{result['articles']:,} articles", pages=tuple(ordered))


def draw(groups: Sequence[Bars], *, note: str) -> str:
    """The picture as SVG, for light and dark pages."""
    shown = [ms for group in groups for _, ms in group.pages]
    low = 10 ** math.floor(math.log10(min(shown)))
    high = 10 ** math.ceil(math.log10(max(shown)))

    def place(ms: float) -> float:
        return _LEFT + _WIDTH * math.log(ms / low) / math.log(high / low)

    parts, top = [], 20
    for group in groups:
        parts.append(f'<text class="head" x="8" y="{top + 14}">{escape(group.title)}</text>')
        top += 26
        bottom = top + _BAR * len(group.pages) + 4
        parts += [_tick(10.0**power, place, top, bottom) for power in _powers(low, high)]
        for name, ms in group.pages:
            parts.append(_bar(name, ms, place(ms), top))
            top += _BAR
        top = bottom + 34
    parts.append(f'<text class="note" x="8" y="{top}">Median page in ms, logarithmic.</text>')
    words = ", ".join(
        f"{group.title}: " + ", ".join(f"{name} {ms:.2f} ms" for name, ms in group.pages)
        for group in groups
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 90} {top + 14}" '
        f'role="img" aria-labelledby="t d"><title id="t">Median page by engine</title>'
        f'<desc id="d">{escape(words)}. {escape(note)}</desc><style>{_STYLE}</style>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _powers(low: float, high: float) -> range:
    return range(round(math.log10(low)), round(math.log10(high)) + 1)


def _tick(ms: float, place: Callable[[float], float], top: int, bottom: int) -> str:
    x = place(ms)
    return (
        f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top}" y2="{bottom}"/>'
        f'<text class="axis" x="{x:.1f}" y="{bottom + 14}" text-anchor="middle">{ms:g}</text>'
    )


def _bar(name: str, ms: float, end: float, top: int) -> str:
    kind = "bar ours" if name == "searchapp" else "bar"
    return (
        f'<text x="{_LEFT - 10}" y="{top + 15}" text-anchor="end">{escape(name)}</text>'
        f'<rect class="{kind}" x="{_LEFT}" y="{top + 3}" width="{max(end - _LEFT, 1):.1f}" '
        f'height="{_BAR - 6}"/>'
        f'<text class="note" x="{end + 8:.1f}" y="{top + 15}">{ms:.2f}</text>'
    )
