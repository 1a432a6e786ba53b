"""Several worker processes, kept alive: who dies or hangs is replaced, the others go on.

The supervisor answers no requests and opens no index. Each worker tells it twice a second through
a pipe that its loop still turns; a worker whose loop stands still is killed.
"""

import logging
import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import FrameType

from searchapp.errors import OperatorError
from searchapp.server.worker import DRAINING

logger = logging.getLogger(__name__)

Work = Callable[[Callable[[], bool]], None]
"""What a worker does: it calls what it is given again and again, and ends when that is False."""

_LOOK = 0.2
_MARGIN = 2.0
_STEADY = 10.0
_LONGEST_PAUSE = 30.0


@dataclass(slots=True)
class _Place:
    """The place of one worker; `seen` is when it last said that it is alive, None before."""

    process: BaseProcess
    reader: Connection
    started: float
    failures: int = 0
    seen: float | None = None
    due: float | None = None


class Supervisor:
    """Starts workers, replaces them, and stops them."""

    def __init__(
        self, work: Work, *, count: int, limit: float, on_death: Callable[[int], None]
    ) -> None:
        """`limit` is for how many seconds a worker may be silent."""
        self._work = work
        self._count = count
        self._limit = limit
        self._on_death = on_death
        self._context = multiprocessing.get_context("fork")
        self._places: list[_Place] = []
        self._stopping = False
        self._at_once = False

    def start(self) -> None:
        """Start every worker and wait until all are ready. Raises what the first one raised."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        for _ in range(self._count):
            self._places.append(self._start())
        while not self._stopping and any(place.seen is None for place in self._places):
            self._listen()
            if any(not place.process.is_alive() for place in self._places):
                raise OperatorError("A worker process stopped while it started.")

    def run(self) -> None:
        """Keep the workers alive until told to stop."""
        while not self._stopping:
            try:
                self._listen()
            except OperatorError as error:
                logger.error("a worker could not start: %s", error)
            for number, place in enumerate(self._places):
                self._places[number] = self._kept(place)

    def close(self) -> None:
        """Stop every worker; those that do not stop in time are killed."""
        processes = [place.process for place in self._places]
        for process in processes:
            if process.is_alive():
                process.terminate()
        deadline = time.monotonic() + DRAINING + _MARGIN
        while any(process.is_alive() for process in processes):
            if self._at_once or time.monotonic() > deadline:
                for process in processes:
                    process.kill()
            wait([process.sentinel for process in processes if process.is_alive()], _LOOK)
        for place in self._places:
            place.process.join()
            place.reader.close()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        # A second Ctrl+C is meant; a second SIGTERM may only have come by another way.
        self._at_once = self._stopping and number == signal.SIGINT
        self._stopping = True

    def _start(self, failures: int = 0) -> _Place:
        reader, writer = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_run, args=(self._work, writer, os.getpid()))
        process.start()
        # Workers started later must not inherit it: the pipe ends when its worker does.
        writer.close()
        return _Place(process=process, reader=reader, started=time.monotonic(), failures=failures)

    def _listen(self) -> None:
        """Take in what the workers say. Raises OperatorError when one says that it failed."""
        readers = {place.reader: place for place in self._places if not place.reader.closed}
        for reader in wait(list(readers), _LOOK):
            assert isinstance(reader, Connection)
            with suppress(EOFError, OSError):
                said = reader.recv()
                if isinstance(said, OperatorError):
                    raise said
                readers[reader].seen = time.monotonic()

    def _kept(self, place: _Place) -> _Place:
        """The worker, or another one in its place when it is dead or hangs."""
        now = time.monotonic()
        if place.process.is_alive():
            if place.seen is not None and now - place.seen > self._limit + _MARGIN:
                logger.error("worker %s hangs and is replaced", place.process.pid)
                place.process.kill()
            return place
        if place.due is None:
            place.process.join()
            place.reader.close()
            if place.process.pid is not None:
                self._on_death(place.process.pid)
            place.failures = 0 if now - place.started > _STEADY else place.failures + 1
            # The first replacement comes at once; one that fails again and again waits.
            place.due = now + min(2.0 ** (place.failures - 2), _LONGEST_PAUSE) * (
                place.failures > 1
            )
            logger.error(
                "worker %s stopped (%s)", place.process.pid, _reason(place.process.exitcode)
            )
        return self._start(place.failures) if now >= place.due else place


def _run(work: Work, writer: Connection, supervisor: int) -> None:
    # Ctrl+C reaches the whole group of processes; the supervisor passes on what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)

    def alive() -> bool:
        if os.getppid() != supervisor:
            return False
        with suppress(OSError):
            writer.send(None)
        return True

    try:
        work(alive)
    except OperatorError as error:
        writer.send(error)


def _reason(code: int | None) -> str:
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return f"exit code {code}"
