"""A whole result, article by article: what tables of it are made of."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from searchapp.search.request import SearchRequest
from searchapp.search.response import Value

EXPORT_COLUMNS: Final = (
    "id",
    "title",
    "date",
    "authors",
    "countries",
    "persons",
    "section",
    "agency",
    "source",
    "url",
    "path",
)
"""The columns of a table of articles, in their order."""

_BETWEEN: Final = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedArticle:
    """One article of a result without its text; `url` is the address that came with its file."""

    id: str
    title: str
    path: str
    date: datetime.date | None = None
    authors: tuple[Value, ...] = ()
    countries: tuple[Value, ...] = ()
    persons: tuple[Value, ...] = ()
    section: str | None = None
    agency: str | None = None
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """All `total` articles of a result, in its order.

    They are read as they are taken, all from what was being served when they were asked for.
    """

    request: SearchRequest
    total: int
    articles: Iterator[ExportedArticle]


def iter_export_rows(export: Export) -> Iterator[tuple[str, ...]]:
    """The table of a result: its columns' names, then a row for each article."""
    yield EXPORT_COLUMNS
    for article in export.articles:
        yield _row(article)


def _row(article: ExportedArticle) -> tuple[str, ...]:
    return (
        article.id,
        article.title,
        article.date.isoformat() if article.date else "",
        _names(article.authors),
        _names(article.countries),
        _names(article.persons),
        article.section or "",
        article.agency or "",
        article.source or "",
        article.url or "",
        article.path,
    )


def _names(values: tuple[Value, ...]) -> str:
    return _BETWEEN.join(value.label for value in values)
