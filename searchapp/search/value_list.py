"""All values of a facet in the whole archive: what is asked for, and a page of the answer."""

from dataclasses import dataclass
from enum import StrEnum

from searchapp.search.facets import Facet

LIST_PAGE_SIZE = 200
"""How many values stand on a page."""

OTHER_LETTER = "#"
"""The letter of values that begin with none: figures, signs."""


class ListOrder(StrEnum):
    """The order of values; those with equally many articles stand by name."""

    NAME = "name"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRequest:
    """Which values of a facet are wanted.

    `words` are the beginnings of words that a label must have, case and accents aside; `letter`
    is the first letter of the label, without accents and in upper case, or `OTHER_LETTER`.
    """

    facet: Facet
    words: str = ""
    letter: str = ""
    order: ListOrder = ListOrder.COUNT
    page: int = 1
    size: int = LIST_PAGE_SIZE


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedValue:
    """A value with the number of articles that have it, in all and in each year of the list."""

    value: str
    label: str
    count: int
    per_year: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueList:
    """A page of values; `request` has its page clamped to those there are.

    `letters` has every first letter of the values with these words, and how many begin with it.
    `years` are those that have articles, in order: `per_year` of every value has a number for each.
    `known` is the number of values of the facet, whatever was asked for.
    """

    request: ListRequest
    total: int
    pages: int
    known: int
    values: tuple[ListedValue, ...] = ()
    letters: tuple[tuple[str, int], ...] = ()
    years: tuple[str, ...] = ()
