"""How often exactly the annotated authors are found on real web pages, menus and all."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from searchapp.article import Article
from tests.evaluation.pages import Page, Score, extract_pages, iter_pages

_CUE = re.compile(r"^\s*(?:by|von|par|por|di|door)\s+", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[,;/&]\s*|\s+(?:and|und|et|y)\s+", re.IGNORECASE)


def score_authors(pages: Sequence[Page], articles: Sequence[Article]) -> Score:
    """The score of the sets of authors; case and the writing of lists do not matter."""
    pairs = [
        (name_set(page.authors), name_set(author.label for author in article.authors))
        for page, article in zip(pages, articles, strict=True)
    ]
    return Score(
        annotated=sum(bool(expected) for expected, _ in pairs),
        answered=sum(bool(found) for _, found in pairs),
        right=sum(bool(found) and found == expected for expected, found in pairs),
    )


def name_set(names: Iterable[str]) -> frozenset[str]:
    """The single names in annotated entries such as “Von Jane Doe und John Roe”, case-folded."""
    single = (part for name in names for part in _SEPARATOR.split(_CUE.sub("", name)))
    return frozenset(" ".join(part.split()).casefold() for part in single if part.strip())


def report(path: Path) -> str:
    """The figures for pages that were looked at and for those set aside."""
    lines = []
    for name, aside in (("seen", False), ("set aside", True)):
        pages = tuple(page for page in iter_pages(path) if page.set_aside is aside)
        articles = extract_pages(pages)
        lines.append(f"authors, {name:<10} {score_authors(pages, articles)}")
        annotated = [place for place, page in enumerate(pages) if page.authors]
        subset = score_authors(
            [pages[place] for place in annotated], [articles[place] for place in annotated]
        )
        lines.append(f"  pages with an annotated author: {subset}")
    return "\n".join(lines)
