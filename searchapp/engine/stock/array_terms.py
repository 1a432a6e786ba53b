"""The terms of a segment of arrays, their statistics and postings, as stock Whoosh reads them.

Ids and dates have no postings in a segment: theirs are gathered when they are first asked for.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from whoosh.codec import base
from whoosh.fields import NUMERIC, Schema
from whoosh.formats import Format
from whoosh.reading import TermInfo

from searchapp.engine.stock.matcher import (
    ArrayMatcher,
    GatheredTerms,
    StoredTerms,
    Terms,
    ZoneTerms,
)
from searchapp.engine.stock.names import DATE, ID, STORED_FIELDS
from searchapp.engine.storage.schema import EXACT, STEMS, WEIGHT_UNIT, ZONE_FIELDS, stored_field
from searchapp.engine.storage.segment import Segment

_UNITS = {STEMS: WEIGHT_UNIT, EXACT: WEIGHT_UNIT}


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
        return sorted((*STORED_FIELDS, ID, DATE))

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
        if name == DATE:
            return _gather(_iter_date_terms(self._segment, self._schema[name]))
        if name in STORED_FIELDS:
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
