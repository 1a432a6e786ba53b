"""Several segments made one, without what is removed, by laying their arrays end to end.

Documents keep their order. No text is read or analysed again: stored articles are copied as they
are, postings by `posting_merging`, a stretch of terms at a time, so that memory stays bounded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from searchapp.engine.storage.arrays import ArrayWriter, Ints, differences, narrow
from searchapp.engine.storage.blobs import Blobs, BlobWriter
from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.lexicon import Strings, string_arrays
from searchapp.engine.storage.posting_merging import FieldPart, merge_field
from searchapp.engine.storage.schema import CODE_FIELDS, EXACT, STEMS
from searchapp.engine.storage.segment import Segment
from searchapp.engine.storage.spellings import PEOPLE
from searchapp.search.facets import VALUE_FACETS
from searchapp.search.language import NAME_FIELDS

_FIELDS = (EXACT, STEMS, *NAME_FIELDS, *CODE_FIELDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Living:
    """A segment, which of its documents live, and how many lived in the segments before it."""

    segment: Segment
    alive: Mask
    base: int

    def numbers(self) -> Ints:
        """The new number of every document, -1 for the dead."""
        counted = np.cumsum(self.alive, dtype=np.int32) - 1 + self.base
        return np.where(self.alive, counted, np.int32(-1)).astype(np.int32)

    def iter_runs(self) -> Iterator[tuple[int, int]]:
        """Where runs of living documents start and end."""
        edges = np.diff(np.concatenate([[0], self.alive.astype(np.int8), [0]]))
        starts, ends = np.flatnonzero(edges == 1).tolist(), np.flatnonzero(edges == -1).tolist()
        return zip(starts, ends, strict=True)


def merge_segments(path: Path, segments: Sequence[tuple[Segment, Mask]]) -> None:
    """Write the living documents of segments as one new segment file."""
    parts, base = [], 0
    for segment, alive in segments:
        parts.append(Living(segment=segment, alive=alive, base=base))
        base += int(np.count_nonzero(alive))
    with ArrayWriter(path) as writer:
        writer.add("dates", np.concatenate([part.segment.dates[part.alive] for part in parts]))
        signatures = [part.segment.signatures[part.alive] for part in parts]
        writer.add("signatures", np.concatenate(signatures))
        _merge_strings(writer, "ids", [(part, part.segment.ids) for part in parts])
        _merge_strings(writer, "hashes", [(part, part.segment.hashes) for part in parts])
        _merge_blobs(writer, "fronts", [(part, part.segment.fronts) for part in parts])
        _merge_blobs(writer, "evidence", [(part, part.segment.evidence) for part in parts])
        for facet in VALUE_FACETS:
            _merge_values(writer, f"facet.{facet}", parts)
        for facet in PEOPLE:
            _merge_values(writer, f"written.{facet}", parts)
        for name in _FIELDS:
            found = [
                FieldPart(field=part.segment.field(name), numbers=part.numbers()) for part in parts
            ]
            merge_field(writer, name, found)
            for part in parts:
                part.segment.file.release()


def _merge_strings(
    writer: ArrayWriter, name: str, columns: Sequence[tuple[Living, Strings]]
) -> None:
    sizes = np.concatenate([found.sizes(0, len(found))[part.alive] for part, found in columns])
    offsets = np.concatenate([[0], np.cumsum(sizes)])
    writer.add(f"{name}.offsets", narrow(offsets))
    blob = writer.reserve(f"{name}.blob", np.uint8, int(offsets[-1]))
    for part, found in columns:
        for start, end in part.iter_runs():
            blob.append(found.between(start, end))
        part.segment.file.release()


def _merge_blobs(writer: ArrayWriter, name: str, columns: Sequence[tuple[Living, Blobs]]) -> None:
    """The articles as they are; those of another dictionary than the most have are made anew."""
    largest = max(columns, key=lambda column: len(column[0].segment))[1].dictionary
    writer.add(f"{name}.dictionary", np.frombuffer(largest, np.uint8))
    sizes: list[Ints] = []
    for part, blobs in columns:
        if blobs.dictionary == largest:
            sizes.append(blobs.compressed.sizes(0, len(part.alive))[part.alive])
        else:
            anew = (len(blob) for blob in _deflated_anew(part, blobs, largest))
            sizes.append(np.fromiter(anew, np.int64))
    offsets = np.concatenate([[0], np.cumsum(np.concatenate(sizes))])
    writer.add(f"{name}.offsets", narrow(offsets))
    written = writer.reserve(f"{name}.blob", np.uint8, int(offsets[-1]))
    for part, blobs in columns:
        if blobs.dictionary == largest:
            for start, end in part.iter_runs():
                written.append(blobs.compressed.between(start, end))
        else:
            for blob in _deflated_anew(part, blobs, largest):
                written.append(np.frombuffer(blob, np.uint8))
        part.segment.file.release()


def _deflated_anew(part: Living, blobs: Blobs, dictionary: bytes) -> Iterator[bytes]:
    deflate = BlobWriter(dictionary).deflate
    return (deflate(blobs[place]) for place in np.flatnonzero(part.alive).tolist())


def _merge_values(writer: ArrayWriter, name: str, parts: Sequence[Living]) -> None:
    """The values of a facet by document, under the numbers of one dictionary."""
    number_of: dict[str, int] = {}
    labels: list[str] = []
    numbers, counts = [], []
    for part in parts:
        column = part.segment.facet_values(name)
        lengths = differences(column.starts)
        kept = column.numbers[np.repeat(part.alive, lengths)]
        used = np.unique(kept)
        renumbered = np.zeros(len(column.values), np.int32)
        for number in used.tolist():
            value = column.values[number]
            if value not in number_of:
                number_of[value] = len(labels)
                labels.append(column.labels[number])
            renumbered[number] = number_of[value]
        numbers.append(renumbered[kept])
        counts.append(lengths[part.alive])
    writer.add(f"{name}.starts", narrow(np.concatenate([[0], np.cumsum(np.concatenate(counts))])))
    writer.add(f"{name}.numbers", narrow(np.concatenate(numbers)))
    for key, strings in (("values", list(number_of)), ("labels", labels)):
        for array_name, array in string_arrays(f"{name}.{key}", strings).items():
            writer.add(array_name, array)
