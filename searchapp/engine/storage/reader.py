"""One generation, open for reading: its segments as one index, its columns, its articles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from pathlib import Path

import numpy as np
import numpy.typing as npt

from searchapp.article import Article, FacetValue
from searchapp.engine.storage.arrays import ArrayFile, Ints
from searchapp.engine.storage.columns import Columns
from searchapp.engine.storage.segment import Field, Segment
from searchapp.engine.storage.spellings import PEOPLE
from searchapp.errors import ArticleNotFound
from searchapp.search.facets import Facet
from searchapp.search.response import Value

COLUMNS_FILE = "columns.arrays"
SEGMENT_FILES = "segment-*.arrays"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPostings:
    """The postings of one term over all segments; `positions` run on from document to document."""

    documents: Ints
    frequencies: Ints
    positions: Ints | None = None


class IndexReader:
    """An open generation. Everything in it is read-only, so threads may share it freely."""

    def __init__(self, folder: Path) -> None:
        """Raises IndexDamaged or IndexOutdated for a generation that cannot be used."""
        self.segments = tuple(Segment(path) for path in sorted(folder.glob(SEGMENT_FILES)))
        self.columns = Columns(ArrayFile(folder / COLUMNS_FILE))
        self._bases = tuple(accumulate((len(part) for part in self.segments), initial=0))
        self._lengths: dict[str, npt.NDArray[np.float64]] = {}

    def __len__(self) -> int:
        """How many documents there are, removed ones included."""
        return self._bases[-1]

    @cached_property
    def article_count(self) -> int:
        """How many articles there are."""
        return int(np.count_nonzero(self.columns.alive))

    def postings(self, field: str, term: str, *, positions: bool = False) -> TermPostings | None:
        """The postings of a term, or None when no document has it."""
        found = []
        for base, part in self._fields(field):
            place = part.terms.find(term)
            if place is not None:
                where = part.positions(place) if positions else None
                found.append((base + part.documents(place), part.frequencies(place), where))
        if not found:
            return None
        documents, frequencies, where_parts = zip(*found, strict=True)
        return TermPostings(
            documents=np.concatenate(documents),
            frequencies=np.concatenate(frequencies),
            positions=np.concatenate(where_parts) if positions else None,
        )

    def terms_from(self, field: str, prefix: str) -> Iterator[str]:
        """Every term of a field that starts so, each once, in order."""
        found = {
            part.terms[place]
            for _, part in self._fields(field)
            for place in part.terms.slice_of(prefix)
        }
        return iter(sorted(found))

    def documents_from(self, field: str, prefix: str) -> Ints:
        """The documents with any term that starts so, ascending."""
        found: list[Ints] = [np.zeros(0, np.int64)]
        for base, part in self._fields(field):
            found.append(base + np.unique(part.documents_of(part.terms.slice_of(prefix))))
        return np.concatenate(found)

    def lengths(self, field: str) -> npt.NDArray[np.float64]:
        """The number of words that every document has in a field."""
        lengths = self._lengths.get(field)
        if lengths is None:
            parts = [part.lengths for _, part in self._fields(field)]
            lengths = np.concatenate([np.zeros(0), *parts]).astype(np.float64)
            self._lengths[field] = lengths
        return lengths

    def document(self, article_id: str) -> int:
        """The document of an article. Raises ArticleNotFound."""
        document = self.documents_by_id.get(article_id)
        if document is None:
            raise ArticleNotFound("There is no article with this id in the index.")
        return document

    def values(self, facet: Facet, document: int) -> tuple[Value, ...]:
        """A document's values in a facet, as the columns name them."""
        column = self.columns.facet(facet)
        return tuple(
            Value(value=column.values[number], label=column.labels[number])
            for number in column.of_document(document).tolist()
        )

    def stored(self, document: int) -> Article:
        """The article of a document as extraction left it."""
        place = int(np.searchsorted(self._bases, document, side="right")) - 1
        return self.segments[place].article(document - self._bases[place])

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

    def _fields(self, name: str) -> Iterator[tuple[int, Field]]:
        for base, segment in zip(self._bases, self.segments, strict=False):
            yield base, segment.field(name)

    def spellings(self, facet: Facet, value: str) -> tuple[tuple[str, int], ...]:
        """How the articles write a person, with the number of articles of each spelling."""
        if facet not in PEOPLE:
            return ()
        column = self.columns.facet(facet)
        number = column.values.find(value)
        return column.written.of_value(number) if column.written and number is not None else ()

    def _renamed(self, facet: Facet, values: tuple[FacetValue, ...]) -> tuple[FacetValue, ...]:
        renaming = self.columns.facet(facet).renaming
        merged: dict[str, FacetValue] = {}
        for raw in values:
            shown = renaming.of_raw(raw.value)
            for entry in (Value(value=raw.value, label=raw.label),) if shown is None else shown:
                found = replace(raw, value=entry.value, label=entry.label)
                merged[entry.value] = _joined(merged.get(entry.value), found)
        return tuple(merged.values())


def _joined(one: FacetValue | None, other: FacetValue) -> FacetValue:
    """One value with the evidence of both."""
    if one is None:
        return other
    mentions = sorted((*one.mentions, *other.mentions), key=lambda mention: mention.start)
    return replace(one, mentions=tuple(mentions), about=one.about or other.about)
