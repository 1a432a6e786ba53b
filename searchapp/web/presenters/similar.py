"""More like this: similar articles with the words that tie them to the one being read."""

from dataclasses import dataclass

from searchapp.search.likeness import SimilarArticle
from searchapp.search.request import SearchRequest
from searchapp.web.presenters.hits import UNTITLED
from searchapp.web.presenters.links import build_article_link
from searchapp.web.presenters.wording import day_label


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarView:
    """A similar article: where it leads, what it is, and why it is here."""

    url: str
    title: str
    day: str | None
    day_label: str | None
    facts: tuple[str, ...]
    words: str


def build_similar(
    request: SearchRequest, similar: tuple[SimilarArticle, ...]
) -> tuple[SimilarView, ...]:
    """The views of similar articles; their links remember the search behind the page."""
    return tuple(
        SimilarView(
            url=build_article_link(article.id, request),
            title=article.title or UNTITLED,
            day=article.date.isoformat() if article.date else None,
            day_label=day_label(article.date) if article.date else None,
            facts=tuple(name for name in (article.section, article.source) if name),
            words=", ".join(article.words),
        )
        for article in similar
    )
