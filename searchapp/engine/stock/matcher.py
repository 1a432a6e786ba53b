"""The postings of one term in the forms that Whoosh's scorers and matchers ask for."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any, Protocol, Self

from whoosh.formats import Existence, Format, Positions
from whoosh.matching import ReadTooFar
from whoosh.matching.mcore import LeafMatcher
from whoosh.reading import TermInfo
from whoosh.system import pack_uint

from searchapp.engine.storage.segment import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRows:
    """One term: its documents, ascending, and for each its weight, field length and positions.

    The weight is the frequency, in which words of some zones count more than once. `positions` is
    empty for a field without them.
    """

    documents: Sequence[int]
    weights: Sequence[float]
    lengths: Sequence[int]
    positions: Sequence[Sequence[int]] = ()

    def info(self) -> TermInfo:
        """Whoosh's statistics of the term; a new object each time, for Whoosh changes them."""
        return TermInfo(
            weight=float(sum(self.weights)),
            df=len(self.documents),
            minlength=min(self.lengths),
            maxlength=max(self.lengths),
            maxweight=float(max(self.weights)),
            minid=self.documents[0],
            maxid=self.documents[-1],
        )


class Terms(Protocol):
    """The terms of a field in the order of their bytes, and the postings of each."""

    def __len__(self) -> int:
        """How many terms there are."""
        ...

    def encoded(self, place: int) -> bytes:
        """The term at a place, as Whoosh encodes it."""
        ...

    def rows(self, place: int) -> TermRows:
        """The postings of the term at a place."""
        ...

    def info(self, place: int) -> TermInfo:
        """Whoosh's statistics of the term at a place."""
        ...


class StoredTerms:
    """The terms of a field that has postings in the segment."""

    def __init__(self, field: Field, unit: int = 1) -> None:
        """`unit` is what a word of weight one weighs in the field."""
        self._field = field
        self._unit = unit
        self.encoded = field.terms.encoded

    def __len__(self) -> int:
        return len(self._field.terms)

    def rows(self, place: int) -> TermRows:
        """The postings of the term at a place."""
        documents = self._field.documents(place)
        return TermRows(
            documents=documents.tolist(),
            weights=(self._field.weights(place) / self._unit).tolist(),
            lengths=self._field.lengths[documents].tolist(),
            positions=tuple(self._positions(place)),
        )

    def info(self, place: int) -> TermInfo:
        """Whoosh's statistics of the term at a place."""
        return self.rows(place).info()

    def _positions(self, place: int) -> Iterator[Sequence[int]]:
        try:
            positions = self._field.positions(place).tolist()
        except KeyError:
            return
        start = 0
        for frequency in self._field.frequencies(place).tolist():
            yield positions[start : start + frequency]
            start += frequency


class ZoneTerms:
    """The terms of a field as far as they stand in some zones; statistics are the whole field's."""

    def __init__(self, field: Field, unit: int, zones: int) -> None:
        self._field = field
        self._whole = StoredTerms(field, unit)
        self._zones = zones
        self.encoded = field.terms.encoded
        self.info = self._whole.info

    def __len__(self) -> int:
        return len(self._whole)

    def rows(self, place: int) -> TermRows:
        """The postings of the term at a place that stand in the zones, with what they weigh all."""
        rows = self._whole.rows(place)
        inside = ((self._field.zones(place) & self._zones) != 0).tolist()
        return TermRows(
            documents=list(compress(rows.documents, inside)),
            weights=list(compress(rows.weights, inside)),
            lengths=list(compress(rows.lengths, inside)),
            positions=tuple(filter(None, self._positions(place, rows))),
        )

    def _positions(self, place: int, rows: TermRows) -> Iterator[Sequence[int]]:
        """Each document's positions in the zones."""
        if not rows.positions:
            return
        inside = iter(((1 << self._field.zones_at(place)) & self._zones).tolist())
        for positions in rows.positions:
            yield [position for position in positions if next(inside)]


class GatheredTerms:
    """The terms of a field that a segment keeps as one value per document."""

    def __init__(self, documents_of: Mapping[bytes, Sequence[int]]) -> None:
        self._terms = sorted(documents_of)
        self._documents = [documents_of[term] for term in self._terms]

    def __len__(self) -> int:
        return len(self._terms)

    def encoded(self, place: int) -> bytes:
        """The term at a place, as Whoosh encodes it."""
        return self._terms[place]

    def rows(self, place: int) -> TermRows:
        """The postings of the term at a place."""
        documents = self._documents[place]
        ones = (1,) * len(documents)
        return TermRows(documents=documents, weights=ones, lengths=ones)

    def info(self, place: int) -> TermInfo:
        """Whoosh's statistics of the term at a place."""
        return self.rows(place).info()


class ArrayMatcher(LeafMatcher):  # type: ignore[misc]  # Whoosh has no types
    """Steps through the postings of a term; all of them are one block to Whoosh."""

    def __init__(
        self, rows: TermRows, term: tuple[str, bytes], format_: Format, scorer: Any
    ) -> None:
        self.format = format_
        self.scorer = scorer
        self._term = term
        self._rows = rows
        self._place = 0

    def is_active(self) -> bool:
        """Whether there is a current posting."""
        return self._place < len(self._rows.documents)

    def reset(self) -> None:
        """Go back to the first posting."""
        self._place = 0

    def copy(self) -> Self:
        """Another matcher at the same posting."""
        other = type(self)(self._rows, self._term, self.format, self.scorer)
        other._place = self._place
        return other

    def id(self) -> int:
        """The current document."""
        return self._rows.documents[self._place]

    def all_ids(self) -> Iterator[int]:
        """The documents from the current one on."""
        return iter(self._rows.documents[self._place :])

    def next(self) -> None:
        """Go to the next posting. Raises ReadTooFar when there is no current one."""
        if not self.is_active():
            raise ReadTooFar
        self._place += 1

    def skip_to(self, id: int) -> None:
        """Go to the first posting from a document on, if that is ahead."""
        if not self.is_active():
            raise ReadTooFar
        self._place = bisect_left(self._rows.documents, id, lo=self._place)

    def skip_to_quality(self, minquality: float) -> int:
        """Pass over the block when no posting in it scores more; tells how many were passed."""
        if not self.is_active() or self.block_quality() > minquality:
            return 0
        self._place = len(self._rows.documents)
        return 1

    def weight(self) -> float:
        """The weight of the term in the current document."""
        return float(self._rows.weights[self._place])

    def value(self) -> bytes:
        """The posting as the field's format encodes it."""
        if isinstance(self.format, Existence):
            return b""
        if isinstance(self.format, Positions):
            return bytes(self.format.encode(self._rows.positions[self._place]))
        return bytes(pack_uint(round(self._rows.weights[self._place])))

    def block_min_length(self) -> int:
        """The least field length of the term's documents."""
        return min(self._rows.lengths, default=0)

    def block_max_length(self) -> int:
        """The greatest field length of the term's documents."""
        return max(self._rows.lengths, default=0)

    def block_max_weight(self) -> float:
        """The greatest weight of the term."""
        return float(max(self._rows.weights, default=0))
