"""The generation that is served, and the taking up of a newer one.

A newer generation is opened and checked beside the one in use and takes its place when it is ready.
Requests that have begun keep the one they began with, whose files are let go of after the last.
One that cannot be opened is tried once, and again only when something in the folder has changed.
"""

import logging
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from weakref import ReferenceType, ref

from searchapp.engine.answering import search_index
from searchapp.engine.examples import build_examples
from searchapp.engine.generations.choosing import Generation, open_generation
from searchapp.engine.generations.manifest import Edition
from searchapp.engine.generations.sight import Sight, look
from searchapp.engine.storage.reader import IndexReader
from searchapp.errors import OperatorError
from searchapp.search.examples import Example
from searchapp.search.request import SearchRequest

logger = logging.getLogger(__name__)

_PERIOD: Final = 0.25
"""Seconds between two looks at the index folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """An open generation. `examples` is None until they have been made.

    `trouble` says in words why a newer one could not be opened.
    """

    generation: Generation
    reader: IndexReader
    examples: tuple[Example, ...] | None = None
    trouble: str | None = None

    @property
    def degraded(self) -> str | None:
        """Why this is not the newest generation, in words."""
        return self.trouble or self.generation.degraded

    def prepared(self) -> "Served":
        """The same, ready to answer its first request as quickly as all others."""
        if self.examples is not None:
            return self
        search_index(self.reader, SearchRequest())
        return replace(self, examples=build_examples(self.reader))


class Serving:
    """What an index folder has to serve; threads share it."""

    def __init__(self, index_dir: Path, edition: Edition, *, thorough: bool) -> None:
        """`thorough` checks every file's SHA-256 before serving it.

        Raises IndexMissing, IndexDamaged or IndexOutdated when nothing can be served.
        """
        self._index_dir = index_dir
        self._edition = edition
        self._thorough = thorough
        self._changing = threading.Lock()
        self._stopped = threading.Event()
        self._watcher: threading.Thread | None = None
        seen = look(index_dir, closely=True)
        served = self._open(None)
        self._served: Served | None = served
        self._seen = _kept(seen, served)

    def watch(self) -> None:
        """From now on a thread looks for newer generations, and no request waits for one."""
        self._watcher = threading.Thread(
            target=_watch, args=(ref(self), self._stopped), name="generations", daemon=True
        )
        self._watcher.start()

    def current(self) -> Served:
        """What is served now. Raises OperatorError when it has been closed."""
        if not self._is_watched:
            self.refresh()
        served = self._served
        if served is None:
            raise OperatorError("The index has been closed.")
        return served

    def examples(self) -> tuple[Example, ...]:
        """Examples of queries; where a thread watches, none until it has made them."""
        served = self.current()
        if served.examples is None and not self._is_watched:
            self.prepare()
            served = self.current()
        return served.examples or ()

    def prepare(self) -> None:
        """Do now what the first requests would wait for."""
        with self._changing:
            if self._served is not None:
                self._served = self._served.prepared()

    def refresh(self) -> None:
        """Take up what is newer, unless another thread is at it or it has been tried."""
        if not self._changing.acquire(blocking=False):
            return
        try:
            served = self._served
            if served is None:
                return
            if look(self._index_dir, closely=served.degraded is not None) != self._seen:
                self._take_up(served)
        finally:
            self._changing.release()

    def close(self) -> None:
        """Stop watching and let go of every file."""
        self._stopped.set()
        if self._watcher is not None:
            self._watcher.join()
        with self._changing:
            self._served = None

    @property
    def _is_watched(self) -> bool:
        return self._watcher is not None and self._watcher.is_alive()

    def _take_up(self, served: Served) -> None:
        seen = look(self._index_dir, closely=True)
        try:
            newer = self._open(served)
        except (OperatorError, OSError) as error:
            logger.error("The newer index is not served: %s", error)
            instead = f"{served.generation.name} is served meanwhile."
            newer = replace(served, trouble=f"{error} {instead}")
        if self._is_watched:
            newer = newer.prepared()
        self._seen = _kept(seen, newer)
        if not self._stopped.is_set():
            self._served = newer

    def _open(self, before: Served | None) -> Served:
        def open_(found: Generation) -> Served:
            # Where the newest cannot be served, it is often what is served already.
            if before is not None and before.generation.manifest == found.manifest:
                return replace(before, generation=found, trouble=None)
            return Served(generation=found, reader=IndexReader(found.path))

        return open_generation(self._index_dir, self._edition, open_, thorough=self._thorough)


def _kept(seen: Sight, served: Served) -> Sight:
    """What has to change before another look is worth the while."""
    return seen if served.degraded else replace(seen, files=None)


def _watch(watched: ReferenceType[Serving], stopped: threading.Event) -> None:
    """Keep taking up newer generations until told to stop, or nobody uses them any more."""
    while not stopped.is_set():
        serving = watched()
        if serving is None:
            return
        serving.prepare()
        serving.refresh()
        del serving
        stopped.wait(_PERIOD)
