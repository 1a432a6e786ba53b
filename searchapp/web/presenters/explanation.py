"""“Why here?”: an article's score as a table of words, places and points."""

from dataclasses import dataclass

from searchapp.article import Article, Zone
from searchapp.search.explanation import Explanation, ScorePart
from searchapp.search.neighbours import Neighbours
from searchapp.search.request import SearchRequest, SortOrder
from searchapp.search.wording import counted, number
from searchapp.web.presenters.article_way import build_way
from searchapp.web.presenters.hits import UNTITLED
from searchapp.web.presenters.links import build_article_link

_PLACES = {
    Zone.HEADLINE: "title",
    Zone.LEDE: "first paragraph",
    Zone.BODY: "text",
    Zone.CAPTION: "caption",
    Zone.BYLINE: "byline",
}
_BAR = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationRow:
    """What some words in one place add; `bar` is its length beside the longest, 100."""

    words: str
    pattern: str
    place: str
    times: str
    points: str
    bar: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationPage:
    """The table, whose points add up to `total`; without rows `summary` says why."""

    title: str
    article_url: str
    back_url: str
    query: str
    summary: str
    total: str
    rows: tuple[ExplanationRow, ...]


def build_explanation_page(
    article: Article,
    request: SearchRequest,
    explanation: Explanation,
    neighbours: Neighbours | None,
) -> ExplanationPage:
    """The page of an article's score for the words of that request."""
    # Without words every article has the same score, which says nothing.
    parts = explanation.parts if request.query.strip() else ()
    hundredths = _rounded([part.score for part in parts])
    longest = max(hundredths, default=0) or 1
    total = _points(sum(hundredths))
    return ExplanationPage(
        title=article.title or UNTITLED,
        article_url=build_article_link(article.id, request),
        back_url=build_way(article.id, request, neighbours).back_url,
        query=request.query,
        summary=_summary(request, explanation, neighbours, total),
        total=total,
        rows=tuple(
            _row(part, hundredth, longest)
            for part, hundredth in zip(parts, hundredths, strict=True)
        ),
    )


def _summary(
    request: SearchRequest, explanation: Explanation, neighbours: Neighbours | None, total: str
) -> str:
    if not request.query.strip():
        return "Without words to search for, articles stand by date: none has a score."
    if not explanation.parts:
        return (
            f"“{request.query.strip()}” gives this article no points: "
            "it does not match, or the search only narrows and weighs nothing."
        )
    if neighbours is None:
        return f"{total} points; a filter keeps this article out of the results."
    place = f"{number(neighbours.position)} of {number(neighbours.total)}"
    if request.order is SortOrder.RELEVANCE:
        return f"Result {place}, with {total} points."
    return f"Result {place} by date; the words give it {total} points."


def _row(part: ScorePart, hundredths: int, longest: int) -> ExplanationRow:
    words = ", ".join(dict.fromkeys(word.strip() for word in part.words))
    special = any(sign in part.term for sign in '"*?~')
    return ExplanationRow(
        words=words or part.term or "every result alike",
        pattern=part.term if special and words else "",
        place=_PLACES.get(part.zone, part.zone.value) if part.zone else "",
        times=counted(part.occurrences, "time", "times") if part.occurrences else "",
        points=_points(hundredths),
        bar=round(hundredths * _BAR / longest),
    )


def _rounded(scores: list[float]) -> list[int]:
    """The scores in hundredths, so rounded that they add up to the rounded sum.

    Largest remainders first, as seats are given to parties.
    """
    exact = [score * 100 for score in scores]
    floors = [int(score) for score in exact]
    missing = round(sum(exact)) - sum(floors)
    by_remainder = sorted(range(len(exact)), key=lambda n: floors[n] - exact[n])
    for n in by_remainder[:missing]:
        floors[n] += 1
    return floors


def _points(hundredths: int) -> str:
    return f"{number(hundredths // 100)}.{hundredths % 100:02d}"
