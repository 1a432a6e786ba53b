"""One process that answers requests: its loop, and how it stops."""

import logging
import socket
import time
from collections.abc import Callable

from flask import Flask
from waitress import wasyncore

from searchapp.server.connections import (
    Connection,
    Listener,
    bound_address,
    build_adjustments,
)
from searchapp.server.queueing import WaitingLine
from searchapp.server.watch import Watch
from searchapp.settings import Settings

logger = logging.getLogger(__name__)

DRAINING = 10.0
"""Seconds for which what has been asked is still answered after the order to stop."""
_LINGERING = 0.25
_GRACE = 1.0
_TICK = 0.5


class Worker:
    """Answers requests from shared listening sockets until it is told to stop."""

    def __init__(
        self,
        app: Flask,
        listeners: tuple[socket.socket, ...],
        settings: Settings,
        *,
        replaceable: bool,
    ) -> None:
        """`replaceable` says that another process takes over when this one ends by itself."""
        self._watch = Watch(app)
        self._limit = float(settings.timeout)
        self._replaceable = replaceable
        self._hanging = 0
        self._line = WaitingLine(settings.threads)
        self._sockets: dict[int, socket.socket] = {}
        self._stopping = False
        self._at_once = False
        adjustments = build_adjustments(settings.threads, proxies=settings.proxies)
        self._listeners = tuple(
            Listener(
                self._watch,
                self._sockets,
                True,
                listener,
                dispatcher=self._line,
                adj=adjustments,
                sockinfo=bound_address(listener),
                bind_socket=False,
            )
            for listener in listeners
        )

    def stop(self, *, at_once: bool = False) -> None:
        """Finish what has been asked, unless it is to be at once, and return from `run`.

        Safe to call from a signal handler.
        """
        self._stopping = True
        self._at_once = at_once
        for listener in self._listeners:
            listener.pull_trigger()

    @property
    def stopping(self) -> bool:
        """Whether it has been told to stop."""
        return self._stopping

    def run(self, alive: Callable[[], bool]) -> None:
        """Answer until told to stop; `alive` is called twice a second, False is an order to stop.

        Python cannot end a request that hangs, only its process: a replaceable worker returns,
        having refused what waits. Another one goes on with the threads that are left.
        """
        look = 0.0
        while not self._stopping:
            if time.monotonic() >= look:
                look = time.monotonic() + _TICK
                if not alive():
                    break
                if self._hangs() and self._replaceable:
                    self._drain(_GRACE, refusing=True)
                    return
            self._turn(_TICK)
        self._drain(DRAINING, refusing=False)

    def _hangs(self) -> bool:
        before, self._hanging = self._hanging, self._watch.count_beyond(self._limit)
        if self._hanging > before:
            logger.error(
                "%d requests have been at work for more than %g s", self._hanging, self._limit
            )
        return self._hanging > 0

    def _turn(self, timeout: float) -> None:
        wasyncore.loop(timeout=timeout, use_poll=True, map=self._sockets, count=1)

    def _drain(self, seconds: float, *, refusing: bool) -> None:
        """Answer everybody who has been let in, for some seconds at most, and let in nobody."""
        for listener in self._listeners:
            if not refusing:
                listener.accept_waiting()
            listener.stop_accepting()
        began = time.monotonic()
        while not self._at_once and (passed := time.monotonic() - began) < seconds:
            if refusing:
                self._line.refuse_waiting()
            self._turn(0.05)
            if not any(_is_awaited(connection, passed) for connection in self._connections()):
                break
        wasyncore.close_all(self._sockets)

    def _connections(self) -> list[Connection]:
        return [one for listener in self._listeners for one in listener.connections()]


def _is_awaited(connection: Connection, passed: float) -> bool:
    """Whether the connection still needs an answer; one that is new may be about to ask."""
    return connection.is_busy() or (not connection.served and passed < _LINGERING)
