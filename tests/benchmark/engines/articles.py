"""The articles that engines are compared on, and the files that hold them."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FACETS = ("date", "author", "country", "person")

_NOT_ASCII = re.compile(r"[^\x20-\x7e]+")
_PARAGRAPH_BREAK = re.compile(r"\n\s{2,}")
_BYLINE = re.compile(r"^by\s+|,.*$", re.IGNORECASE)
_SIGNATURE = re.compile(r"\s*reuter[s3]?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceArticle:
    """One analysed article; everything is ASCII, so that all engines split it alike."""

    id: str
    date: date
    title: str
    paragraphs: tuple[str, ...]
    author: str | None = None
    countries: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All that is searched, title first."""
        return "\n".join((self.title, *self.paragraphs))

    def values(self, facet: str) -> tuple[str, ...]:
        """The article's values in a facet, each once; that of a date is its year."""
        if facet == "date":
            return (f"{self.date:%Y}",)
        if facet == "author":
            return (self.author,) if self.author else ()
        return self.countries if facet == "country" else self.persons


def read_reuters(path: Path) -> list[SourceArticle]:
    """The articles of a JSON Lines file with the fields of Reuters-21578; it may be gzipped.

    The fields are `id`, `date` (ISO), `title`, `author`, `places`, `people` and `body`.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [_parse_row(json.loads(line)) for line in lines]


def write_articles(path: Path, articles: Iterator[SourceArticle]) -> None:
    """Write articles as JSON Lines."""
    with path.open("w", encoding="ascii") as lines:
        for article in articles:
            values = (
                article.id,
                article.date.isoformat(),
                article.title,
                article.paragraphs,
                article.author,
                article.countries,
                article.persons,
            )
            lines.write(json.dumps(values) + "\n")


def iter_articles(path: Path) -> Iterator[SourceArticle]:
    """The articles that `write_articles` wrote."""
    with path.open(encoding="ascii") as lines:
        for line in lines:
            article_id, day, title, paragraphs, author, countries, persons = json.loads(line)
            yield SourceArticle(
                id=article_id,
                date=date.fromisoformat(day),
                title=title,
                paragraphs=tuple(paragraphs),
                author=author,
                countries=tuple(countries),
                persons=tuple(persons),
            )


def _parse_row(row: dict[str, object]) -> SourceArticle:
    body = _SIGNATURE.sub("", str(row.get("body") or ""))
    paragraphs = (_plain(part) for part in _PARAGRAPH_BREAK.split(body))
    author = _BYLINE.sub("", _plain(str(row.get("author") or ""))).strip()
    return SourceArticle(
        id=str(row["id"]),
        date=date.fromisoformat(str(row["date"])),
        title=_plain(str(row.get("title") or "")),
        paragraphs=tuple(part for part in paragraphs if part),
        author=author.title() or None,
        countries=_names(row.get("places")),
        persons=_names(row.get("people")),
    )


def _plain(text: str) -> str:
    return " ".join(_NOT_ASCII.sub(" ", text).split())


def _names(slugs: object) -> tuple[str, ...]:
    """Names from slugs like “west-germany”, each once."""
    found = slugs if isinstance(slugs, list) else []
    return tuple(dict.fromkeys(_plain(str(slug)).replace("-", " ").title() for slug in found))
