"""Extraction in worker processes, in the order in which articles are read."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread

from searchapp.article import Article, RawArticle
from searchapp.errors import OperatorError
from searchapp.extract import ExtractOptions, Extractor, build_extractor

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
    extractor = build_extractor(options)
    # A fresh interpreter per worker: forking one that has threads can deadlock.
    pool = ProcessPoolExecutor(
        jobs, get_context("spawn"), initializer=_start_worker, initargs=(options,)
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
                underway.append(pool.submit(_extract_batch, extractor, batch))
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


def _start_worker(options: ExtractOptions) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    build_extractor(options)


def _end_with_parent() -> None:
    """Ends this process when the one that leads is killed; else it would wait for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _extract_batch(extractor: Extractor, batch: list[RawArticle]) -> list[Article]:
    return [extractor.extract(raw) for raw in batch]


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
