"""How the full list of a facet's values is read: those found by a few letters, by count or name."""

from dataclasses import dataclass
from enum import StrEnum

from searchapp.search.facets import Facet

MAX_FIND_LENGTH = 100


class ValueOrder(StrEnum):
    """The order of a facet's values: by count and then name, or by name alone."""

    COUNT = "count"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What of a facet's full list is seen; True when that is not simply its beginning by count.

    `find` keeps the values that have, for each of its words, a word that begins so: in their
    label, or in another way in which they are written. Case and accents do not matter.
    """

    facet: Facet
    find: str = ""
    order: ValueOrder = ValueOrder.COUNT
    page: int = 1

    def __bool__(self) -> bool:
        return bool(self.find) or self.order is not ValueOrder.COUNT or self.page != 1
