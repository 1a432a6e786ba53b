"""The field names that scrapers, newsrooms and APIs use, and what they stand for here."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum


class FieldName(StrEnum):
    """A field of an article, by our name for it."""

    ID = "id"
    TITLE = "title"
    LEDE = "lede"
    TEXT = "text"
    SUMMARY = "summary"
    DATE = "date"
    AUTHOR = "author"
    SOURCE = "source"
    URL = "url"
    SECTION = "section"
    AGENCY = "agency"
    COUNTRY = "country"
    PERSON = "person"


# Names without case, spaces, punctuation and namespace (“article:published_time”, “publishedTime”),
# the most telling first.
_ALIASES: Mapping[FieldName, str] = {
    FieldName.ID: "id articleid docid documentid uid uuid guid identifier _id",
    FieldName.TITLE: "title headline articletitle newstitle heading head",
    FieldName.LEDE: "lede lead leadparagraph standfirst subtitle subheadline subhead deck dek",
    FieldName.TEXT: "fulltext articlebody articletext bodytext maintext cleantext text body "
    "content contenttext article story rawtext bodyhtml contenthtml html",
    FieldName.SUMMARY: "description summary abstract excerpt teaser snippet",
    FieldName.DATE: "date datepublished published publishedat publishedon publisheddate "
    "publishedtime publicationdate publishdate publishtime pubdate webpublicationdate issued "
    "displaydate datetime timestamp created createdat createdon createddate datecreated time",
    FieldName.AUTHOR: "authors author authorname authornames byline bylines creator creators "
    "writer writers journalist journalists reporter writtenby",
    FieldName.SOURCE: "source sourcename outlet publisher publishername publication newspaper site "
    "sitename website provider domain hostname sourcedomain",
    FieldName.URL: "url link canonicalurl weburl articleurl sourceurl permalink canonical href",
    FieldName.SECTION: "section sectionname articlesection category categories ressort rubric desk "
    "department topic",
    FieldName.AGENCY: "agency newsagency wireservice wire",
    FieldName.COUNTRY: "countries country countrycodes countrycode",
    FieldName.PERSON: "persons person people personnames personname",
}
_KNOWN = {alias: name for name, aliases in _ALIASES.items() for alias in aliases.split()}
_RANK = {alias: rank for aliases in _ALIASES.values() for rank, alias in enumerate(aliases.split())}

# Where APIs put the readable form of a value that they give as an object.
_INSIDE = ("name", "text", "rendered", "main", "value", "title", "label", "html", "content", "$oid")
_DEEPEST = 4
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_SEPARATOR = re.compile(r"\s*[;|]\s*")

TEXT_FIELDS = "text, body, content, article, description"
"""The names to tell people when a file has none that holds a text."""


class Fields:
    """One article's fields, asked for by what they mean."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        found: dict[FieldName, list[tuple[int, object]]] = {}
        for key, value in fields.items():
            alias = normalize_name(key)
            if name := _KNOWN.get(alias):
                found.setdefault(name, []).append((_RANK[alias], value))
        self._found = {
            name: [value for _, value in sorted(values, key=lambda pair: pair[0])]
            for name, values in found.items()
        }

    def texts(self, name: FieldName) -> tuple[str, ...]:
        """The texts of the first field of this meaning that holds any; not cleaned."""
        for value in self._found.get(name, ()):
            if texts := tuple(_iter_texts(value)):
                return texts
        return ()

    def text(self, name: FieldName) -> str | None:
        """The first text of the first field of this meaning that holds one."""
        return next(iter(self.texts(name)), None)

    def body(self) -> str:
        """The longest of the fields that may hold the article; paragraphs in a list are joined."""
        bodies = ("\n\n".join(_iter_texts(value)) for value in self._found.get(FieldName.TEXT, ()))
        return max(bodies, key=len, default="")

    def names(self, name: FieldName) -> tuple[str, ...]:
        """A list of names, however it is written: as a list, with “;” or “|”, or as a printed list.

        Commas are left alone: “Doe, Jane” and “Korea, South” are one name each.
        """
        return tuple(
            part for text in self.texts(name) for part in _iter_parts(text) if part.strip()
        )


def normalize_name(name: str) -> str:
    """A field name without case, spaces, punctuation and namespace; “_id” stays apart from “id”."""
    plain = "".join(char for char in name.rpartition(":")[2].casefold() if char.isalnum())
    return "_id" if plain == "id" and name.strip().startswith("_") else plain


def field_of(name: str) -> FieldName | None:
    """What a field of this name stands for, or None if it is ignored."""
    return _KNOWN.get(normalize_name(name))


def holds_article(names: Sequence[str]) -> bool:
    """Whether fields of these names can make an article: a text, a summary or a title."""
    readable = (FieldName.TEXT, FieldName.SUMMARY, FieldName.TITLE)
    return any(field_of(name) in readable for name in names)


def _iter_texts(value: object, depth: int = 0) -> Iterator[str]:
    """The texts in a value that is not blank; numbers as written, never true, false, null."""
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, bool) or value is None or depth > _DEEPEST:
        return
    elif isinstance(value, int | float):
        yield str(value)
    elif isinstance(value, Mapping):
        inside = (value[key] for key in _INSIDE if key in value)
        yield from next(
            (texts for part in inside if (texts := [*_iter_texts(part, depth + 1)])), []
        )
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _iter_texts(part, depth + 1)


def _iter_parts(text: str) -> Iterator[str]:
    """Split a list that was written into one text."""
    stripped = text.strip()
    if stripped.startswith("[") and stripped.endswith("]"):
        yield from _read_printed_list(stripped)
    else:
        yield from _SEPARATOR.split(text)


def _read_printed_list(text: str) -> list[str]:
    """A list as JSON or Python print it into a table's cell: “['Ann Lee', \"Bo O'Neil\"]”."""
    try:
        return [*_iter_texts(json.loads(text))]
    except (ValueError, RecursionError):
        quoted = [single or double for single, double in _QUOTED.findall(text)]
        return quoted or [text[1:-1]]
