"""Real web pages with their authors and dates, read from a file that is not part of the project."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from searchapp.article import Article, Given, RawArticle
from searchapp.extract import ExtractOptions, build_extractor
from tests.evaluation.scores import iter_documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's visible text with what its annotators found on it."""

    id: str
    url: str
    authors: tuple[str, ...]
    date: str | None
    text: str
    set_aside: bool


def iter_pages(path: Path) -> Iterator[Page]:
    """The pages of a JSON Lines file with the fields id, url, authors, date and visible_text."""
    for set_aside, row in iter_documents(path):
        yield Page(
            id=row["id"],
            url=row["url"] or "",
            authors=tuple(row["authors"]),
            date=row["date"],
            text=unicodedata.normalize("NFC", row["visible_text"].replace("\r\n", "\n")),
            set_aside=set_aside,
        )


def extract_pages(pages: tuple[Page, ...], *, with_url: bool = False) -> tuple[Article, ...]:
    """The articles made from the visible text alone, or with the address too."""
    extractor = build_extractor(ExtractOptions())
    return tuple(
        extractor.extract(
            RawArticle(
                id=page.id,
                path="page.txt",
                text=page.text,
                sha256="",
                given=Given(url=page.url) if with_url else Given(),
            )
        )
        for page in pages
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many values are annotated, how many were answered, and how many of those are right."""

    annotated: int
    answered: int
    right: int

    @property
    def found(self) -> float:
        """The share of annotated values that were found exactly."""
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def precision(self) -> float:
        """The share of answers that are right; an answer where nothing is annotated is wrong."""
        return self.right / self.answered if self.answered else 0.0

    def __str__(self) -> str:
        return (
            f"found {self.found:.3f}  precision {self.precision:.3f}  "
            f"({self.right} right, {self.answered} answered, {self.annotated} annotated)"
        )
