"""Words in context (keyword in context, H. P. Luhn 1960): every occurrence on a line of its own."""

import re
from collections.abc import Iterator
from typing import Final

from searchapp.article import Article, Passage
from searchapp.engine.answering import find_results
from searchapp.engine.evaluation.binding import bind_query
from searchapp.engine.evaluation.matches import Matches
from searchapp.engine.evaluation.ranking import rank
from searchapp.engine.facets.filtering import resolve_request
from searchapp.engine.snippets.marking import Mark, Marker
from searchapp.engine.snippets.stretches import iter_marked_passages
from searchapp.engine.storage.analysis import fold, split_words
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.concordance import (
    CONTEXT,
    MOST_ARTICLES,
    MOST_LINES,
    MOST_READ,
    Concordance,
    ConcordanceRequest,
    Line,
    LineOrder,
)
from searchapp.search.language import parse_query
from searchapp.search.request import SearchRequest
from searchapp.search.response import Range

_BLANKS: Final = re.compile(r"\s+")


def build_concordance(
    reader: IndexReader, request: SearchRequest, asked: ConcordanceRequest
) -> Concordance:
    """A page of lines. Raises UserError for a query beyond the limits."""
    parsed = parse_query(request.query)
    marker = Marker(bind_query(parsed.tree))
    request = resolve_request(reader, request)
    found = find_results(reader, request)
    lines: list[Line] = []
    articles = 0
    for document in _first(reader, request, found, MOST_ARTICLES):
        if len(lines) >= MOST_LINES:
            break
        articles += 1
        lines += _lines(reader.stored(document, evidence=False), marker)
    if asked.order is not LineOrder.ARTICLE:
        lines.sort(key=lambda line: _sort_key(line, asked.order))
    pages = -(-len(lines) // asked.size)
    page = min(max(asked.page, 1), max(pages, 1))
    return Concordance(
        request=request,
        asked=ConcordanceRequest(order=asked.order, page=page, size=asked.size),
        total=len(found),
        articles=articles,
        line_count=len(lines),
        pages=pages,
        lines=tuple(lines[(page - 1) * asked.size : page * asked.size]),
        notes=parsed.notes,
    )


def iter_lines(reader: IndexReader, request: SearchRequest) -> Iterator[Line]:
    """The lines of all articles of a result, up to `MOST_READ` of them, in its order.

    Articles are read as lines are taken. Raises UserError for a query beyond the limits at once.
    """
    marker = Marker(bind_query(parse_query(request.query).tree))
    request = resolve_request(reader, request)
    documents = _first(reader, request, find_results(reader, request), MOST_READ)
    return (
        line
        for document in documents
        for line in _lines(reader.stored(document, evidence=False), marker)
    )


def _first(reader: IndexReader, request: SearchRequest, found: Matches, most: int) -> list[int]:
    """The first documents of a result; none without words, which could not be shown anyway."""
    if not request.query.strip():
        return []
    places = rank(reader.columns, found.documents, found.scores, request.order, most)
    documents: list[int] = found.documents.take(places).tolist()
    return documents


def _lines(article: Article, marker: Marker) -> Iterator[Line]:
    found = [
        (passage.start + start, passage.start + end, passage)
        for passage, field in iter_marked_passages(article)
        for start, end in join_marks(marker.mark(field, article.text[passage.start : passage.end]))
    ]
    # The title's passage comes first, wherever it stands in the text.
    found.sort(key=lambda place: place[0])
    for nth, (start, end, passage) in enumerate(found, 1):
        yield _line(article, passage, nth, start, end)


def join_marks(marks: list[Mark]) -> Iterator[Range]:
    """The occurrences that marks stand for: following words of one phrase are a single one."""
    place = 0
    while place < len(marks):
        leaf = marks[place].leaf
        most = min(len(marks), place + len(leaf.split()))
        end = place + 1
        while end < most and marks[end].leaf == leaf:
            end += 1
        yield marks[place].start, marks[end - 1].end
        place = end


def _line(article: Article, passage: Passage, nth: int, start: int, end: int) -> Line:
    text = article.text
    left = _BLANKS.sub(" ", text[max(passage.start, start - CONTEXT) : start])
    right = _BLANKS.sub(" ", text[end : min(passage.end, end + CONTEXT)])
    # A word that the limit cuts is left out; text without spaces is cut anywhere.
    if start - passage.start > CONTEXT:
        left = left.partition(" ")[2] or left
    if passage.end - end > CONTEXT:
        right = right.rpartition(" ")[0] or right
    return Line(
        article_id=article.id,
        title=article.title,
        date=article.date,
        zone=passage.zone,
        nth=nth,
        start=start,
        end=end,
        left=left.lstrip(),
        word=_BLANKS.sub(" ", text[start:end]),
        right=right.rstrip(),
    )


def _sort_key(line: Line, order: LineOrder) -> tuple[bool, list[str]]:
    """Lines without a word at that place come last."""
    if order is LineOrder.WORD:
        return False, [*_folded(line.word), *_folded(line.right)]
    near = order in (LineOrder.LEFT, LineOrder.RIGHT)
    leftwards = order in (LineOrder.LEFT, LineOrder.LEFT2)
    words = _folded(line.left)[::-1] if leftwards else _folded(line.right)
    if near:
        return not words, words
    return len(words) < 2, [*words[1:2], *words[:1], *words[2:]]


def _folded(text: str) -> list[str]:
    return [fold(word) for word in split_words(text)]
