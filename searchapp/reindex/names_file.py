"""names.toml: what a person says about the names in their archive, read with its line numbers."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NoReturn

from searchapp.errors import NamesError
from searchapp.search.facets import Facet


class Verb(StrEnum):
    """What is said of a name; the member's value is its word in the file."""

    ALIASES = "aliases"
    IGNORE = "ignore"
    SPLIT = "split"
    DISTINCT = "distinct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A line of a file."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}"

    def seen_from(self, other: "Place") -> str:
        """The place in words for a reader who is at another place."""
        return f"in line {self.line}" if self.file == other.file else f"in {self}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A name and where it stands in the file."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that is said of a name; `others` are its aliases or the parts it is split into."""

    facet: Facet
    verb: Verb
    subject: Mentioned
    others: tuple[Mentioned, ...] = ()


TABLES: Final = MappingProxyType(
    {"persons": Facet.PERSON, "authors": Facet.AUTHOR, "countries": Facet.COUNTRY}
)
"""The tables of the file and the facets that they are about."""

_LISTS: Final = (Verb.IGNORE, Verb.DISTINCT)
_HEADER = re.compile(r"\s*\[\s*([\w\-. ]+?)\s*\]\s*(?:#.*)?")
_LINE_IN_MESSAGE = re.compile(r" ?\(at line (\d+), column \d+\)")
_LONGEST = 200


def parse_names(text: str, file: str) -> tuple[Statement, ...]:
    """Everything that a names.toml says. Raises NamesError, with the line, for what means nothing.

    `file` is what messages call it.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE_IN_MESSAGE.search(str(error))
        last = text.count("\n") + 1
        place = Place(file=file, line=int(found.group(1)) if found else last)
        words = _LINE_IN_MESSAGE.sub("", str(error)).removesuffix(" (at end of document)")
        raise NamesError(f"{place}: this is not TOML: {words}.") from error
    return tuple(_Reader(text, file).statements(tables))


class _Reader:
    """Finds statements in the parsed tables, and the line of each in the text."""

    def __init__(self, text: str, file: str) -> None:
        self._lines = text.split("\n")
        self._file = file

    def statements(self, tables: Mapping[str, object]) -> Iterator[Statement]:
        for name, table in tables.items():
            facet = TABLES.get(name)
            if facet is None:
                self._fail(name, (), f"“{name}” is not a table. The tables are {_list(TABLES)}.")
            for verb, content in self._table(table, name, ()).items():
                yield from self._verb(name, facet, verb, content)

    def _verb(self, table: str, facet: Facet, word: str, content: object) -> Iterator[Statement]:
        verbs = [verb for verb in Verb if verb is not Verb.DISTINCT or facet is Facet.PERSON]
        if word not in verbs:
            why = "Only persons are merged automatically. " if word == Verb.DISTINCT else ""
            known = f"What can be said of {table} is {_list(verbs)}."
            self._fail(word, (table,), f"“{word}” means nothing for {table}. {why}{known}")
        verb = Verb(word)
        if verb in _LISTS:
            after = self._line(word, (table,), key=True) - 1
            for mentioned in self._names(content, word, (table,), after):
                yield Statement(facet=facet, verb=verb, subject=mentioned)
            return
        path = (table, word)
        for name, others in self._table(content, word, (table,)).items():
            line = self._line(name, path, key=True)
            yield Statement(
                facet=facet,
                verb=verb,
                subject=Mentioned(name=self._name(name, line), place=self._place(line)),
                others=tuple(self._names(others, name, path, line - 1)),
            )

    def _table(self, content: object, name: str, path: tuple[str, ...]) -> Mapping[str, object]:
        if not isinstance(content, dict):
            header = ".".join((*path, name))
            self._fail(name, path, f"“{name}” must be a table: begin it with [{header}].")
        return content

    def _names(
        self, content: object, key: str, path: tuple[str, ...], after: int
    ) -> Iterator[Mentioned]:
        if not isinstance(content, list) or not all(isinstance(name, str) for name in content):
            written = key if len(path) == 1 else f'"{key}"'
            self._fail(key, path, f'“{key}” must be a list of names: {written} = ["…", "…"].')
        for name in content:
            line = self._line(name, path, after=after)
            yield Mentioned(name=self._name(name, line), place=self._place(line))

    def _name(self, written: str, line: int) -> str:
        name = " ".join(unicodedata.normalize("NFC", written).split())
        if not name or len(name) > _LONGEST or not name.isprintable():
            raise NamesError(f"{self._place(line)}: “{written[:_LONGEST]}” is no name.")
        return name

    def _line(self, text: str, path: tuple[str, ...], *, key: bool = False, after: int = 0) -> int:
        """The line where a name stands in its table; that of the table if it is written oddly.

        The parser tells no lines, so the text is searched.
        """
        spelt = rf"\"{re.escape(text)}\"|'{re.escape(text)}'"
        bare = rf"(?<![\w\"'-]){re.escape(text)}\s*[=.\]]"
        wanted = re.compile(rf"(?:{spelt})\s*[=.]|{bare}" if key else spelt)
        header, best = "", after or 1
        for number, line in enumerate(self._lines, 1):
            if found := _HEADER.fullmatch(line):
                header = found.group(1).replace(" ", "")
                best = number if header == ".".join(path) and not after else best
            inside = ".".join((*path, "")).startswith(f"{header}." if header else "")
            inside = inside or (key and header == ".".join((*path, text)))
            comment = line.lstrip().startswith("#")
            if number > after and inside and not comment and wanted.search(line):
                return number
        return best

    def _place(self, line: int) -> Place:
        return Place(file=self._file, line=line)

    def _fail(self, key: str, path: tuple[str, ...], words: str) -> NoReturn:
        raise NamesError(f"{self._place(self._line(key, path, key=True))}: {words}")


def _list(words: Mapping[str, Facet] | list[Verb]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}"
