"""What can follow what has been typed: values that begin so, and words."""

import re
from dataclasses import dataclass

from searchapp.search.facets import VALUE_FACETS, Facet
from searchapp.search.request import SearchRequest

MAX_VALUES = 6
"""How many values are suggested."""

MAX_WORDS = 4
"""How many words are suggested."""

_MAX_RUN = 4
"""A name of more words is found by its last ones."""

_OPERATORS = frozenset({"AND", "OR", "NOT"})
_PLAIN = re.compile(r"\w[\w'’.-]*")
_FIELD = re.compile(rf"({'|'.join(VALUE_FACETS)}):(\w[\w'’.-]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A way to go on: `request` is the search after choosing it, `count` what that finds.

    The `value` of a `facet` becomes a filter in place of what was typed; without a facet `text` is
    a word, and completes the typed one. `written` is the way of writing the value that begins as
    was typed, when its label does not.
    """

    text: str
    count: int
    request: SearchRequest
    facet: Facet | None = None
    value: str | None = None
    written: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The end of a query that is being typed, and what stands before it.

    `facet` is the only one meant, as in “person:sel”. Without `replaceable` the end cannot be
    taken away on its own: an operator or an open bracket stands before it.
    """

    before: str
    text: str
    facet: Facet | None = None
    replaceable: bool = True


def read_typed(query: str) -> tuple[Typed, ...]:
    """The words at the end of a query that may be the beginning of a name, the most first.

    Nothing when no word is being typed: after a blank, in a phrase, behind a minus.
    """
    words = query.split()
    if not words or query[-1:].isspace() or query.count('"') % 2:
        return ()
    field = _FIELD.fullmatch(words[-1])
    if field:
        facet = Facet(field[1].lower())
        return tuple(typed for typed in (_typed(words, 1, field[2], facet),) if typed.replaceable)
    run = 0
    for word in reversed(words[-_MAX_RUN:]):
        if not _PLAIN.fullmatch(word) or word in _OPERATORS:
            break
        run += 1
    return tuple(_typed(words, n, " ".join(words[-n:])) for n in range(run, 0, -1))


def _typed(words: list[str], count: int, text: str, facet: Facet | None = None) -> Typed:
    before = words[:-count]
    joined = " ".join(before)
    dangling = before[-1:] and before[-1] in _OPERATORS
    return Typed(
        before=joined,
        text=text,
        facet=facet,
        replaceable=not dangling and joined.count("(") == joined.count(")"),
    )
