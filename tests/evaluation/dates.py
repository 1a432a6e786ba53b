"""How often exactly the annotated day is found on real web pages, menus and all."""

from collections.abc import Sequence
from pathlib import Path

from searchapp.article import Article
from tests.evaluation.pages import Page, Score, extract_pages, iter_pages


def score_dates(pages: Sequence[Page], articles: Sequence[Article]) -> Score:
    """The score of the days."""
    pairs = [
        (page.date, article.date and article.date.isoformat())
        for page, article in zip(pages, articles, strict=True)
    ]
    return Score(
        annotated=sum(bool(expected) for expected, _ in pairs),
        answered=sum(bool(found) for _, found in pairs),
        right=sum(bool(found) and found == expected for expected, found in pairs),
    )


def report(path: Path) -> str:
    """The figures without and with the address, for pages looked at and for those set aside."""
    lines = []
    for name, aside in (("seen", False), ("set aside", True)):
        pages = tuple(page for page in iter_pages(path) if page.set_aside is aside)
        for how, with_url in (("text alone", False), ("with address", True)):
            score = score_dates(pages, extract_pages(pages, with_url=with_url))
            lines.append(f"dates, {name:<10} {how:<13} {score}")
    return "\n".join(lines)
