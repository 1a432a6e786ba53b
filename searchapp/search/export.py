"""A whole result, article by article: what tables of it are made of."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

from searchapp.search.request import SearchRequest
from searchapp.search.response import Value

_BETWEEN: Final = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedArticle:
    """One article of a result without its text; `url` is the address that came with its file."""

    id: str
    title: str
    date: datetime.date | None = None
    authors: tuple[Value, ...] = ()
    countries: tuple[Value, ...] = ()
    persons: tuple[Value, ...] = ()
    section: str | None = None
    agency: str | None = None
    source: str | None = None
    url: str | None = None
    path: str


EXPORT_COLUMNS: Final = tuple(field.name for field in fields(ExportedArticle))
"""The columns of a table of articles, in their order."""


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
    return tuple(_cell(getattr(article, name)) for name in EXPORT_COLUMNS)


def _cell(value: str | datetime.date | tuple[Value, ...] | None) -> str:
    if isinstance(value, tuple):
        return _BETWEEN.join(one.label for one in value)
    return value.isoformat() if isinstance(value, datetime.date) else value or ""
