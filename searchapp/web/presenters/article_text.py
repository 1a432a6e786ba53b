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
    """A stretch of text; `anchor` is set where a value's evidence begins."""

    text: str
    marked: bool = False
    evidence: bool = False
    anchor: str | None = None


Paragraph = tuple[TextPiece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Neighbouring passages of one zone; `preview` is how their text begins."""

    zone: Zone
    paragraphs: tuple[Paragraph, ...]

    @property
    def preview(self) -> str:
        """The first words, on one line."""
        text = "".join(piece.text for piece in self.paragraphs[0]) if self.paragraphs else ""
        return shorten(text, width=_PREVIEW_WIDTH, placeholder=" …")


def anchor_of(mention: Mention) -> str:
    """The id of the place in the text where that mention begins."""
    return f"at-{mention.start}"


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
        mentions = [(mention.start, mention.end) for mention in iter_mentions(article)]
        self._starts = frozenset(start for start, _ in mentions)
        self._marks = marks
        self._evidence = _merge(mentions)
        bounds = {position for pair in (*marks, *mentions) for position in pair}
        self._bounds = sorted(bounds)

    def headline(self) -> Paragraph:
        """The title: from the text where it stands there, so that its words are marked."""
        passage = self._headline_passage()
        if passage is None:
            return (TextPiece(text=self._article.title),)
        return self._pieces(passage.start, passage.end)

    def blocks(self) -> tuple[Block, ...]:
        """The text without the passage that is shown as the title."""
        headline = self._headline_passage()
        blocks: list[Block] = []
        for passage in self._article.passages:
            if passage == headline:
                continue
            paragraphs = tuple(self._pieces(start, end) for start, end in self._paragraphs(passage))
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

    def _pieces(self, start: int, end: int) -> Paragraph:
        first, last = bisect_left(self._bounds, start), bisect_left(self._bounds, end)
        cuts = sorted({start, *self._bounds[first:last], end})
        return tuple(
            TextPiece(
                text=self._article.text[left:right],
                marked=_covers(self._marks, left),
                evidence=_covers(self._evidence, left),
                anchor=f"at-{left}" if left in self._starts else None,
            )
            for left, right in pairwise(cuts)
        )


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
