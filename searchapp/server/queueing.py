"""Which requests wait for a thread, and which are refused because they would wait too long."""

import time
from typing import cast

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import Task, ThreadedTaskDispatcher

PATIENCE = 0.4
"""Seconds that the oldest waiting request may have waited before new ones are refused."""
MOST_PER_THREAD = 4
"""Waiting requests per thread that are always let wait, however long: a person's open tabs."""


class Request(HTTPRequestParser):
    """A request and what became of it while it waited."""

    queued_at = 0.0
    refused = False


class WaitingLine(ThreadedTaskDispatcher):
    """The threads of a worker and the line before them.

    A line's length says little, since an answer may take 2 ms or 200: new requests are refused
    while the oldest in the line has waited too long. Refusals and answers to broken requests have
    a thread of their own, so they are prompt even when every other thread is at work.
    """

    def __init__(self, threads: int, *, patience: float = PATIENCE) -> None:
        super().__init__()
        self._patience = patience
        self._always = threads * MOST_PER_THREAD
        self._refusing = ThreadedTaskDispatcher()
        self._refusing.set_thread_count(1)
        self.set_thread_count(threads)

    def add_task(self, task: Task) -> None:
        """Put a connection with a new request in the line, or have it refused."""
        request = _request_of(task)
        with self.lock:
            late = self._is_late()
        if late or request.error:
            self._refuse(task)
            return
        request.queued_at = time.monotonic()
        super().add_task(task)

    def refuse_waiting(self) -> None:
        """Have everything refused that waits."""
        with self.lock:
            waiting = list(self.queue)
            self.queue.clear()
        for task in waiting:
            self._refuse(task)

    def _is_late(self) -> bool:
        if len(self.queue) < self._always:
            return False
        return time.monotonic() - _request_of(self.queue[0]).queued_at > self._patience

    def _refuse(self, task: Task) -> None:
        _request_of(task).refused = True
        self._refusing.add_task(task)


def _request_of(task: Task) -> Request:
    # What waitress queues are connections, whose first request is the one to answer.
    return cast("Request", cast("HTTPChannel", task).requests[0])
