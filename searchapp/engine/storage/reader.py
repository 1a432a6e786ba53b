"""One generation, open for reading: its segments as one index, its columns, its articles."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from sys import getsizeof
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from searchapp.article import Article, FacetValue
from searchapp.engine.storage.arrays import ArrayFile, Ints
from searchapp.engine.storage.columns import Columns
from searchapp.engine.storage.kept import Kept
from searchapp.engine.storage.segment import Segment
from searchapp.engine.storage.spellings import PEOPLE
from searchapp.engine.storage.terms import Terms
from searchapp.errors import ArticleNotFound
from searchapp.search.facets import Facet
from searchapp.search.response import Value

COLUMNS_FILE = "columns.arrays"
SEGMENT_FILES = "segment-*.arrays"


_FOUND_BYTES = 16 << 20
_FOUND_BYTES_PER_DOCUMENT = 200
"""How much of what was found lately is kept: the larger of the two."""

_FRONTS_BYTES = 8 << 20
"""How much of the articles shown lately is kept."""

_OBJECT_BYTES = 100
"""About what a small object takes, such as a passage."""

Found: TypeAlias = tuple[Ints, npt.NDArray[np.float64]]
"""Documents, and the score of each."""


class IndexReader(Terms):
    """An open generation. Everything in it is read-only, so threads may share it freely."""

    def __init__(self, folder: Path) -> None:
        """Raises IndexDamaged or IndexOutdated for a generation that cannot be used."""
        super().__init__([Segment(path) for path in sorted(folder.glob(SEGMENT_FILES))])
        self.columns = Columns(ArrayFile(folder / COLUMNS_FILE))
        self.found = Kept(max(_FOUND_BYTES, _FOUND_BYTES_PER_DOCUMENT * len(self)), _found_size)
        self._fronts = Kept(_FRONTS_BYTES, _front_size)

    @property
    def article_count(self) -> int:
        """How many articles there are."""
        return self.columns.living

    def document(self, article_id: str) -> int:
        """The document of an article. Raises ArticleNotFound."""
        order = self.columns.id_order
        place = bisect_left(order, article_id, key=self._id)
        while place < len(order) and self._id(document := int(order[place])) == article_id:
            place += 1
            # Of an article that has been replaced, only the newest document is alive.
            if self.columns.alive[document]:
                return document
        raise ArticleNotFound("There is no article with this id in the index.")

    def values(self, facet: Facet, document: int) -> tuple[Value, ...]:
        """A document's values in a facet, as the columns name them."""
        return self.columns.facet(facet).of_document(document)

    def stored(self, document: int, *, evidence: bool = True) -> Article:
        """The article of a document as extraction left it, or only what a hit needs of it."""
        segment, inside = self._place(document)
        if evidence:
            return segment.article(inside)
        return self._fronts.get(document, lambda: segment.article(inside, evidence=False))

    def forget(self) -> None:
        """Give up what is kept of what was found and shown lately."""
        self.found.clear()
        self._fronts.clear()

    def article(self, article_id: str) -> Article:
        """An article with its values under the names that the facets use."""
        document = self.document(article_id)
        article = self.stored(document)
        return replace(
            article,
            authors=self._renamed(Facet.AUTHOR, article.authors),
            countries=self._renamed(Facet.COUNTRY, article.countries),
            persons=self._renamed(Facet.PERSON, article.persons),
        )

    @cached_property
    def documents_by_id(self) -> Mapping[str, int]:
        """The document of every article."""
        ids = (article_id for segment in self.segments for article_id in segment.ids)
        alive = self.columns.alive.tolist()
        return {article_id: n for n, article_id in enumerate(ids) if alive[n]}

    def spellings(self, facet: Facet, value: str) -> tuple[tuple[str, int], ...]:
        """How the articles write a person, with the number of articles of each spelling."""
        if facet not in PEOPLE:
            return ()
        column = self.columns.facet(facet)
        number = column.values.find(value)
        return column.written.of_value(number) if column.written and number is not None else ()

    def _id(self, document: int) -> str:
        segment, inside = self._place(document)
        return segment.ids[inside]

    def _renamed(self, facet: Facet, values: tuple[FacetValue, ...]) -> tuple[FacetValue, ...]:
        renaming = self.columns.facet(facet).renaming
        merged: dict[str, FacetValue] = {}
        for raw in values:
            shown = renaming.of_raw(raw.value)
            for entry in (Value(value=raw.value, label=raw.label),) if shown is None else shown:
                found = replace(raw, value=entry.value, label=entry.label)
                merged[entry.value] = _merged(merged.get(entry.value), found)
        return tuple(merged.values())


def _merged(one: FacetValue | None, other: FacetValue) -> FacetValue:
    """One value with the evidence of both."""
    if one is None:
        return other
    mentions = sorted((*one.mentions, *other.mentions), key=lambda mention: mention.start)
    return replace(one, mentions=tuple(mentions), about=one.about or other.about)


def _found_size(found: Found) -> int:
    return sum(array.nbytes for array in found)


def _front_size(article: Article) -> int:
    return getsizeof(article.text) + _OBJECT_BYTES * (10 + len(article.passages))
