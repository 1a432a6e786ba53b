"""The index as stock Whoosh reads it: a codec over the segments' arrays.

Whoosh's own Searcher, queries and scoring work on the very files that `evaluation` reads. That
makes it the reference for tests, and the way out of this engine. The schema is that of
`build_schema` with one stored field more, `article`. Fields are analysed, lengths and statistics
are exact, and removed documents count in statistics until their segment is written anew, in both.

Whoosh wants some trees put another way to say the same; see `query`. Nothing can be written
through the codec, and no pickle and no table of contents is read.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from io import UnsupportedOperation
from pathlib import Path
from typing import Any, Never

from whoosh.codec import base
from whoosh.fields import NUMERIC, STORED, Schema
from whoosh.formats import Format
from whoosh.reading import EmptyReader, MultiReader, SegmentReader, TermInfo
from whoosh.searching import Searcher

from searchapp.article import Article
from searchapp.engine.stock.matcher import (
    ArrayMatcher,
    GatheredTerms,
    StoredTerms,
    Terms,
    ZoneTerms,
)
from searchapp.engine.stock.weighting import StockWeighting
from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.schema import (
    CODE_FIELDS,
    EXACT,
    EXACT_FIELDS,
    STEM_FIELDS,
    STEMS,
    WEIGHT_UNIT,
    ZONE_FIELDS,
    build_schema,
    stored_field,
)
from searchapp.engine.storage.segment import Field, Segment
from searchapp.search.facets import Facet

ID = "id"
ARTICLE = "article"
_DATE = Facet.DATE.value
_UNITS = {STEMS: WEIGHT_UNIT, EXACT: WEIGHT_UNIT}
_STORED_FIELDS = (*STEM_FIELDS, *EXACT_FIELDS, *CODE_FIELDS)


def open_whoosh(index: IndexReader | Path) -> Searcher:
    """A stock Searcher over an open generation, or over the folder of one.

    Documents have the numbers that `IndexReader` gives them. Raises IndexDamaged or IndexOutdated
    for a folder that cannot be used.
    """
    reader = IndexReader(index) if isinstance(index, Path) else index
    schema = build_schema()
    schema.add(ARTICLE, STORED())
    codec = ArrayCodec(schema)
    readers, base_number = [], 0
    for segment in reader.segments:
        alive = reader.columns.alive[base_number : base_number + len(segment)]
        readers.append(SegmentReader(None, schema, ArraySegment(codec, segment, alive)))
        base_number += len(segment)
    if len(readers) > 1:
        return Searcher(MultiReader(readers), weighting=StockWeighting())
    reader_of_one = readers[0] if readers else EmptyReader(schema)
    return Searcher(reader_of_one, weighting=StockWeighting())


class ArrayCodec(base.Codec):  # type: ignore[misc]  # Whoosh has no types
    """Reads postings and documents from segments of arrays."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def terms_reader(self, storage: None, segment: "ArraySegment") -> "ArrayTermsReader":
        """The terms of a segment and their postings."""
        return ArrayTermsReader(segment.segment, self._schema)

    def per_document_reader(self, storage: None, segment: "ArraySegment") -> "ArrayDocuments":
        """What a segment has by document."""
        return ArrayDocuments(segment)

    def per_document_writer(self, storage: None, segment: "ArraySegment") -> Never:
        """Raises UnsupportedOperation."""
        raise _read_only()

    def field_writer(self, storage: None, segment: "ArraySegment") -> Never:
        """Raises UnsupportedOperation."""
        raise _read_only()

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> Never:
        """Raises UnsupportedOperation."""
        raise _read_only()

    def new_segment(self, storage: None, indexname: str) -> Never:
        """Raises UnsupportedOperation."""
        raise _read_only()


class ArraySegment(base.Segment):  # type: ignore[misc]  # Whoosh has no types
    """A segment of arrays, with its removed documents, as Whoosh knows segments."""

    def __init__(self, codec: ArrayCodec, segment: Segment, alive: Mask) -> None:
        super().__init__(segment.name)
        self.segment = segment
        self._codec = codec
        self._dead = frozenset((~alive).nonzero()[0].tolist())

    def codec(self) -> ArrayCodec:
        """The codec that reads it."""
        return self._codec

    def doc_count_all(self) -> int:
        """How many documents there are, removed ones included."""
        return len(self.segment)

    def deleted_count(self) -> int:
        """How many documents are removed."""
        return len(self._dead)

    def deleted_docs(self) -> frozenset[int]:
        """The removed documents."""
        return self._dead

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is removed."""
        return docnum in self._dead

    def delete_document(self, docnum: int, delete: bool = True) -> Never:
        """Raises UnsupportedOperation."""
        raise _read_only()

    def set_doc_count(self, doccount: int) -> Never:
        """Raises UnsupportedOperation."""
        raise _read_only()


class ArrayTermsReader(base.TermsReader):  # type: ignore[misc]  # Whoosh has no types
    """The terms of a segment, field by field, in the order of their bytes."""

    def __init__(self, segment: Segment, schema: Schema) -> None:
        self._segment = segment
        self._schema = schema
        self._fields: dict[str, Terms] = {}

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._find(*term) is not None

    def indexed_field_names(self) -> Sequence[str]:
        """The fields with terms, in order."""
        return sorted((*_STORED_FIELDS, ID, _DATE))

    def cursor(self, fieldname: str, fieldobj: Any) -> "ArrayCursor":
        """A cursor over the terms of a field."""
        return ArrayCursor(self._terms(fieldname), fieldobj)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Every field and term."""
        for name in self.indexed_field_names():
            yield from self.terms_from(name, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The field and its terms from some bytes on."""
        terms = self._terms(fieldname)
        for place in range(_place_of(terms, prefix), len(terms)):
            yield fieldname, terms.encoded(place)

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Every field and term with its statistics."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(
        self, fieldname: str, prefix: bytes
    ) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """The field and its terms from some bytes on, with their statistics."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """The statistics of a term. Raises KeyError when there is none."""
        return self._terms(fieldname).info(self._found(fieldname, text))

    def matcher(
        self, fieldname: str, text: bytes, format_: Format, scorer: Any = None
    ) -> ArrayMatcher:
        """The postings of a term. Raises KeyError when there are none."""
        rows = self._terms(fieldname).rows(self._found(fieldname, text))
        return ArrayMatcher(rows, (fieldname, text), format_, scorer)

    def _found(self, name: str, term: bytes) -> int:
        place = self._find(name, term)
        if place is None:
            raise KeyError((name, term))
        return place

    def _find(self, name: str, term: bytes) -> int | None:
        terms = self._terms(name)
        place = _place_of(terms, term)
        return place if place < len(terms) and terms.encoded(place) == term else None

    def _terms(self, name: str) -> Terms:
        terms = self._fields.get(name)
        if terms is None:
            terms = self._fields[name] = self._build_terms(name)
        return terms

    def _build_terms(self, name: str) -> Terms:
        if name == ID:
            return _gather((n, text.encode()) for n, text in enumerate(self._segment.ids))
        if name == _DATE:
            return _gather(_iter_date_terms(self._segment, self._schema[name]))
        if name in _STORED_FIELDS:
            stored = stored_field(name)
            field, unit = self._segment.field(stored), _UNITS.get(stored, 1)
            if name in ZONE_FIELDS:
                return ZoneTerms(field, unit, ZONE_FIELDS[name].zones)
            return StoredTerms(field, unit)
        return GatheredTerms({})


class ArrayCursor(base.FieldCursor):  # type: ignore[misc]  # Whoosh has no types
    """A place among the terms of a field; past the last one, every method gives None."""

    def __init__(self, terms: Terms, fieldobj: Any) -> None:
        self._terms = terms
        self._field = fieldobj
        self._place = 0

    def is_valid(self) -> bool:
        """Whether there is a current term."""
        return self._place < len(self._terms)

    def first(self) -> Any:
        """Go to the first term."""
        self._place = 0
        return self.text()

    def find(self, string: str | bytes) -> Any:
        """Go to the first term from a string on."""
        self._place = _place_of(self._terms, self._field.to_bytes(string))
        return self.text()

    def next(self) -> Any:
        """Go to the next term."""
        self._place = min(self._place + 1, len(self._terms))
        return self.text()

    def text(self) -> Any:
        """The current term as a value of the field."""
        return self._field.from_bytes(self.term()) if self.is_valid() else None

    def term(self) -> bytes | None:
        """The current term as it is encoded."""
        return self._terms.encoded(self._place) if self.is_valid() else None

    def term_info(self) -> TermInfo | None:
        """The statistics of the current term."""
        return self._terms.info(self._place) if self.is_valid() else None


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
            for name in _STORED_FIELDS
        }

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """How many words a document has in a field; the default for one without lengths."""
        if fieldname not in _STORED_FIELDS:
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
        stored = name in _STORED_FIELDS
        lengths: Sequence[int] = (
            self._segment.field(stored_field(name)).lengths.tolist() if stored else ()
        )
        return lengths


def _iter_date_terms(segment: Segment, field: NUMERIC) -> Iterator[tuple[int, bytes]]:
    """Each dated document with the terms of its date: one for each of the field's precisions."""
    for document, ordinal in enumerate(segment.dates.tolist()):
        if ordinal:
            for shift in range(0, field.bits, field.shift_step):
                yield document, field.to_bytes(ordinal, shift)


def _gather(pairs: Iterator[tuple[int, bytes]]) -> GatheredTerms:
    documents_of: dict[bytes, list[int]] = {}
    for document, term in pairs:
        documents_of.setdefault(term, []).append(document)
    return GatheredTerms(documents_of)


def _place_of(terms: Terms, encoded: bytes) -> int:
    return bisect_left(range(len(terms)), encoded, key=terms.encoded)


def _read_only() -> UnsupportedOperation:
    return UnsupportedOperation(
        "The index is written by searchapp.engine.open_writer, not through Whoosh."
    )
