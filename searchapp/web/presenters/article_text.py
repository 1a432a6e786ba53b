"""An article's text as blocks: zones kept, paragraphs apart, marked words and places to jump to."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from textwrap import shorten

from searchapp.article import Article, Mention, Passage, Zone
from searchapp.search.response import Range

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_NEWLINE = re.compile(r"\n\s*")
_WRAPPED_WIDTH = 100
_PREVIEW_WIDTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPiece:
    """A stretch of text that is marked as a whole or not; `number` is set where a mark begins."""

    text: str
    marked: bool = False
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Neighbouring pieces that are evidence for the same, or for nothing.

    Where evidence begins, `anchor` is the id to jump to and `why` the address of what it is for.
    """

    pieces: tuple[TextPiece, ...]
    evidence: bool = False
    anchor: str | None = None
    why: str | None = None

    @property
    def text(self) -> str:
        """The text of its pieces."""
        return "".join(piece.text for piece in self.pieces)


Paragraph = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Neighbouring passages of one zone; `preview` is how their text begins."""

    zone: Zone
    paragraphs: tuple[Paragraph, ...]

    @property
    def preview(self) -> str:
        """The first words, on one line."""
        text = "".join(stretch.text for stretch in self.paragraphs[0]) if self.paragraphs else ""
        return shorten(text, width=_PREVIEW_WIDTH, placeholder=" …")


def anchor_of(mention: Mention) -> str:
    """The id of the place in the text where that mention begins."""
    return f"at-{mention.start}"


def why_of(mention: Mention) -> str:
    """The id of the entry in the evidence that leads to that place."""
    return f"why-{mention.start}"


def iter_mentions(article: Article) -> Iterator[Mention]:
    """Every mention of the article, whatever it is evidence for."""
    yield from article.date_mentions
    for values in (article.authors, article.countries, article.persons):
        for value in values:
            yield from value.mentions


class ArticleText:
    """Cuts an article's text where marks and mentions begin and end."""

    def __init__(self, article: Article, marks: tuple[Range, ...]) -> None:
        self._article = article
        mentions = list(iter_mentions(article))
        ranges = [(mention.start, mention.end) for mention in mentions]
        self._starting = {mention.start: mention for mention in mentions}
        self._marks = marks
        self._evidence = _merge(ranges)
        self._mark_bounds = sorted({position for mark in marks for position in mark})
        # Of mentions that overlap, each has a stretch from where it begins.
        self._bounds = sorted({*self._starting, *(end for _, end in self._evidence)})
        self._numbers = self._number_marks()

    @property
    def mark_count(self) -> int:
        """How many marks there are in the headline and the blocks."""
        return len(self._numbers)

    def mark_at(self, start: int) -> int | None:
        """The number of the mark that begins at that place of the text."""
        return self._numbers.get(start)

    def headline(self) -> Paragraph:
        """The title: from the text where it stands there, so that its words are marked."""
        passage = self._headline_passage()
        if passage is None:
            return (Stretch(pieces=(TextPiece(text=self._article.title),)),)
        return self._stretches(passage.start, passage.end)

    def blocks(self) -> tuple[Block, ...]:
        """The text without the passage that is shown as the title."""
        headline = self._headline_passage()
        blocks: list[Block] = []
        for passage in self._article.passages:
            if passage == headline:
                continue
            paragraphs = tuple(
                self._stretches(start, end) for start, end in self._paragraphs(passage)
            )
            if blocks and blocks[-1].zone is passage.zone:
                paragraphs = blocks.pop().paragraphs + paragraphs
            blocks.append(Block(zone=passage.zone, paragraphs=paragraphs))
        return tuple(blocks)

    def _headline_passage(self) -> Passage | None:
        title = " ".join(self._article.title.split())
        for passage in self._article.passages:
            text = self._article.text[passage.start : passage.end]
            if passage.zone is Zone.HEADLINE and " ".join(text.split()) == title:
                return passage
        return None

    def _number_marks(self) -> dict[int, int]:
        """The number of each mark by its start, from 1 in the order in which they are shown."""
        headline = self._headline_passage()
        shown = sorted(self._article.passages, key=lambda passage: passage != headline)
        starts = [start for start, _ in self._marks]
        found = [
            start
            for passage in shown
            for start in starts[
                bisect_left(starts, passage.start) : bisect_left(starts, passage.end)
            ]
        ]
        return {start: number for number, start in enumerate(found, 1)}

    def _paragraphs(self, passage: Passage) -> Iterator[Range]:
        """Paragraphs end at blank lines, and at line ends where lines are not hard-wrapped."""
        text = self._article.text[passage.start : passage.end]
        lines = text.split("\n")
        wrapped = len(lines) > 1 and max(map(len, lines)) <= _WRAPPED_WIDTH
        breaks = (_BLANK_LINES if wrapped else _NEWLINE).finditer(text)
        cuts = [(0, 0), *(found.span() for found in breaks), (len(text), len(text))]
        for (_, start), (end, _) in pairwise(cuts):
            if text[start:end].strip():
                yield passage.start + start, passage.start + end

    def _stretches(self, start: int, end: int) -> Paragraph:
        return tuple(self._stretch(*cut) for cut in _cut(self._bounds, start, end))

    def _stretch(self, start: int, end: int) -> Stretch:
        mention = self._starting.get(start)
        return Stretch(
            pieces=tuple(
                TextPiece(
                    text=self._article.text[left:right],
                    marked=_covers(self._marks, left),
                    number=self._numbers.get(left),
                )
                for left, right in _cut(self._mark_bounds, start, end)
            ),
            evidence=_covers(self._evidence, start),
            anchor=anchor_of(mention) if mention else None,
            why=f"#{why_of(mention)}" if mention else None,
        )


def _cut(bounds: list[int], start: int, end: int) -> Iterator[Range]:
    """The stretch from start to end in parts that hold none of the ordered bounds inside."""
    first, last = bisect_left(bounds, start), bisect_left(bounds, end)
    return pairwise(sorted({start, *bounds[first:last], end}))


def _merge(ranges: list[Range]) -> tuple[Range, ...]:
    """The ranges in order, those that overlap made one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _covers(ranges: tuple[Range, ...], position: int) -> bool:
    """Whether one of the ordered ranges holds that position."""
    after = bisect_left(ranges, position + 1, key=lambda pair: pair[0])
    return after > 0 and position < ranges[after - 1][1]
