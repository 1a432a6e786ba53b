"""One segment: an immutable file of postings, facet values and stored articles."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from searchapp.article import Article
from searchapp.engine.storage.arrays import ArrayFile, Ints, differences
from searchapp.engine.storage.blobs import Blobs
from searchapp.engine.storage.blocks import BLOCK_SIZE, count_blocks, unpack_documents
from searchapp.engine.storage.inversion import MAX_WEIGHT
from searchapp.engine.storage.lexicon import Lexicon, Strings
from searchapp.engine.storage.numbers import runs
from searchapp.engine.storage.schema import TEXT_FIELDS
from searchapp.engine.storage.stored import decode_evidence, decode_front
from searchapp.search.facets import Facet

ZONE_WEIGHTS = np.array([field.weight for field in TEXT_FIELDS], np.uint16)
"""What a word weighs by its zone, in `WEIGHT_UNIT`s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The postings of several terms, term after term; each term has `counts` of them.

    `positions` run on from posting to posting, `frequencies` of each; None in a field without.
    """

    counts: Ints
    documents: Ints
    frequencies: Ints
    positions: Ints | None


class Field:
    """The postings of one field of a segment."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.terms = Lexicon(file, f"{name}.terms")
        self.lengths = file.ints(f"{name}.lengths")
        self._blocks = count_blocks(len(self.lengths))
        self._rows = file.ints(f"{name}.starts")
        self._documents = file.ints(f"{name}.documents")
        self._frequencies = file.ints(f"{name}.frequencies")
        self._zones, self.zone_starts, self._positions = (
            file.ints(f"{name}.{part}") if f"{name}.{part}" in file else None
            for part in ("zones", "zone_starts", "positions")
        )
        if self._positions is not None:
            self._position_starts = file.ints(f"{name}.position_starts")

    def documents(self, term: int, base: int = 0) -> Ints:
        """The documents of a term by its place in the lexicon, ascending; `base` is added."""
        return self.documents_of(range(term, term + 1), base)

    def documents_of(self, terms: range, base: int = 0) -> Ints:
        """The documents of neighbouring terms, term after term; `base` is added."""
        bounds = self._rows[terms.start * self._blocks : terms.stop * self._blocks + 1]
        return unpack_documents(bounds, self._documents, self._blocks, base)

    def counts_of(self, terms: range) -> Ints:
        """How many documents each of neighbouring terms has."""
        bounds = self._rows[terms.start * self._blocks : terms.stop * self._blocks + 1]
        return differences(bounds[:: self._blocks])

    def gather(self, terms: Ints) -> Gathered:
        """The postings of one or more terms by their places in the lexicon, which are ascending."""
        rows = terms
        if self._blocks > 1:
            rows = (terms[:, None] * self._blocks + np.arange(self._blocks)).ravel()
        lengths = _lengths(self._rows, rows)
        postings = _selected(self._rows, rows)
        firsts = np.arange(len(rows)) % self._blocks * BLOCK_SIZE
        positions = None
        if self._positions is not None:
            positions = self._positions[_selected(self._position_starts, terms)]
        return Gathered(
            counts=lengths.reshape(-1, self._blocks).sum(axis=1),
            documents=self._documents[postings] + np.repeat(firsts.astype(np.int32), lengths),
            frequencies=self._frequencies[postings],
            positions=positions,
        )

    @property
    def parts(self) -> Mapping[str, Ints]:
        """What there is for every posting beside its document, by name."""
        zones = {} if self._zones is None else {"zones": self._zones}
        return {"frequencies": self._frequencies, **zones}

    def postings_of(self, terms: range) -> slice:
        """Which of all postings belong to neighbouring terms."""
        first, last = terms.start * self._blocks, terms.stop * self._blocks
        return slice(int(self._rows[first]), int(self._rows[last]))

    def frequencies_of(self, terms: range) -> Ints:
        """How often neighbouring terms occur in their documents, term after term."""
        return self._frequencies[self.postings_of(terms)]

    def position_counts_of(self, terms: range) -> Ints:
        """How many positions each of neighbouring terms has."""
        return differences(self._position_starts[terms.start : terms.stop + 1])

    def positions_of(self, terms: range) -> Ints:
        """Where neighbouring terms stand; KeyError in a field of stems."""
        if self._positions is None:
            raise KeyError("this field has no positions")
        start, end = self._position_starts[terms.start], self._position_starts[terms.stop]
        return self._positions[int(start) : int(end)]

    @property
    def has_positions(self) -> bool:
        """Whether it knows where its terms stand."""
        return self._positions is not None

    def frequencies(self, term: int) -> Ints:
        """How often the term occurs in each of its documents, weighted in the field of stems."""
        return self._frequencies[self.postings_of(range(term, term + 1))]

    def weights(self, term: int) -> Ints:
        """What the term weighs in each of its documents, in `WEIGHT_UNIT`s.

        Its frequency, where the field has no zones.
        """
        if self.zone_starts is None:
            return self.frequencies(term)
        weights = np.add.reduceat(ZONE_WEIGHTS[self.zones_at(term)], self._firsts(term))
        return np.minimum(weights, MAX_WEIGHT)

    def zones(self, term: int) -> Ints:
        """In which zones the term stands in each of its documents, a bit for each zone.

        KeyError in a field without zones.
        """
        if self._zones is not None:
            return self._zones[self.postings_of(range(term, term + 1))]
        bits = np.left_shift(np.uint8(1), self.zones_at(term))
        zones: Ints = np.bitwise_or.reduceat(bits, self._firsts(term))
        return zones

    def positions(self, term: int) -> Ints:
        """Where the term stands, document after document; KeyError in a field of stems."""
        return self.positions_of(range(term, term + 1))

    def zones_at(self, term: int) -> Ints:
        """The number of the zone of each of a term's positions.

        KeyError in a field without zones or positions.
        """
        if self.zone_starts is None:
            raise KeyError("this field has no zones")
        owners = np.repeat(self.documents(term), self.frequencies(term))
        return zone_numbers(self.zone_starts, owners, self.positions(term))

    def _firsts(self, term: int) -> Ints:
        """Where each document's positions of a term begin."""
        frequencies = self.frequencies(term).astype(np.int64)
        return np.cumsum(frequencies) - frequencies


def zone_numbers(starts: Ints, owners: Ints, positions: Ints) -> Ints:
    """The number of the zone of each position, given whose it is.

    `starts` are the first positions of every document's zones; the first zone starts at 0.
    """
    count, flat = starts.shape[1], starts.reshape(-1)
    places = owners.astype(np.intp) * count
    numbers = np.zeros(len(places), np.uint8)
    for _ in range(1, count):
        places += 1
        numbers += positions >= flat.take(places)
    return numbers


def _lengths(starts: Ints, rows: Ints) -> Ints:
    return starts.take(rows + 1).astype(np.int64) - starts.take(rows)


def _selected(starts: Ints, rows: Ints) -> slice | Ints:
    """What lies in some rows, ascending; of neighbours a slice, which copies nothing."""
    if rows[-1] - rows[0] == len(rows) - 1:
        return slice(int(starts[rows[0]]), int(starts[rows[-1] + 1]))
    return runs(starts.take(rows).astype(np.int64), _lengths(starts, rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValues:
    """A facet's values in a segment: document d has `numbers[starts[d]:starts[d + 1]]`."""

    starts: Ints
    numbers: Ints
    values: Strings
    labels: Strings


class Segment:
    """An open segment file; documents are numbered from 0."""

    def __init__(self, path: Path) -> None:
        """Raises IndexDamaged or IndexOutdated for a file that cannot be used."""
        self.name = path.name
        self.file = ArrayFile(path)
        self.dates = self.file.ints("dates")
        self.signatures = self.file["signatures"]
        self.ids = Strings(self.file, "ids")
        self._fields: dict[str, Field] = {}

    def __len__(self) -> int:
        return len(self.dates)

    def field(self, name: str) -> Field:
        """A field by its name."""
        found = self._fields.get(name)
        if found is None:
            found = self._fields[name] = Field(self.file, name)
        return found

    def facet(self, facet: Facet) -> FacetValues:
        """The values of a facet other than the date."""
        return self.facet_values(f"facet.{facet}")

    def written(self, facet: Facet) -> FacetValues:
        """The spellings of a facet of people, each joined to its value (`join_written`)."""
        return self.facet_values(f"written.{facet}")

    def facet_values(self, name: str) -> FacetValues:
        """The values that are stored under a name."""
        return FacetValues(
            starts=self.file.ints(f"{name}.starts"),
            numbers=self.file.ints(f"{name}.numbers"),
            values=Strings(self.file, f"{name}.values"),
            labels=Strings(self.file, f"{name}.labels"),
        )

    @cached_property
    def fronts(self) -> Blobs:
        """The stored articles without their evidence."""
        return Blobs(self.file, "fronts")

    @cached_property
    def evidence(self) -> Blobs:
        """The evidence of the stored articles."""
        return Blobs(self.file, "evidence")

    @cached_property
    def hashes(self) -> Strings:
        """The SHA-256 of each article's file, its bytes."""
        return Strings(self.file, "hashes")

    def article(self, document: int, *, evidence: bool = True) -> Article:
        """The stored article of a document; without `evidence`, only what a hit needs.

        That is all but its values, its mentions and its hash.
        """
        front = decode_front(self.fronts[document])
        if not evidence:
            return front
        sha256 = self.hashes.encoded(document).hex()
        return decode_evidence(front, sha256, self.evidence[document])
