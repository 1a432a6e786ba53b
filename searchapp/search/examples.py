"""Examples of the query language in words of the archive that is searched."""

from dataclasses import dataclass
from enum import StrEnum


class ExampleKind(StrEnum):
    """What an example shows."""

    WORDS = "words"
    EITHER = "either"
    WITHOUT = "without"
    PHRASE = "phrase"
    NEAR = "near"
    PREFIX = "prefix"
    FUZZY = "fuzzy"
    TITLE = "title"
    PERSON = "person"
    COUNTRY = "country"
    DATE = "date"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A query that finds something."""

    kind: ExampleKind
    query: str
