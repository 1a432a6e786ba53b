"""Changes to an index: articles added and removed, published as a new generation.

Segments that do not change are shared with the generation before; removed articles are only
crossed out in them. Segments that are new, hollow or, when there are many, small are merged into
one, so their number stays low however large an archive is and however often it is reindexed.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import accumulate, chain, compress
from pathlib import Path

import numpy as np

from searchapp.article import Article, Rejected
from searchapp.engine.arrivals import hand_on_arrivals
from searchapp.engine.changes import compare_readers, write_changes
from searchapp.engine.embedded import EDITION
from searchapp.engine.generations.choosing import Generation, find_generation, read_settings
from searchapp.engine.generations.locking import writer_lock
from searchapp.engine.generations.manifest import ManifestDescription, Scalar
from searchapp.engine.generations.publishing import Build, begin, publish
from searchapp.engine.merge_policy import LiveSegment, choose_merged
from searchapp.engine.self_check import check_index
from searchapp.engine.storage.arrays import write_arrays
from searchapp.engine.storage.column_writer import build_columns
from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.documents import build_document
from searchapp.engine.storage.merging import merge_segments
from searchapp.engine.storage.reader import COLUMNS_FILE, IndexReader
from searchapp.engine.storage.rejections import read_rejected, write_rejected
from searchapp.engine.storage.renaming import Renamed
from searchapp.engine.storage.segment import Segment
from searchapp.engine.storage.segment_writer import SegmentWriter
from searchapp.engine.storage.value_counts import ValueCounts
from searchapp.errors import ArticleNotFound, IndexDamaged, IndexMissing, IndexOutdated
from searchapp.search.changes import Changes
from searchapp.search.facets import Facet

SEGMENT_WORDS = 2_000_000
"""How many words a segment takes before the next one is begun: what bounds memory."""

VOCABULARY_SIZE = 300_000
"""How many written forms are remembered from segment to segment before all are forgotten."""


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


class IndexWriter:
    """Collects changes on top of the previous generation, if there is one."""

    def __init__(self, build: Build, previous: Generation | None) -> None:
        self.previous = previous
        self._build = build
        self._before = IndexReader(previous.path) if previous else None
        self._parts = _shared_parts(self._before) if self._before else []
        self._shared = tuple(self._parts)
        self._bases = tuple(accumulate((len(part.segment) for part in self._parts), initial=0))
        self._next_number = 1 + max((_number(part.segment.name) for part in self._parts), default=0)
        # Where each new article is: its part, counted from the first new one, and document there.
        self._new: dict[str, tuple[int, int]] = {}
        self._written: list[LiveSegment] = []
        self._pending = SegmentWriter(self._largest())
        self._pending_dead: list[int] = []

    def add(self, article: Article) -> None:
        """Take an article in, in place of an earlier one with its id."""
        self.remove(article.id)
        self._new[article.id] = (len(self._written), len(self._pending))
        self._pending.add(build_document(article))
        if self._pending.words >= SEGMENT_WORDS:
            self._flush()

    def remove(self, article_id: str) -> None:
        """Take an article out; one that is not there is no matter."""
        place = self._new.pop(article_id, None)
        if place is None:
            found = self._find(article_id)
            if found is not None:
                found[0].alive[found[1]] = False
        elif place[0] == len(self._written):
            self._pending_dead.append(place[1])
        else:
            self._written[place[0]].alive[place[1]] = False

    def ids(self) -> frozenset[str]:
        """The ids of all articles that are in."""
        shared = (
            article_id.decode()
            for part in self._parts
            if part.shared
            for article_id in compress(part.segment.ids.iter_encoded(), part.alive.tolist())
        )
        return frozenset(chain(shared, self._new))

    def article(self, article_id: str) -> Article | None:
        """An article of the previous generation that is still in, as extraction left it."""
        place = self._find(article_id)
        return place[0].segment.article(place[1]) if place else None

    def remembered_settings(self) -> Mapping[str, Scalar]:
        """The settings of the last time, also of an index that this version cannot read."""
        return read_settings(self._build.index_dir)

    def kept_file(self, name: str) -> bytes | None:
        """What the previous generation keeps under a name of the caller's."""
        path = self.previous.path / name if self.previous else None
        return path.read_bytes() if path and path.exists() else None

    def rejected_before(self) -> tuple[Rejected, ...]:
        """What was left out of the previous generation."""
        return read_rejected(self.previous.path) if self.previous else ()

    def count_values(self, facet: Facet) -> ValueCounts:
        """The articles that are in now, by the values of a facet, as extraction named them."""
        self._flush()
        return ValueCounts([part.segment.facet(facet) for part in self._parts], self._alive())

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
        self._flush()
        self._merge()
        for part in self._parts:
            if part.shared and self.previous:
                self._build.link(self.previous, part.segment.name)
        alive = self._alive()
        segments = [part.segment for part in self._parts]
        columns = build_columns(segments, alive, publication.renamed)
        columns |= hand_on_arrivals(segments, self._before)
        write_arrays(self._build.path / COLUMNS_FILE, columns)
        write_rejected(self._build.path, publication.rejected)
        for name, content in publication.files.items():
            (self._build.path / name).write_bytes(content)
        since = self.previous.name if self.previous else None
        changes = compare_readers(self._before, IndexReader(self._build.path), since)
        write_changes(self._build.path, changes)
        return changes

    def _flush(self) -> None:
        """Write what is pending as a segment."""
        if len(self._pending) > len(self._pending_dead):
            path = self._next_path()
            self._pending.write(path)
            alive = np.ones(len(self._pending), np.bool_)
            alive[self._pending_dead] = False
            part = LiveSegment(segment=Segment(path), alive=alive, shared=False)
            self._parts.append(part)
            self._written.append(part)
        self._pending = SegmentWriter(self._largest(), self._pending.vocabulary(VOCABULARY_SIZE))
        self._pending_dead = []

    def _merge(self) -> None:
        """Make one segment of those that the merge policy chooses."""
        chosen = choose_merged(self._parts)
        if not chosen:
            return
        self._parts = [part for part in self._parts if part not in chosen]
        if any(part.living for part in chosen):
            path = self._next_path()
            merge_segments(path, [(part.segment, part.alive) for part in chosen])
            segment = Segment(path)
            alive = np.ones(len(segment), np.bool_)
            self._parts.append(LiveSegment(segment=segment, alive=alive, shared=False))
        for part in chosen:
            if not part.shared:
                (self._build.path / part.segment.name).unlink()

    def _find(self, article_id: str) -> tuple[LiveSegment, int] | None:
        """Where an article of the previous generation is that is still in."""
        if self._before is None:
            return None
        try:
            document = self._before.document(article_id)
        except ArticleNotFound:
            return None
        number = bisect_right(self._bases, document) - 1
        part, place = self._shared[number], document - self._bases[number]
        return (part, place) if part.alive[place] else None

    def _largest(self) -> Segment | None:
        """The segment whose dictionary new ones share."""
        return max((part.segment for part in self._parts), key=len, default=None)

    def _next_path(self) -> Path:
        path = self._build.path / f"segment-{self._next_number:06}.arrays"
        self._next_number += 1
        return path

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


def _shared_parts(reader: IndexReader) -> list[LiveSegment]:
    ends = np.cumsum([len(segment) for segment in reader.segments])[:-1]
    alive = np.split(reader.columns.alive.copy(), ends)
    return [
        LiveSegment(segment=segment, alive=mask, shared=True)
        for segment, mask in zip(reader.segments, alive, strict=False)
    ]


def _number(name: str) -> int:
    return int(name.removesuffix(".arrays").rpartition("-")[2])
