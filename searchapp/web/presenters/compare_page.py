"""The comparison of two articles: what both say, and what only one of them does."""

from dataclasses import dataclass

from searchapp.article import Article
from searchapp.search.comparison import (
    MAX_WORDS,
    Paragraph,
    Side,
    compare,
    count_words,
    likeness,
    running_text,
)
from searchapp.search.url import article_url
from searchapp.search.wording import counted, number
from searchapp.web.presenters.copies import compare_url, likeness_label
from searchapp.web.presenters.hits import UNTITLED
from searchapp.web.presenters.wording import day_label


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedArticle:
    """One of the two articles."""

    url: str
    title: str
    day: str | None
    day_label: str | None
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """Everything the comparison shows; `too_long` says why there are no paragraphs."""

    first: ComparedArticle
    second: ComparedArticle
    summary: str
    too_long: str
    paragraphs: tuple[Paragraph, ...]
    swap_url: str


def build_compare_page(first: Article, second: Article) -> ComparePage:
    """The page that compares the running text of two articles."""
    one, other = running_text(first), running_text(second)
    too_long = _too_long(count_words(one), count_words(other))
    paragraphs = () if too_long else compare(one, other)
    return ComparePage(
        first=_compared(first),
        second=_compared(second),
        summary=_summary(likeness(one, other), paragraphs, compared=not too_long),
        too_long=too_long,
        paragraphs=paragraphs,
        swap_url=compare_url(second.id, first.id),
    )


def _compared(article: Article) -> ComparedArticle:
    return ComparedArticle(
        url=article_url(article.id),
        title=article.title or UNTITLED,
        day=article.date.isoformat() if article.date else None,
        day_label=day_label(article.date) if article.date else None,
        facts=tuple(name for name in (article.source, article.section, article.agency) if name),
    )


def _summary(share: float, paragraphs: tuple[Paragraph, ...], *, compared: bool) -> str:
    if not compared:
        return f"{likeness_label(share)}."
    first, second = (_count(paragraphs, side) for side in (Side.FIRST, Side.SECOND))
    if not first and not second:
        return "The text of both is the same."
    one = counted(first, "word stands", "words stand")
    return f"{likeness_label(share)}. {one} only in the first, {number(second)} in the second."


def _count(paragraphs: tuple[Paragraph, ...], side: Side) -> int:
    return sum(
        len(stretch.text.split())
        for paragraph in paragraphs
        for stretch in paragraph
        if stretch.side is side
    )


def _too_long(first: int, second: int) -> str:
    if max(first, second) <= MAX_WORDS:
        return ""
    return (
        f"These articles have {number(first)} and {number(second)} words; "
        f"up to {number(MAX_WORDS)} can be compared word by word. Open them one beside the other."
    )
