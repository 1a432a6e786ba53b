"""The stretches of an article that show best why it was found."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from searchapp.article import Article, Passage, Zone
from searchapp.engine.snippets.marking import Mark, Marker
from searchapp.engine.storage.analysis import iter_words
from searchapp.engine.storage.documents import FIELD_OF_ZONE, is_title, searched_passages
from searchapp.search.response import Range, Snippet

MAX_SNIPPETS = 3
MAX_LENGTH = 240
_LEAD_IN = 60
_BLANK_LINE = "\n\n"
_NOT_FIRST = "–—-,.;:!?)…"
_ZONE_BONUS = {Zone.LEDE: 0.5, Zone.BODY: 0.25}
_SHOWN_FIRST = (Zone.LEDE, Zone.BODY, Zone.CAPTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """A stretch of one passage with its marks; `gain` says how much it shows."""

    zone: Zone
    start: int
    end: int
    marks: tuple[Mark, ...]

    @property
    def leaves(self) -> frozenset[str]:
        return frozenset(mark.leaf for mark in self.marks)

    def gain(self, shown: frozenset[str]) -> tuple[float, int]:
        """How many parts of the query it adds to those shown, then how many words, then place."""
        added = len(self.leaves - shown)
        return added * 10 + len(self.marks) + _ZONE_BONUS.get(self.zone, 0.0), -self.start


def build_snippets(article: Article, marker: Marker) -> tuple[Snippet, ...]:
    """Up to three snippets in text order; the article's beginning when nothing in it matched."""
    windows = [
        window
        for passage in searched_passages(article)
        for window in _iter_windows(article, passage, marker)
    ]
    chosen: list[_Window] = []
    shown: frozenset[str] = frozenset()
    while windows and len(chosen) < MAX_SNIPPETS:
        best = max(windows, key=lambda window: window.gain(shown))
        chosen.append(best)
        shown |= best.leaves
        windows = [w for w in windows if w.start >= best.end or w.end <= best.start]
    if not chosen:
        return _beginning(article)
    return tuple(_snippet(article, window) for window in sorted(chosen, key=lambda w: w.start))


def mark_title(article: Article, marker: Marker) -> tuple[Range, ...]:
    """Where the query's words stand in the title."""
    return tuple((mark.start, mark.end) for mark in marker.mark("title", article.title))


def mark_article(article: Article, marker: Marker) -> tuple[Range, ...]:
    """Where the query's words stand in the article's text, in order and apart."""
    found: set[Range] = set()
    for passage, field in _iter_marked_passages(article):
        text = article.text[passage.start : passage.end]
        for mark in marker.mark(field, text):
            found.add((passage.start + mark.start, passage.start + mark.end))
    return tuple(sorted(found))


def _iter_marked_passages(article: Article) -> Iterator[tuple[Passage, str]]:
    for passage in article.passages:
        if passage.zone is Zone.HEADLINE and is_title(article, passage):
            yield passage, "title"
    for passage in searched_passages(article):
        yield passage, FIELD_OF_ZONE[passage.zone]


def _iter_windows(article: Article, passage: Passage, marker: Marker) -> Iterator[_Window]:
    text = article.text[passage.start : passage.end]
    marks = marker.mark(FIELD_OF_ZONE[passage.zone], text)
    starts, ends = [mark.start for mark in marks], [mark.end for mark in marks]
    last = 0
    for first, mark in enumerate(marks):
        paragraph = _paragraph(text, mark.start)
        reach = min(paragraph.stop, mark.start + MAX_LENGTH - _LEAD_IN)
        last = max(last, first)
        while last + 1 < len(marks) and marks[last + 1].end <= reach:
            last += 1
        start, end = _framed(text, paragraph, mark.start, marks[last].end)
        # The frame may reach over matches before and after those it was made for.
        inside = slice(bisect_left(starts, start), bisect_right(ends, end))
        yield _Window(
            zone=passage.zone,
            start=passage.start + start,
            end=passage.start + end,
            marks=tuple(_moved(mark, passage.start) for mark in marks[inside]),
        )


def _paragraph(text: str, place: int) -> range:
    """The paragraph around a place: snippets do not run over a blank line."""
    start = text.rfind(_BLANK_LINE, 0, place)
    end = text.find(_BLANK_LINE, place)
    return range(0 if start < 0 else start, len(text) if end < 0 else end)


def _framed(text: str, paragraph: range, start: int, end: int) -> tuple[int, int]:
    """The stretch of a paragraph around a match, from a word's start to a word's end."""
    left = max(paragraph.start, start - _LEAD_IN)
    if left > paragraph.start:
        space = text.find(" ", left, start)
        left = space + 1 if space >= 0 else start
    return _trimmed(text, left, max(end, _cut(text, left, paragraph.stop)), start, end)


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


def _trimmed(text: str, left: int, right: int, start: int, end: int) -> tuple[int, int]:
    # A stretch may begin with what a dateline or a subheading left behind: “ – Egypt has …”.
    while left < start and (text[left].isspace() or text[left] in _NOT_FIRST):
        left += 1
    while right > end and text[right - 1].isspace():
        right -= 1
    return left, right


def _moved(mark: Mark, offset: int) -> Mark:
    return Mark(start=mark.start + offset, end=mark.end + offset, leaf=mark.leaf)


def _snippet(article: Article, window: _Window) -> Snippet:
    return Snippet(
        zone=window.zone,
        text=_one_line(article.text[window.start : window.end]),
        ranges=tuple((mark.start - window.start, mark.end - window.start) for mark in window.marks),
    )


def _beginning(article: Article) -> tuple[Snippet, ...]:
    for zone in _SHOWN_FIRST:
        for passage in searched_passages(article):
            text = article.text[passage.start : passage.end]
            if passage.zone is zone and text.split() != article.title.split():
                first = len(text) - len(text.lstrip())
                stop = _cut(text, first, _paragraph(text, first).stop)
                start, end = _trimmed(text, first, stop, stop, first)
                if start < end:
                    return (Snippet(zone=zone, text=_one_line(text[start:end])),)
    return ()


def _one_line(text: str) -> str:
    """The same text with every white-space character a space, so that offsets stay true."""
    return "".join(" " if char.isspace() else char for char in text)
