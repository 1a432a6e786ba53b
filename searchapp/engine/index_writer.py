"""Changes to an index: articles added and removed, published as a new generation.

Segments that do not change are shared with the generation before; removed articles are only
crossed out in them. Segments that have become small or hollow are written anew, so their number
stays low however often an archive is reindexed.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from searchapp.article import Article, Rejected
from searchapp.engine.changes import compare_readers, write_changes
from searchapp.engine.embedded import EDITION
from searchapp.engine.generations.choosing import Generation, find_generation
from searchapp.engine.generations.locking import writer_lock
from searchapp.engine.generations.manifest import ManifestDescription, Scalar
from searchapp.engine.generations.publishing import Build, begin, publish
from searchapp.engine.self_check import check_index
from searchapp.engine.storage.arrays import write_arrays
from searchapp.engine.storage.column_writer import build_columns, count_documents, count_values
from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.documents import build_document
from searchapp.engine.storage.reader import COLUMNS_FILE, IndexReader
from searchapp.engine.storage.rejections import read_rejected, write_rejected
from searchapp.engine.storage.renaming import Renamed
from searchapp.engine.storage.segment import Segment
from searchapp.engine.storage.segment_writer import SegmentWriter
from searchapp.errors import IndexDamaged, IndexMissing, IndexOutdated
from searchapp.search.changes import Changes
from searchapp.search.facets import Facet

SEGMENT_WORDS = 4_000_000
"""How many words a segment takes before the next one is begun: what bounds memory."""

MAX_SEGMENTS = 8
_HOLLOW = 0.7
_SMALL = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What goes into a generation beside its articles.

    `files` are kept with it byte for byte, under names of the caller's; `settings` are those that
    shaped it and stand in its manifest.
    """

    renamed: Renamed = field(default_factory=dict)
    rejected: tuple[Rejected, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    settings: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(slots=True)
class _Part:
    """A segment of the generation in the making; `alive` is crossed out in place."""

    segment: Segment
    alive: Mask
    shared: bool

    @property
    def living(self) -> int:
        return int(np.count_nonzero(self.alive))


class IndexWriter:
    """Collects changes on top of the previous generation, if there is one."""

    def __init__(self, build: Build, previous: Generation | None) -> None:
        self.previous = previous
        self._build = build
        self._parts = _shared_parts(previous) if previous else []
        self._places = {
            article_id: (part, document)
            for part in self._parts
            for document, article_id in enumerate(part.segment.ids)
            if part.alive[document]
        }
        self._pending = SegmentWriter()
        self._pending_ids: dict[str, int] = {}
        self._next_number = 1 + max((_number(part.segment.name) for part in self._parts), default=0)

    def add(self, article: Article) -> None:
        """Take an article in, in place of an earlier one with its id."""
        self.remove(article.id)
        self._pending_ids[article.id] = len(self._pending)
        self._pending.add(build_document(article))
        if self._pending.words >= SEGMENT_WORDS:
            self._flush()

    def remove(self, article_id: str) -> None:
        """Take an article out; one that is not there is no matter."""
        self._pending_ids.pop(article_id, None)
        place = self._places.pop(article_id, None)
        if place is not None:
            part, document = place
            part.alive[document] = False

    def ids(self) -> frozenset[str]:
        """The ids of all articles that are in."""
        return frozenset(self._places) | self._pending_ids.keys()

    def article(self, article_id: str) -> Article | None:
        """An article of the previous generation that is still in, as extraction left it."""
        place = self._places.get(article_id)
        return place[0].segment.article(place[1]) if place else None

    def kept_file(self, name: str) -> bytes | None:
        """What the previous generation keeps under a name of the caller's."""
        path = self.previous.path / name if self.previous else None
        return path.read_bytes() if path and path.exists() else None

    def rejected_before(self) -> tuple[Rejected, ...]:
        """What was left out of the previous generation."""
        return read_rejected(self.previous.path) if self.previous else ()

    def count_values(self, facet: Facet) -> dict[str, int]:
        """How many articles have each value of a facet, as extraction named it."""
        self._flush()
        return count_values([part.segment for part in self._parts], self._alive(), facet)

    def count_articles(self, facet: Facet, raw: frozenset[str]) -> int:
        """How many articles have any of these values of a facet, as extraction named them."""
        self._flush()
        return count_documents([p.segment for p in self._parts], self._alive(), facet, raw)

    def preview(self, publication: Publication) -> Changes:
        """What publishing would change. Nothing can be published after that."""
        return self._write(publication)

    def publish(self, publication: Publication) -> Generation:
        """Put the changed index in use. Raises OperatorError when the disk or a check fails."""
        self._write(publication)
        articles = int(np.count_nonzero(self._alive()))
        description = ManifestDescription(
            edition=EDITION, articles=articles, settings=publication.settings
        )
        return publish(self._build, description, lambda folder: check_index(folder, articles))

    def _write(self, publication: Publication) -> Changes:
        """Write every file of the new generation but its manifest."""
        self._rewrite_parts()
        self._flush()
        for part in self._parts:
            if part.shared and self.previous:
                self._build.link(self.previous, part.segment.name)
        alive = self._alive()
        columns = build_columns([p.segment for p in self._parts], alive, publication.renamed)
        write_arrays(self._build.path / COLUMNS_FILE, columns)
        write_rejected(self._build.path, publication.rejected)
        for name, content in publication.files.items():
            (self._build.path / name).write_bytes(content)
        before = IndexReader(self.previous.path) if self.previous else None
        since = self.previous.name if self.previous else None
        changes = compare_readers(before, IndexReader(self._build.path), since)
        write_changes(self._build.path, changes)
        return changes

    def _flush(self) -> None:
        """Write what is pending as a segment."""
        if not self._pending_ids:
            self._pending = SegmentWriter()
            return
        path = self._build.path / f"segment-{self._next_number:06}.arrays"
        self._pending.write(path)
        alive = np.zeros(len(self._pending), np.bool_)
        alive[list(self._pending_ids.values())] = True
        part = _Part(segment=Segment(path), alive=alive, shared=False)
        self._parts.append(part)
        self._places |= {name: (part, document) for name, document in self._pending_ids.items()}
        self._next_number += 1
        self._pending, self._pending_ids = SegmentWriter(), {}

    def _rewrite_parts(self) -> None:
        """Move what hollow segments hold, and small ones when there are many, to a new one."""
        total = sum(part.living for part in self._parts)
        crowded = len(self._parts) + bool(self._pending_ids) > MAX_SEGMENTS
        for part in [part for part in self._parts if part.shared]:
            hollow = part.living < _HOLLOW * len(part.segment)
            if hollow or (crowded and part.living < _SMALL * total):
                self._parts.remove(part)
                for document in np.flatnonzero(part.alive).tolist():
                    self.add(part.segment.article(document))

    def _alive(self) -> Mask:
        return np.concatenate([np.zeros(0, np.bool_), *(part.alive for part in self._parts)])


@contextmanager
def open_writer(index_dir: Path, *, afresh: bool = False) -> Iterator[IndexWriter]:
    """A writer over an index folder, which is locked meanwhile; unpublished work is thrown away.

    It builds on the newest generation that is whole, or on nothing: `afresh`, or when there is
    none of this version. Raises IndexLocked when another writer is at work.
    """
    with writer_lock(index_dir), begin(index_dir) as build:
        yield IndexWriter(build, None if afresh else _previous(index_dir))


def _previous(index_dir: Path) -> Generation | None:
    try:
        return find_generation(index_dir, EDITION, thorough=True)
    except (IndexMissing, IndexDamaged, IndexOutdated):
        return None


def _shared_parts(generation: Generation) -> list[_Part]:
    reader = IndexReader(generation.path)
    ends = np.cumsum([len(segment) for segment in reader.segments])[:-1]
    alive = np.split(reader.columns.alive.copy(), ends)
    return [
        _Part(segment=segment, alive=mask, shared=True)
        for segment, mask in zip(reader.segments, alive, strict=False)
    ]


def _number(name: str) -> int:
    return int(name.removesuffix(".arrays").rpartition("-")[2])
