"""bm25s: scores computed when indexing, sparse columns, mapped from files.

It ranks plain words and alternatives, and knows no phrases, filters, totals or facets. numba is
not installed, so it runs on numpy.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import bm25s

from tests.benchmark.engines.articles import SourceArticle
from tests.benchmark.engines.engine import HITS, Answer
from tests.benchmark.engines.queries import Kind, Query, Task
from tests.benchmark.engines.reading import PLAIN
from tests.benchmark.engines.truth import Counts

_WORD = re.compile(r"[a-z0-9]+")


class Bm25sEngine:
    """bm25s with Lucene's variant of BM25, its default."""

    name = "bm25s"
    index = "bm25s-1"
    reading = PLAIN

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def build(self, articles: Iterable[SourceArticle]) -> None:
        vocabulary: dict[str, int] = {}
        rows = [
            [vocabulary.setdefault(word, len(vocabulary)) for word in _WORD.findall(a.text.lower())]
            for a in articles
        ]
        model = bm25s.BM25(backend="auto")
        model.index((rows, vocabulary), show_progress=False)
        model.save(self._folder, show_progress=False)

    def open(self) -> None:
        self._model = bm25s.BM25.load(self._folder, mmap=True, show_progress=False)

    def understands(self, query: Query, task: Task) -> bool:
        return task is Task.TOP and query.kind in (Kind.COMMON, Kind.RARE, Kind.OR)

    def top(self, query: Query) -> Answer:
        words = [[*query.all_of, *query.any_of]]
        found = self._model.retrieve(words, k=HITS, show_progress=False, n_threads=0)
        return Answer(hits=int((found.scores[0] > 0).sum()), total=None)

    def facets(self, query: Query) -> Answer:
        raise NotImplementedError("bm25s has no facets")

    def page(self, query: Query) -> Answer:
        raise NotImplementedError("bm25s has no snippets")

    def counts(self, query: Query) -> Counts:
        raise NotImplementedError("bm25s has no totals")

    def update(self, article: SourceArticle) -> int:
        raise NotImplementedError("bm25s cannot change an index")

    def close(self) -> None:
        del self._model
