"""What a process that does nothing but extract runs; it imports nothing else."""

import gc
import os
from multiprocessing import parent_process
from threading import Thread

from searchapp.article import Article, RawArticle
from searchapp.extract.extractor import ExtractOptions, Extractor, build_extractor


def start_worker(options: ExtractOptions) -> None:
    """Load what is known of names and places; the process ends with the one that started it."""
    Thread(target=_end_with_parent, daemon=True).start()
    build_extractor(options)
    # What is loaded stays until the end: collecting garbage need not look through it again.
    gc.freeze()


def extract_batch(extractor: Extractor, batch: list[RawArticle]) -> list[Article]:
    """The articles of a batch, in its order."""
    return [extractor.extract(raw) for raw in batch]


def _end_with_parent() -> None:
    """Ends this process when the one that leads is killed; else it would wait for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
