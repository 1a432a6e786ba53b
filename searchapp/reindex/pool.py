"""Extraction in worker processes, in the order in which articles are read."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context

from searchapp.article import Article, RawArticle
from searchapp.extract import ExtractOptions, Extractor, build_extractor

_BATCH = 32
_AHEAD = 4
_WORTH_A_POOL = 200
"""Below so many articles, starting processes takes longer than they save."""

Extract = Callable[[Iterable[RawArticle]], Iterator[Article]]


@contextmanager
def extraction_pool(options: ExtractOptions, jobs: int) -> Iterator[Extract]:
    """A function that extracts articles in order, with `jobs` processes once it is worth it."""
    extractor = build_extractor(options)
    # A fresh interpreter per worker: forking one that has threads can deadlock.
    pool = ProcessPoolExecutor(
        jobs, get_context("spawn"), initializer=build_extractor, initargs=(options,)
    )

    def extract(articles: Iterable[RawArticle]) -> Iterator[Article]:
        remaining = iter(articles)
        first = list(islice(remaining, _WORTH_A_POOL))
        if jobs == 1 or len(first) < _WORTH_A_POOL:
            yield from map(extractor.extract, chain(first, remaining))
            return
        underway: deque[Future[list[Article]]] = deque()
        for batch in _batches(chain(first, remaining)):
            underway.append(pool.submit(_extract_batch, extractor, batch))
            if len(underway) >= jobs * _AHEAD:
                yield from underway.popleft().result()
        while underway:
            yield from underway.popleft().result()

    try:
        yield extract
    finally:
        pool.shutdown(cancel_futures=True)


def _extract_batch(extractor: Extractor, batch: list[RawArticle]) -> list[Article]:
    return [extractor.extract(raw) for raw in batch]


def _batches(articles: Iterator[RawArticle]) -> Iterator[list[RawArticle]]:
    while batch := list(islice(articles, _BATCH)):
        yield batch
