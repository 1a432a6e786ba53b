"""The embedded engine: answers from the newest generation on disk, and notices a newer one."""

import logging
import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from whoosh import query as wq

from searchapp.article import Article
from searchapp.engine.answering import search_index
from searchapp.engine.changes import read_changes
from searchapp.engine.evaluation.binding import bind_query
from searchapp.engine.generations.checking import Problem
from searchapp.engine.generations.choosing import Generation, open_generation
from searchapp.engine.generations.manifest import Edition
from searchapp.engine.generations.pointer import current_name
from searchapp.engine.generations.verification import verify
from searchapp.engine.snippets.marking import Marker
from searchapp.engine.snippets.windows import mark_article
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.rejections import read_rejected
from searchapp.engine.storage.schema import SCHEMA_VERSION
from searchapp.errors import OperatorError
from searchapp.search.engine import IndexStatus
from searchapp.search.facets import VALUE_FACETS, Facet
from searchapp.search.language import parse_query
from searchapp.search.request import SearchRequest
from searchapp.search.response import Range, SearchResponse

logger = logging.getLogger(__name__)

EDITION = Edition(engine="embedded", schema=SCHEMA_VERSION)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    generation: Generation
    reader: IndexReader


def verify_index(index_dir: Path) -> tuple[Problem, ...]:
    """Every problem of an index folder; every byte is read. Raises IndexMissing."""
    return verify(index_dir, EDITION)


class EmbeddedEngine:
    """The `Engine` over an index folder; threads share it.

    Each request holds on to the generation it began with: files of an older one are let go of
    when its last request is done.
    """

    def __init__(self, index_dir: Path, *, thorough: bool = True) -> None:
        """`thorough` checks every file's SHA-256 before serving it.

        Raises IndexMissing, IndexDamaged or IndexOutdated when nothing can be served.
        """
        self._index_dir = index_dir
        self._thorough = thorough
        self._opening = threading.Lock()
        self._opened: _Opened | None = self._open()

    def search(self, request: SearchRequest) -> SearchResponse:
        """The answer to a request. Raises UserError for one beyond the limits."""
        return search_index(self._current().reader, request)

    def article(self, article_id: str) -> Article:
        """The article with that id. Raises ArticleNotFound."""
        return self._current().reader.article(article_id)

    def marks(self, article: Article, query: str) -> tuple[Range, ...]:
        """Where the query's words stand in the article's text, in order and apart."""
        tree: wq.Query = bind_query(parse_query(query).tree)
        return mark_article(article, Marker(tree))

    def spellings(self, facet: Facet, value: str) -> tuple[tuple[str, int], ...]:
        """How the articles write a person, with the number of articles of each spelling."""
        return self._current().reader.spellings(facet, value)

    def status(self) -> IndexStatus:
        """What is being served."""
        opened = self._current()
        manifest, reader = opened.generation.manifest, opened.reader
        dates = reader.columns.dates[reader.columns.alive & (reader.columns.dates > 0)]
        return IndexStatus(
            generation=opened.generation.name,
            published_at=manifest.created_at,
            articles=reader.article_count,
            size_bytes=manifest.size_bytes,
            oldest=date.fromordinal(int(dates.min())) if len(dates) else None,
            newest=date.fromordinal(int(dates.max())) if len(dates) else None,
            values=tuple(
                (facet.value, len(reader.columns.facet(facet).values)) for facet in VALUE_FACETS
            ),
            rejected=read_rejected(opened.generation.path),
            changes=read_changes(opened.generation.path),
            degraded=opened.generation.degraded,
        )

    def close(self) -> None:
        """Let go of every file."""
        self._opened = None

    def _current(self) -> _Opened:
        opened = self._opened
        if opened is None:
            raise OperatorError("The index has been closed.")
        if current_name(self._index_dir) == opened.generation.pointer:
            return opened
        # One thread opens the newer generation; the others go on with the one they have.
        if self._opening.acquire(blocking=False):
            try:
                self._opened = opened = self._open()
            except OperatorError as error:
                logger.error("The newer index is not served: %s", error)
            finally:
                self._opening.release()
        return opened

    def _open(self) -> _Opened:
        return open_generation(
            self._index_dir,
            EDITION,
            lambda generation: _Opened(generation=generation, reader=IndexReader(generation.path)),
            thorough=self._thorough,
        )
