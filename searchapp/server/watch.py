"""How long the requests at work have been at work."""

import threading
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class Watch:
    """A WSGI application that knows since when each thread has been inside the one it wraps.

    A client that is slow to take its answer does not count: the answer is ready by then.
    """

    def __init__(
        self, application: "WSGIApplication", clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._application = application
        self._clock = clock
        self._since: dict[int, float] = {}

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        thread = threading.get_ident()
        self._since[thread] = self._clock()
        try:
            return self._application(environ, start_response)
        finally:
            del self._since[thread]

    def count_beyond(self, limit: float) -> int:
        """How many requests have been at work for more seconds than that."""
        return sum(self._clock() - since > limit for since in tuple(self._since.values()))
