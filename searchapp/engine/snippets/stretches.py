"""The passages of an article with the marks in them."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from searchapp.article import Article, Passage, Zone
from searchapp.engine.snippets.marking import Mark, Marker
from searchapp.engine.storage.documents import (
    FIELD_OF_ZONE,
    is_title,
    searched_passages,
    searched_zone,
)
from searchapp.engine.storage.schema import TEXT_FIELDS
from searchapp.search.response import Range

_ANY_FIELD: Final = TEXT_FIELDS[0].name
_BLANKS: Final = frozenset(" \n\t")
_ZONE_BONUS: Final = {Zone.LEDE: 0.5, Zone.BODY: 0.25}


class Stretch(NamedTuple):
    """A passage of a text from `start` to `end`, and the marks in it; all places are the text's.

    `bonus` is what its zone counts beside the marks.
    """

    zone: Zone
    text: str
    start: int
    end: int
    marks: list[Mark]
    bonus: float


def iter_stretches(article: Article, marker: Marker) -> Iterator[Stretch]:
    """The searched passages in which something matched, the title apart, in order."""
    for passage, zone, marks in _iter_marked(article, marker):
        bonus = _ZONE_BONUS.get(zone, 0.0)
        yield Stretch(zone, article.text, passage.start, passage.end, marks, bonus)


def _iter_marked(article: Article, marker: Marker) -> Iterator[tuple[Passage, Zone, list[Mark]]]:
    if marker.marks_all_alike and _stand_apart(article):
        return _iter_cut(article, marker.mark(_ANY_FIELD, article.text))
    return _iter_one_by_one(article, marker)


def _iter_one_by_one(
    article: Article, marker: Marker
) -> Iterator[tuple[Passage, Zone, list[Mark]]]:
    whole = article.text
    lowered = whole.lower() if whole.isascii() else None
    for passage in searched_passages(article):
        field, start, end = FIELD_OF_ZONE[passage.zone], passage.start, passage.end
        if lowered is None or marker.may_mark(field, lowered, start, end):
            marks = marker.mark(field, whole[start:end])
            if marks:
                placed = [Mark(start + mark.start, start + mark.end, mark.leaf) for mark in marks]
                yield passage, passage.zone, placed


def _iter_cut(article: Article, marks: list[Mark]) -> Iterator[tuple[Passage, Zone, list[Mark]]]:
    """The marks of a whole text by passage: searching it once is quicker than a passage a time."""
    first, count = 0, len(marks)
    for passage in article.passages:
        if first == count:
            return
        end, last = passage.end, first
        while last < count and marks[last].start < end:
            last += 1
        if last > first:
            zone = searched_zone(article, passage)
            if zone is not None:
                yield passage, zone, marks[first:last]
            first = last


def _stand_apart(article: Article) -> bool:
    """Whether no word reaches from one passage into the next."""
    text, before = article.text, 0
    for passage in article.passages:
        start = passage.start
        if start and start == before and not set(text[start - 1 : start + 1]) & _BLANKS:
            return False
        before = passage.end
    return True


def mark_title(article: Article, marker: Marker) -> tuple[Range, ...]:
    """Where the query's words stand in the title."""
    return tuple([(mark.start, mark.end) for mark in marker.mark("title", article.title)])


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
