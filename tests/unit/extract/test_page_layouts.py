"""Dates, authors and agencies on pages as papers of many countries lay them out.

The pages stand in `page_layouts.txt`. Each begins with a line “== what | date | authors | agency”;
`[headline en]` and `[text en]` stand for a headline and running text in a language, which the file
begins with. What is marked with “?” before its name is answered wrongly so far.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from searchapp.article import RawArticle
from searchapp.extract import ExtractOptions, Extractor, build_extractor

FILE = Path(__file__).with_name("page_layouts.txt")
_PART = re.compile(r"\[(?:headline|text) \w\w\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is to be found on a page: a day, the authors' names, an agency."""

    day: str | None
    authors: frozenset[str]
    agency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, what is on it, and whether that is found."""

    name: str
    text: str
    expected: Answer
    answered: bool


def read_pages() -> tuple[Page, ...]:
    parts, *pages = re.split(r"^== ", FILE.read_text("utf-8"), flags=re.MULTILINE)
    return tuple(_read(page, _read_parts(parts)) for page in pages)


def _read_parts(text: str) -> Mapping[str, str]:
    """The headlines and running texts by their marks; each begins with its mark on a line."""
    marks = _PART.findall(text)
    texts = _PART.split(text)[1:]
    return dict(zip(marks, (part.strip() for part in texts), strict=True))


def _read(page: str, parts: Mapping[str, str]) -> Page:
    head, _, text = page.partition("\n")
    name, day, authors, agency = (field.strip() for field in head.split("|"))
    return Page(
        name=name.removeprefix("? "),
        text=_PART.sub(lambda mark: parts[mark.group()], text.strip()),
        expected=Answer(
            day=day or None,
            authors=frozenset(filter(None, authors.split("; "))),
            agency=agency or None,
        ),
        answered=not name.startswith("? "),
    )


PAGES = read_pages()


@cache
def extractor() -> Extractor:
    return build_extractor(ExtractOptions())


def answer(page: Page) -> Answer:
    raw = RawArticle(id="page.txt", path="page.txt", text=page.text, sha256="")
    article = extractor().extract(raw)
    return Answer(
        day=article.date.isoformat() if article.date else None,
        authors=frozenset(author.label for author in article.authors),
        agency=article.agency,
    )


@pytest.mark.parametrize(
    "page", [pytest.param(page, id=page.name) for page in PAGES if page.answered]
)
def test_the_date_the_authors_and_the_agency_of_a_layout_are_found(page: Page) -> None:
    assert answer(page) == page.expected


def test_what_is_marked_as_wrong_is_wrong() -> None:
    """Take the mark off a layout that is right by now."""
    marked = [page for page in PAGES if not page.answered]
    assert [page.name for page in marked if answer(page) == page.expected] == []


def test_hardly_any_layout_is_answered_wrongly() -> None:
    assert len(PAGES) >= 90
    assert sum(not page.answered for page in PAGES) <= 0.05 * len(PAGES)
