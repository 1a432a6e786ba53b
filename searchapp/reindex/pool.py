"""Extraction in worker processes, in the order in which articles are read."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context

from searchapp.article import Article, RawArticle
from searchapp.errors import OperatorError
from searchapp.extract import ExtractOptions, Extractor
from searchapp.extract.worker import extract_batch, start_worker

_BATCH = 32
_BATCH_CHARACTERS = 1_000_000
_AHEAD = 4
_WORTH_A_POOL = 6
"""Below so many batches, starting processes takes longer than they save."""

Extract = Callable[[Iterable[RawArticle]], Iterator[Article]]


@contextmanager
def extraction_pool(options: ExtractOptions, jobs: int) -> Iterator[Extract]:
    """A function that extracts articles in order, with `jobs` processes once it is worth it.

    It raises OperatorError when a process is ended from outside.
    """
    # What it knows of names and places is loaded where it is first used: not at all without change.
    extractor = Extractor(options=options)
    # A fresh interpreter per worker: forking one that has threads can deadlock.
    pool = ProcessPoolExecutor(
        jobs, get_context("spawn"), initializer=start_worker, initargs=(options,)
    )

    def extract(articles: Iterable[RawArticle]) -> Iterator[Article]:
        batches = _iter_batches(articles)
        first = list(islice(batches, _WORTH_A_POOL))
        if jobs == 1 or len(first) < _WORTH_A_POOL:
            for batch in chain(first, batches):
                yield from map(extractor.extract, batch)
            return
        underway: deque[Future[list[Article]]] = deque()
        for batch in chain(first, batches):
            with _keeping_interrupts():
                underway.append(pool.submit(extract_batch, extractor, batch))
            if len(underway) >= jobs * _AHEAD:
                yield from underway.popleft().result()
        while underway:
            yield from underway.popleft().result()

    try:
        yield extract
    except BrokenProcessPool as error:
        raise OperatorError(
            "A process that reads articles was ended from outside, perhaps because memory ran "
            "out. Run it again with fewer of them: --jobs 1."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _keeping_interrupts() -> Iterator[None]:
    """Ctrl+C reaches every process of a terminal; those started here leave it to this one."""
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _iter_batches(articles: Iterable[RawArticle]) -> Iterator[list[RawArticle]]:
    """The articles in lists that bound what is in memory at a time."""
    batch: list[RawArticle] = []
    characters = 0
    for raw in articles:
        batch.append(raw)
        characters += len(raw.text)
        if len(batch) == _BATCH or characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
