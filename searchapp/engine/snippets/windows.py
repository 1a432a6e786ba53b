"""The stretches of an article that show best why it was found."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import Final, NamedTuple

from searchapp.article import Article, Passage, Zone
from searchapp.engine.snippets.marking import Mark, Marker
from searchapp.engine.storage.analysis import iter_words
from searchapp.engine.storage.documents import FIELD_OF_ZONE, is_title, searched_passages
from searchapp.search.response import Range, Snippet

MAX_SNIPPETS: Final = 3
MAX_LENGTH: Final = 240
LEAD_IN: Final = 60
_BLANK_LINE: Final = "\n\n"
_NOT_FIRST: Final = "–—-,.;:!?)…"
_ZONE_BONUS: Final = {Zone.LEDE: 0.5, Zone.BODY: 0.25}
_SHOWN_FIRST: Final = (Zone.LEDE, Zone.BODY, Zone.CAPTION)
_OTHER_BLANK: Final = re.compile(r"[^\S ]")


class _Stretch(NamedTuple):
    """The text of a passage, so many characters into the article, and the marks in it.

    `bonus` is what its zone counts beside the marks.
    """

    zone: Zone
    offset: int
    text: str
    marks: list[Mark]
    bonus: float


class _Run(NamedTuple):
    """Neighbouring marks that fit into one snippet; of two runs the lesser is the better.

    `fewness` is the number of marks, negated.
    """

    fewness: float
    place: int
    first: int
    last: int
    stretch: _Stretch


_Runs = dict[frozenset[str], list[_Run]]
"""Runs by the parts of the query that they show, the best first."""


class _Window(NamedTuple):
    """A part of a stretch to be shown, with the marks in it; places count from its start."""

    stretch: _Stretch
    start: int
    end: int
    marks: list[Mark]


def build_snippets(article: Article, marker: Marker) -> tuple[Snippet, ...]:
    """Up to three snippets in text order; the article's beginning when nothing in it matched."""
    runs: list[_Run] = []
    for passage in searched_passages(article):
        text = article.text[passage.start : passage.end]
        marks = marker.mark(FIELD_OF_ZONE[passage.zone], text)
        if marks:
            bonus = _ZONE_BONUS.get(passage.zone, 0.0)
            runs += _find_runs(_Stretch(passage.zone, passage.start, text, marks, bonus))
    if not runs:
        return _beginning(article)
    if len(runs) <= MAX_SNIPPETS and len({run.stretch.offset for run in runs}) == len(runs):
        return tuple([_snippet(_frame(run, [])) for run in runs])
    windows = sorted(_choose(_by_leaves(runs)), key=_offset)
    return tuple([_snippet(window) for window in windows])


def mark_title(article: Article, marker: Marker) -> tuple[Range, ...]:
    """Where the query's words stand in the title."""
    return tuple((mark.start, mark.end) for mark in marker.mark("title", article.title))


def mark_article(article: Article, marker: Marker) -> tuple[Range, ...]:
    """Where the query's words stand in the article's text, in order and apart."""
    found: set[Range] = set()
    for passage, field in iter_marked_passages(article):
        text = article.text[passage.start : passage.end]
        for mark in marker.mark(field, text):
            found.add((passage.start + mark.start, passage.start + mark.end))
    return tuple(sorted(found))


def iter_marked_passages(article: Article) -> Iterator[tuple[Passage, str]]:
    """The passages of the text that are searched, each with the name of its field."""
    for passage in article.passages:
        if passage.zone is Zone.HEADLINE and is_title(article, passage):
            yield passage, "title"
    for passage in searched_passages(article):
        yield passage, FIELD_OF_ZONE[passage.zone]


def _offset(window: _Window) -> int:
    return window.stretch.offset + window.start


def _find_runs(stretch: _Stretch) -> list[_Run]:
    """The runs of a stretch that are no parts of others, in order; none runs over a blank line."""
    marks, text = stretch.marks, stretch.text
    count = len(marks)
    if count == 1:
        return [_run(stretch, 0, 1)]
    runs = []
    end, last = 0, 0
    for first, mark in enumerate(marks):
        start = mark.start
        if start >= end:
            end = _paragraph_end(text, start, len(text))
        reach = min(end, start + MAX_LENGTH - LEAD_IN)
        before = last
        last = max(last, first + 1)
        while last < count and marks[last].end <= reach:
            last += 1
        if last > before:
            runs.append(_run(stretch, first, last))
    return runs


def _run(stretch: _Stretch, first: int, last: int) -> _Run:
    place = stretch.offset + stretch.marks[first].start
    return _Run(first - last - stretch.bonus, place, first, last, stretch)


def _by_leaves(runs: list[_Run]) -> _Runs:
    found: _Runs = {}
    for run in sorted(runs):
        found.setdefault(_leaves(run), []).append(run)
    return found


def _leaves(run: _Run) -> frozenset[str]:
    return frozenset([mark.leaf for mark in run.stretch.marks[run.first : run.last]])


def _choose(runs: _Runs) -> list[_Window]:
    """The best windows, none over another.

    The best adds most parts of the query to those shown, then has most marks, then comes first.
    """
    windows: list[_Window] = []
    shown: set[str] = set()
    while True:
        _, best, leaves = min([(-len(leaves - shown), runs[leaves][0], leaves) for leaves in runs])
        _drop_best(runs, leaves)
        window = _frame(best, windows)
        windows.append(window)
        if len(windows) == MAX_SNIPPETS:
            return windows
        for leaves in tuple(runs):
            _uncover(runs, leaves, windows)
        if not runs:
            return windows
        shown.update([mark.leaf for mark in window.marks])


def _drop_best(runs: _Runs, leaves: frozenset[str]) -> None:
    ranked = runs[leaves]
    if len(ranked) > 1:
        del ranked[0]
    else:
        del runs[leaves]


def _uncover(runs: _Runs, leaves: frozenset[str], windows: list[_Window]) -> None:
    """Put in place of the best runs of those leaves that windows show what they leave of them."""
    while leaves in runs:
        _, _, first, last, stretch = runs[leaves][0]
        marks = stretch.marks
        shown = [window for window in windows if window.stretch is stretch]
        if not _overlap(shown, marks[first].start, marks[last - 1].end):
            return
        _drop_best(runs, leaves)
        begin = first
        for place in range(first, last + 1):
            # A window over a mark shows all of it.
            if place == last or _overlap(shown, marks[place].start, marks[place].end):
                if begin < place:
                    rest = _run(stretch, begin, place)
                    insort(runs.setdefault(_leaves(rest), []), rest)
                begin = place + 1


def _overlap(windows: list[_Window], start: int, end: int) -> bool:
    return any(window.start < end and start < window.end for window in windows)


def _frame(run: _Run, windows: list[_Window]) -> _Window:
    """The text around a run, from a word's start to a word's end, with all the marks in it."""
    stretch, text, marks = run.stretch, run.stretch.text, run.stretch.marks
    first, last = marks[run.first].start, marks[run.last - 1].end
    begin, end = max(0, text.rfind(_BLANK_LINE, 0, first)), _paragraph_end(text, last, len(text))
    for window in windows:
        if window.stretch is stretch:
            begin = max(begin, window.end) if window.end <= first else begin
            end = min(end, window.start) if window.start >= last else end
    left = max(begin, first - LEAD_IN)
    if left > begin:
        space = text.find(" ", left, first)
        left = space + 1 if space >= 0 else first
    start, end = _trimmed(text, left, max(last, _cut(text, left, end)), first, last)
    inside = marks[bisect_left(marks, (start,)) : bisect_left(marks, (end,))]
    return _Window(stretch, start, end, inside)


def _paragraph_end(text: str, place: int, stop: int) -> int:
    """Where the paragraph at a place ends: snippets do not run over a blank line."""
    end = text.find(_BLANK_LINE, place, stop)
    return stop if end < 0 else end


def _cut(text: str, start: int, stop: int) -> int:
    """Where to end a stretch of at most MAX_LENGTH characters without cutting a word."""
    limit = start + MAX_LENGTH
    if limit >= stop:
        return stop
    space = max(text.rfind(sign, start, limit + 1) for sign in " \n")
    if space > start:
        return space
    # Text without spaces (Chinese, an address of a page) ends with its last whole word.
    ends = [end for _, _, end in iter_words(text[start : limit + 1]) if end <= MAX_LENGTH]
    return start + ends[-1] if ends else limit


def _trimmed(text: str, left: int, right: int, start: int, end: int) -> Range:
    # A stretch may begin with what a dateline or a subheading left behind: “ – Egypt has …”.
    while left < start and (text[left].isspace() or text[left] in _NOT_FIRST):
        left += 1
    while right > end and text[right - 1].isspace():
        right -= 1
    return left, right


def _snippet(window: _Window) -> Snippet:
    start = window.start
    return Snippet(
        zone=window.stretch.zone,
        text=_one_line(window.stretch.text[start : window.end]),
        ranges=tuple([(mark.start - start, mark.end - start) for mark in window.marks]),
    )


def _beginning(article: Article) -> tuple[Snippet, ...]:
    passages = searched_passages(article)
    for zone in _SHOWN_FIRST:
        for passage in passages:
            text = article.text[passage.start : passage.end]
            if passage.zone is zone and text.split() != article.title.split():
                first = len(text) - len(text.lstrip())
                stop = _cut(text, first, _paragraph_end(text, first, len(text)))
                start, end = _trimmed(text, first, stop, stop, first)
                if start < end:
                    return (Snippet(zone=zone, text=_one_line(text[start:end])),)
    return ()


def _one_line(text: str) -> str:
    """The same text with every white-space character a space, so that offsets stay true."""
    # No white space but the space is printable, and asking is quicker than searching.
    return text if text.isprintable() else _OTHER_BLANK.sub(" ", text)
