"""The values the whole program speaks about: raw articles in, articles with their evidence out."""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Zone(StrEnum):
    """What a stretch of an article's text is for."""

    HEADLINE = "headline"
    BYLINE = "byline"
    CAPTION = "caption"
    LEDE = "lede"
    BODY = "body"
    AGENCY_NOTE = "agency note"
    DEBRIS = "debris"

    # Zones are looked up for every mention, and the hash of an enumeration is written in Python.
    __hash__ = str.__hash__


class Passage(NamedTuple):
    """A stretch of an article's text in one zone; offsets are code points into `Article.text`.

    A page of results reads a hundred: a tuple is made four times as quickly as a frozen dataclass.
    """

    zone: Zone
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where and why an article got a value; offsets are code points into `Article.text`."""

    zone: Zone
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One author, country or person of an article, with its evidence.

    `value` is the stable form that URLs carry ("RU"), `label` what a person reads ("Russia").
    `about` is False for a country that is only mentioned. Given metadata has no mentions.
    """

    value: str
    label: str
    mentions: tuple[Mention, ...] = ()
    about: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Metadata that came with the file; it wins over what extraction finds. Texts as they came."""

    title: str | None = None
    date: str | None = None
    section: str | None = None
    agency: str | None = None
    source: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """One article as it was read: clean text, its place in the archive, its given metadata.

    `path` is relative to the archive, with "/" between parts; `line` is the line or row inside a
    file that holds several articles. `sha256` is of the file's bytes. `text` is NFC, its lines end
    in "\\n", and newline and tab are its only control characters. A given title stands in it too.
    """

    id: str
    path: str
    text: str
    sha256: str
    line: int | None = None
    given: Given = field(default_factory=Given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A file, or a line of one, that could not be used, and why, in words for its owner."""

    path: str
    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article with everything extraction found in it.

    `passages` are in text order, do not overlap and hold every character that is not blank.
    """

    id: str
    path: str
    text: str
    sha256: str
    title: str
    passages: tuple[Passage, ...]
    date: datetime.date | None = None
    date_mentions: tuple[Mention, ...] = ()
    section: str | None = None
    agency: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    authors: tuple[FacetValue, ...] = ()
    countries: tuple[FacetValue, ...] = ()
    persons: tuple[FacetValue, ...] = ()
