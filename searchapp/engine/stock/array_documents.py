"""What a segment of arrays has by document, as stock Whoosh reads it."""

from collections.abc import Sequence
from functools import cached_property

from whoosh.codec import base

from searchapp.article import Article
from searchapp.engine.stock.array_segment import ArraySegment
from searchapp.engine.stock.names import ARTICLE, ID, STORED_FIELDS
from searchapp.engine.storage.schema import stored_field
from searchapp.engine.storage.segment import Field


class ArrayDocuments(base.PerDocumentReader):  # type: ignore[misc]  # Whoosh has no types
    """Field lengths, stored articles and removals of a segment's documents."""

    def __init__(self, segment: ArraySegment) -> None:
        self._whoosh = segment
        self._segment = segment.segment
        self.doc_count = segment.doc_count
        self.doc_count_all = segment.doc_count_all
        self.has_deletions = segment.has_deletions
        self.is_deleted = segment.is_deleted
        self.deleted_docs = segment.deleted_docs

    @cached_property
    def _totals(self) -> dict[str, int]:
        return {
            name: int(self._segment.field(stored_field(name)).lengths.sum())
            for name in STORED_FIELDS
        }

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """How many words a document has in a field; the default for one without lengths."""
        if fieldname not in STORED_FIELDS:
            return default
        return int(self._field(fieldname).lengths[docnum])

    def field_length(self, fieldname: str) -> int:
        """How many words all documents have in a field."""
        return self._totals.get(fieldname, 0)

    def min_field_length(self, fieldname: str) -> int:
        """The least number of words that a document has in a field."""
        return min(self._lengths(fieldname), default=0)

    def max_field_length(self, fieldname: str) -> int:
        """The greatest number of words that a document has in a field."""
        return max(self._lengths(fieldname), default=0)

    def stored_fields(self, docnum: int) -> dict[str, str | Article]:
        """A document's id and article."""
        return {ID: self._segment.ids[docnum], ARTICLE: self._segment.article(docnum)}

    def _field(self, name: str) -> Field:
        return self._segment.field(stored_field(name))

    def _lengths(self, name: str) -> Sequence[int]:
        stored = name in STORED_FIELDS
        lengths: Sequence[int] = (
            self._segment.field(stored_field(name)).lengths.tolist() if stored else ()
        )
        return lengths
