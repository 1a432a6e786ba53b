"""Which windows are shown: those that together show most of the query, then most matches."""

from bisect import bisect_left, insort
from operator import attrgetter
from typing import Final, NamedTuple

from searchapp.engine.snippets.framing import frame
from searchapp.engine.snippets.marking import Mark
from searchapp.engine.snippets.runs import Run, Runs, build_run, by_leaves, leaves_of
from searchapp.engine.snippets.stretches import Stretch

MAX_SNIPPETS: Final = 3
_START: Final = attrgetter("start")


class Window(NamedTuple):
    """A part of a stretch to be shown, with the marks in it."""

    stretch: Stretch
    start: int
    end: int
    marks: list[Mark]


def choose_windows(runs: list[Run]) -> list[Window]:
    """The best windows in the order of the text, none over another.

    The best adds most parts of the query to those shown, then has most marks, then comes first.
    """
    if len(runs) <= MAX_SNIPPETS and len({run.stretch.start for run in runs}) == len(runs):
        return [_framed(run, []) for run in runs]
    return sorted(_chosen(by_leaves(runs)), key=_START)


def _chosen(runs: Runs) -> list[Window]:
    windows: list[Window] = []
    shown: set[str] = set()
    while True:
        _, best, leaves = min([(-len(leaves - shown), runs[leaves][0], leaves) for leaves in runs])
        _drop_best(runs, leaves)
        window = _framed(best, windows)
        windows.append(window)
        if len(windows) == MAX_SNIPPETS:
            return windows
        for leaves in tuple(runs):
            _uncover(runs, leaves, windows)
        if not runs:
            return windows
        shown.update([mark.leaf for mark in window.marks])


def _drop_best(runs: Runs, leaves: frozenset[str]) -> None:
    ranked = runs[leaves]
    if len(ranked) > 1:
        del ranked[0]
    else:
        del runs[leaves]


def _uncover(runs: Runs, leaves: frozenset[str], windows: list[Window]) -> None:
    """Put in place of the best runs of those leaves that windows show what they leave of them."""
    while leaves in runs:
        _, _, first, last, stretch = runs[leaves][0]
        marks = stretch.marks
        shown = [window for window in windows if window.stretch is stretch]
        if not shown or not _overlap(shown, marks[first].start, marks[last - 1].end):
            return
        _drop_best(runs, leaves)
        begin = first
        for place in range(first, last + 1):
            # A window over a mark shows all of it.
            if place == last or _overlap(shown, marks[place].start, marks[place].end):
                if begin < place:
                    rest = build_run(stretch, begin, place)
                    insort(runs.setdefault(leaves_of(rest), []), rest)
                begin = place + 1


def _overlap(windows: list[Window], start: int, end: int) -> bool:
    return any(window.start < end and start < window.end for window in windows)


def _framed(run: Run, windows: list[Window]) -> Window:
    """The window around a run, with all the marks in it, beside windows that there are."""
    stretch, marks = run.stretch, run.stretch.marks
    first, last = marks[run.first].start, marks[run.last - 1].end
    begin, end = stretch.start, stretch.end
    for window in windows:
        if window.stretch is stretch:
            begin = max(begin, window.end) if window.end <= first else begin
            end = min(end, window.start) if window.start >= last else end
    start, end = frame(stretch.text, first, last, begin, end)
    if len(marks) > run.last - run.first:
        marks = marks[bisect_left(marks, (start,)) : bisect_left(marks, (end,))]
    return Window(stretch, start, end, marks)
