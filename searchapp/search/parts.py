"""A query taken apart: the words, phrases and fields that narrow it, each on its own.

Only a query whose parts all narrow it comes apart. With an OR, or where something is read
otherwise than it was written, no part can be taken away without changing what the others mean.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whoosh import query as wq

from searchapp.search.language import NAME_FIELDS, ZONE_FIELDS, parse_query

_FIELDS = (*ZONE_FIELDS, *NAME_FIELDS, "country", "date")
_PART = re.compile(
    rf"(?P<minus>-|NOT\s+)?(?:(?P<field>(?i:{'|'.join(_FIELDS)})):)?"
    r'(?P<rest>"[^"]*"(?:~\d+)?|\[[^\]]*\]|\([^()]*\)|[^\s"()\[\]]+)(?:\s+|$)'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryPart:
    """A part of a query as it is `written`; `text` is it without its field and its minus."""

    written: str
    text: str
    field: str | None = None
    excluded: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a plain word that is searched everywhere."""
        return self.field is None and not self.excluded and self.text[:1] not in ('"', "(", "[")


def split_query(query: str) -> tuple[QueryPart, ...]:
    """The parts of a query, in order; the whole query as its only part if it does not come apart.

    Nothing for an empty query. Raises InvalidQuery for one that is too long.
    """
    text = " ".join(query.split())
    parts = tuple(_iter_parts(text))
    if len(parts) > 1 and _narrow(text, parts):
        return parts
    if len(parts) == 1 and parts[0].written == text:
        return parts
    return (QueryPart(written=text, text=text),) if text else ()


def join_parts(parts: Iterable[QueryPart]) -> str:
    """The query that parts make up."""
    return " ".join(part.written for part in parts)


def _iter_parts(text: str) -> Iterator[QueryPart]:
    """The parts from the start, up to the first place where none begins."""
    place = 0
    while place < len(text):
        match = _PART.match(text, place)
        if match is None:
            return
        field = match["field"]
        yield QueryPart(
            written=match[0].strip(),
            text=match["rest"],
            field=field.lower() if field else None,
            excluded=bool(match["minus"]),
        )
        place = match.end()


def _narrow(text: str, parts: tuple[QueryPart, ...]) -> bool:
    """Whether a query means all of its parts together, and nothing else."""
    whole = parse_query(text)
    if join_parts(parts) != text or whole.notes or not isinstance(whole.tree, wq.And):
        return False
    meant: list[wq.Query] = []
    for part in parts:
        tree = parse_query(part.written).tree
        meant += list(tree) if isinstance(tree, wq.And) else [tree]
    return meant == list(whole.tree)
