"""The terms of all segments as those of one index, and where they stand.

Documents are numbered through: those of the first segment first.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from searchapp.engine.storage.arrays import Array, Ints
from searchapp.engine.storage.inversion import MAX_WEIGHT
from searchapp.engine.storage.joining import (
    Alternatives,
    gather_alternatives,
    join_weights,
)
from searchapp.engine.storage.lexicon import Lexicon
from searchapp.engine.storage.numbers import runs
from searchapp.engine.storage.schema import ZONE_FIELDS, stored_field
from searchapp.engine.storage.segment import ZONE_WEIGHTS, Field, Segment, zone_numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPostings:
    """The postings of a term over all segments.

    `weights` are in units of `WEIGHT_UNIT`. `document_frequency` counts the documents of the
    stored field, also where only some zones were asked for.
    """

    documents: Ints
    weights: Array
    document_frequency: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrences:
    """Where a term stands, over all segments; `positions` run on from document to document."""

    documents: Ints
    frequencies: Ints
    positions: Ints


class Terms:
    """The terms of some segments, field by field."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = tuple(segments)
        self._bases = tuple(accumulate((len(part) for part in self.segments), initial=0))
        self._lengths: dict[str, Ints] = {}
        self._starts: dict[str, Ints] = {}
        self._averages: dict[str, float] = {}

    def __len__(self) -> int:
        """How many documents there are, removed ones included."""
        return self._bases[-1]

    def postings(self, field: str, term: str) -> TermPostings | None:
        """The postings of a term, or None when no document has it."""
        zones = _zones(field)
        documents, weights, document_frequency = [], [], 0
        for base, part, place in self._places(field, term):
            found, weighed = part.documents(place, base), part.weights(place)
            document_frequency += len(found)
            if zones is not None:
                inside = np.flatnonzero(part.zones(place) & zones)
                found, weighed = found.take(inside), weighed.take(inside)
            documents.append(found)
            weights.append(weighed)
        if not documents:
            return None
        return TermPostings(
            documents=_joined(documents),
            weights=_joined(weights),
            document_frequency=document_frequency,
        )

    def document_frequency(self, field: str, term: str) -> int:
        """How many documents of a stored field have a term, removed ones included."""
        return sum(
            int(part.counts_of(range(place, place + 1))[0])
            for _, part, place in self._places(field, term)
        )

    def occurrences(self, field: str, term: str) -> Occurrences | None:
        """Where a term stands in a stored field with positions, or None when it does not."""
        found = [
            (part.documents(place, base), part.frequencies(place), part.positions(place))
            for base, part, place in self._places(field, term)
        ]
        if not found:
            return None
        documents, frequencies, positions = zip(*found, strict=True)
        return Occurrences(
            documents=_joined(documents),
            frequencies=_joined(frequencies),
            positions=_joined(positions),
        )

    def weights(self, field: str, word: Occurrences, rows: Ints) -> Ints:
        """What a word of a stored field weighs in some of its documents, given their places."""
        lengths = word.frequencies.take(rows).astype(np.int64)
        if not self._has_zones(field):
            return lengths
        starts = np.cumsum(word.frequencies, dtype=np.int64).take(rows) - lengths
        positions = word.positions.take(runs(starts, lengths))
        zones = self.zones_at(field, np.repeat(word.documents.take(rows), lengths), positions)
        firsts = np.cumsum(lengths) - lengths
        return np.minimum(np.add.reduceat(ZONE_WEIGHTS.take(zones), firsts), MAX_WEIGHT)

    def zones_at(self, field: str, documents: Ints, positions: Ints) -> Ints:
        """In which zone, by number, each position of a document lies."""
        return zone_numbers(self._zone_starts(field), documents, positions)

    def joined(self, field: str, choose: Callable[[Lexicon], Alternatives]) -> TermPostings | None:
        """The postings of the terms that are chosen from each segment, as if they were one term.

        A document of the field is one that has any of them there. None when no document has one.
        """
        zones = _zones(field)
        parts = []
        for base, part in self._fields(field):
            chosen = choose(part.terms)
            if len(chosen.places):
                parts.append(gather_alternatives(part, chosen, base, zones))
        if not parts:
            return None
        documents, weights = join_weights(parts, len(self))
        document_frequency = len(documents)
        if zones is not None:
            inside = np.isin(documents, np.concatenate([part.wanted for part in parts]))
            documents, weights = documents[inside], weights[inside]
        return TermPostings(
            documents=documents, weights=weights, document_frequency=document_frequency
        )

    def counted_terms(self, field: str, prefix: str) -> Iterator[tuple[Lexicon, range, Ints]]:
        """The terms of a field that start so, segment by segment, as places in its lexicon.

        With the number of documents of each, removed ones included.
        """
        for _, part in self._fields(field):
            places = part.terms.slice_of(prefix)
            yield part.terms, places, part.counts_of(places)

    def lengths(self, field: str) -> Ints:
        """The number of words that every document has in a stored field, as they weigh there."""
        lengths = self._lengths.get(field)
        if lengths is None:
            parts = [part.lengths for _, part in self._fields(field)]
            lengths = self._lengths[field] = _joined(parts or [np.zeros(0, np.uint8)])
        return lengths

    def average_length(self, field: str) -> float:
        """The average of the lengths, 0 when there are none."""
        average = self._averages.get(field)
        if average is None:
            lengths = self.lengths(field)
            average = self._averages[field] = float(lengths.mean()) if len(lengths) else 0.0
        return average

    def _place(self, document: int) -> tuple[Segment, int]:
        """The segment of a document, and its number there."""
        place = bisect_right(self._bases, document) - 1
        return self.segments[place], document - self._bases[place]

    def _fields(self, field: str) -> Iterator[tuple[int, Field]]:
        stored = stored_field(field)
        for base, segment in zip(self._bases, self.segments, strict=False):
            yield base, segment.field(stored)

    def _places(self, field: str, term: str) -> Iterator[tuple[int, Field, int]]:
        """The segments that have a term, and its place in the lexicon of each."""
        for base, part in self._fields(field):
            place = part.terms.find(term)
            if place is not None:
                yield base, part, place

    def _has_zones(self, field: str) -> bool:
        return any(part.zone_starts is not None for _, part in self._fields(field))

    def _zone_starts(self, field: str) -> Ints:
        starts = self._starts.get(field)
        if starts is None:
            parts = [part.zone_starts for _, part in self._fields(field)]
            starts = self._starts[field] = _joined([part for part in parts if part is not None])
        return starts


def _zones(field: str) -> int | None:
    """The bits of the zones that a field is limited to."""
    return ZONE_FIELDS[field].zones if field in ZONE_FIELDS else None


def _joined(parts: Sequence[Ints]) -> Ints:
    return parts[0] if len(parts) == 1 else np.concatenate(parts)
