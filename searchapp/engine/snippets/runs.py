"""Runs of neighbouring marks: what one snippet could show."""

from typing import Final, NamedTuple

from searchapp.engine.snippets.framing import LEAD_IN, MAX_LENGTH, paragraph_end
from searchapp.engine.snippets.stretches import Stretch

_REACH: Final = MAX_LENGTH - LEAD_IN


class Run(NamedTuple):
    """Neighbouring marks that fit into one snippet; of two runs the lesser is the better.

    `fewness` is the number of marks, negated.
    """

    fewness: float
    place: int
    first: int
    last: int
    stretch: Stretch


Runs = dict[frozenset[str], list[Run]]
"""Runs by the parts of the query that they show, the best first."""


def find_runs(stretch: Stretch) -> list[Run]:
    """The runs of a stretch that are no parts of others, in order; none runs over a blank line."""
    marks, text = stretch.marks, stretch.text
    count = len(marks)
    if count == 1:
        return [build_run(stretch, 0, 1)]
    runs = []
    end, last = 0, 0
    for first, mark in enumerate(marks):
        start = mark.start
        if start >= end:
            end = paragraph_end(text, start, stretch.end)
        reach = min(end, start + _REACH)
        before = last
        last = max(last, first + 1)
        while last < count and marks[last].end <= reach:
            last += 1
        if last > before:
            runs.append(build_run(stretch, first, last))
    return runs


def build_run(stretch: Stretch, first: int, last: int) -> Run:
    """The run of a stretch's marks from the first one on, the last one left out."""
    return Run(first - last - stretch.bonus, stretch.marks[first].start, first, last, stretch)


def by_leaves(runs: list[Run]) -> Runs:
    """The runs by the parts of the query that they show."""
    found: Runs = {}
    for run in sorted(runs):
        found.setdefault(leaves_of(run), []).append(run)
    return found


def leaves_of(run: Run) -> frozenset[str]:
    """The parts of the query that a run shows."""
    return frozenset([mark.leaf for mark in run.stretch.marks[run.first : run.last]])
