"""What the engines are asked: queries as values, and as the text a person would type."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """The classes of queries."""

    COMMON = "common word"
    RARE = "rare word"
    AND = "AND"
    OR = "OR"
    PHRASE = "phrase"
    PREFIX = "prefix"
    FUZZY = "fuzzy"
    FILTERED = "boolean + filter"
    ALL = "match-all"


class Task(StrEnum):
    """How much of the answer is wanted."""

    TOP = "top-10"
    FACETS = "facets"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query: all of its parts must hold. Words are lower-case; both days are included."""

    kind: Kind
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()
    prefix: str | None = None
    fuzzy: str | None = None
    author: str | None = None
    country: str | None = None
    person: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def text(self) -> str:
        """The query as it is typed, without its filters."""
        parts = [*self.all_of]
        if self.any_of:
            parts.append(f"({' OR '.join(self.any_of)})")
        if self.phrase:
            parts.append(f'"{" ".join(self.phrase)}"')
        parts += [f"{self.prefix}*"] if self.prefix else []
        parts += [f"{self.fuzzy}~"] if self.fuzzy else []
        return " ".join([*parts, *(f"-{word}" for word in self.none_of)])

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """The values chosen in facets, as facet and value."""
        values = (("author", self.author), ("country", self.country), ("person", self.person))
        return tuple((facet, value) for facet, value in values if value)

    def __str__(self) -> str:
        period = f"{self.since}–{self.until}" if self.since else ""
        filters = [f"{facet}={value}" for facet, value in self.chosen]
        return " ".join(part for part in (self.text or "*", *filters, period) if part)


def write_queries(path: Path, queries: tuple[Query, ...]) -> None:
    """Write queries as JSON."""
    path.write_text(json.dumps([asdict(query) for query in queries], default=str, indent=1))


def read_queries(path: Path) -> tuple[Query, ...]:
    """The queries that `write_queries` wrote."""
    return tuple(_parse_query(row) for row in json.loads(path.read_text()))


def _parse_query(row: dict[str, object]) -> Query:
    fields = {name: tuple(v) if isinstance(v, list) else v for name, v in row.items()}
    days = {name: date.fromisoformat(str(row[name])) for name in ("since", "until") if row[name]}
    return Query(**{**fields, **days, "kind": Kind(str(row["kind"]))})  # type: ignore[arg-type]
