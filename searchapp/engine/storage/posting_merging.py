"""The postings of one field of several segments made one, a stretch of terms at a time."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import repeat
from operator import itemgetter
from typing import Any

import numpy as np

from searchapp.engine.storage.arrays import ArrayWriter, Ints, narrow
from searchapp.engine.storage.blocks import count_blocks, pack_documents
from searchapp.engine.storage.segment import Field

_STRETCH = 1 << 20
"""About how many postings and positions are in memory at a time."""

_TERMS = 1 << 12
"""How many terms' postings are counted at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPart:
    """A field of one segment, and the new number of each of its documents, -1 for the dead."""

    field: Field
    numbers: Ints

    def living(self) -> tuple[Ints, Ints]:
        """How many postings and positions of each term are in living documents."""
        terms = len(self.field.terms)
        if (self.numbers >= 0).all():
            postings = self.field.counts_of(range(terms))
            if self.field.has_positions:
                return postings, self.field.position_counts_of(range(terms))
            return postings, np.zeros(terms, np.int64)
        found = [self._count(range(at, min(at + _TERMS, terms))) for at in range(0, terms, _TERMS)]
        return (
            np.concatenate([np.zeros(0, np.int64), *(postings for postings, _ in found)]),
            np.concatenate([np.zeros(0, np.int64), *(positions for _, positions in found)]),
        )

    def _count(self, terms: range) -> tuple[Ints, Ints]:
        owners = np.repeat(np.arange(len(terms)), self.field.counts_of(terms))
        alive = self.numbers[self.field.documents_of(terms)] >= 0
        weights = self.field.frequencies_of(terms) * alive
        return (
            np.bincount(owners[alive], minlength=len(terms)),
            np.bincount(owners, weights, minlength=len(terms)).astype(np.int64),
        )


def merge_field(writer: ArrayWriter, name: str, parts: Sequence[FieldPart]) -> None:
    """Write one field's arrays from those of the parts, whose documents follow one another."""
    living = [part.living() for part in parts]
    ranks, terms = _merge_terms(writer, name, parts, [postings for postings, _ in living])
    sizes = np.zeros((2, terms), np.int64)
    for rank, counts in zip(ranks, living, strict=True):
        for row, count in zip(sizes, counts, strict=True):
            row[rank[count > 0]] += count[count > 0]
    _merge_documents(writer, name, parts)
    merged = _Merged(parts=parts, ranks=ranks, sizes=sizes)
    _write_postings(writer, name, merged)


def _merge_terms(
    writer: ArrayWriter, name: str, parts: Sequence[FieldPart], living: Sequence[Ints]
) -> tuple[list[Ints], int]:
    """Write the lexicon; for each part the ranks of its terms in it, and how many terms it has.

    A term without living postings gets no place; its rank is that of the next one that has.
    """
    ranks = [array("i") for _ in parts]
    offsets, blob, last = array("q", [0]), bytearray(), None
    streams = [
        zip(part.field.terms.iter_encoded(), repeat(number), counts.tolist(), strict=False)
        for number, (part, counts) in enumerate(zip(parts, living, strict=True))
    ]
    for term, number, count in merge(*streams, key=itemgetter(0)):
        if count and term != last:
            blob += term
            offsets.append(len(blob))
            last = term
        ranks[number].append(len(offsets) - (2 if term == last else 1))
    writer.add(f"{name}.terms.blob", np.frombuffer(blob, np.uint8))
    writer.add(f"{name}.terms.offsets", narrow(np.array(offsets, np.int64)))
    return [np.array(rank, np.int32) for rank in ranks], len(offsets) - 1


def _merge_documents(writer: ArrayWriter, name: str, parts: Sequence[FieldPart]) -> None:
    """Write what a field has for every document."""
    kept = [part.numbers >= 0 for part in parts]
    pairs = list(zip(parts, kept, strict=True))
    writer.add(f"{name}.lengths", np.concatenate([p.field.lengths[alive] for p, alive in pairs]))
    starts = [p.field.zone_starts[alive] for p, alive in pairs if p.field.zone_starts is not None]
    if starts:
        writer.add(f"{name}.zone_starts", np.concatenate(starts))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Living postings of neighbouring terms in term order; rows are by term and block."""

    rows: Ints
    documents: Ints
    parts: Mapping[str, Ints]
    positions: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class _Merged:
    """Parts with the ranks of their terms, and by rank the numbers of postings and positions."""

    parts: Sequence[FieldPart]
    ranks: Sequence[Ints]
    sizes: Ints

    @property
    def blocks(self) -> int:
        """How many blocks the documents fill."""
        return count_blocks(sum(int(np.count_nonzero(part.numbers >= 0)) for part in self.parts))

    def iter_stretches(self) -> Iterator[_Stretch]:
        """All postings, some terms at a time."""
        ends = np.cumsum(self.sizes.sum(axis=0))
        start, terms = 0, self.sizes.shape[1]
        while start < terms:
            before = int(ends[start - 1]) if start else 0
            end = max(start + 1, int(np.searchsorted(ends, before + _STRETCH, side="right")))
            yield self._stretch(start, end)
            start = end

    def _stretch(self, start: int, end: int) -> _Stretch:
        found = [
            _living(part, rank, start, end)
            for part, rank in zip(self.parts, self.ranks, strict=True)
        ]
        terms = np.concatenate([one.terms for one in found])
        order = np.argsort(terms, kind="stable")
        starts = np.concatenate([[0], np.cumsum(np.bincount(terms, minlength=end - start))])
        documents = np.concatenate([one.documents for one in found])[order]
        rows, within = pack_documents(starts, documents, self.blocks)
        names = found[0].parts
        position_order = np.argsort(
            np.concatenate([one.position_terms for one in found]), kind="stable"
        )
        return _Stretch(
            rows=rows,
            documents=within,
            parts={n: np.concatenate([one.parts[n] for one in found])[order] for n in names},
            positions=np.concatenate([one.positions for one in found])[position_order],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Living postings of one part, and their positions; terms are counted from a first one."""

    terms: Ints
    documents: Ints
    parts: Mapping[str, Ints]
    positions: Ints
    position_terms: Ints


def _living(part: FieldPart, ranks: Ints, start: int, end: int) -> _Part:
    """The living postings of the terms with these ranks."""
    field = part.field
    first, last = np.searchsorted(ranks, [start, end]).tolist()
    places = range(first, last)
    terms = np.repeat(ranks[first:last] - np.int32(start), field.counts_of(places))
    documents = part.numbers[field.documents_of(places)]
    alive = documents >= 0
    chosen = field.postings_of(places)
    positions: Ints = np.zeros(0, np.int32)
    position_terms: Ints = positions
    if field.has_positions:
        positions, frequencies = field.positions_of(places), field.frequencies_of(places)
        position_terms = np.repeat(terms, frequencies)
        if not alive.all():
            kept = np.repeat(alive, frequencies)
            positions, position_terms = positions[kept], position_terms[kept]
    return _Part(
        terms=terms[alive],
        documents=documents[alive],
        parts={name: values[chosen][alive] for name, values in field.parts.items()},
        positions=positions,
        position_terms=position_terms,
    )


def _write_postings(writer: ArrayWriter, name: str, merged: _Merged) -> None:
    """Write the postings, stretch after stretch, into arrays of known sizes."""
    fields = [part.field for part in merged.parts]
    postings, positions = merged.sizes.sum(axis=1).tolist()
    rows = merged.sizes.shape[1] * merged.blocks
    starts = writer.reserve(f"{name}.starts", _narrowest(postings), rows + 1)
    documents = writer.reserve(f"{name}.documents", np.uint16, postings)
    regions = {
        part: writer.reserve(f"{name}.{part}", _widest(f.parts[part] for f in fields), postings)
        for part in fields[0].parts
    }
    starts.append(np.zeros(1, np.int64))
    where = None
    if fields[0].has_positions:
        ends = np.concatenate([[0], np.cumsum(merged.sizes[1])])
        writer.add(f"{name}.position_starts", narrow(ends))
        widest = _widest(field.positions_of(range(0)) for field in fields)
        where = writer.reserve(f"{name}.positions", widest, positions)
    base = 0
    for stretch in merged.iter_stretches():
        starts.append(stretch.rows[1:].astype(np.int64) + base)
        documents.append(stretch.documents)
        for part, region in regions.items():
            region.append(stretch.parts[part])
        if where is not None:
            where.append(stretch.positions)
        base += len(stretch.documents)


def _narrowest(most: int) -> np.dtype[np.integer[Any]]:
    found: np.dtype[np.integer[Any]] = np.min_scalar_type(most)
    return found


def _widest(arrays: Iterable[Ints]) -> np.dtype[np.integer[Any]]:
    found: np.dtype[np.integer[Any]] = np.result_type(*(values.dtype for values in arrays))
    return found
