"""The command `serve`: one process, or several under a supervisor."""

import logging
import os
import signal
import socket
from collections.abc import Callable
from types import FrameType

from flask import Flask

from searchapp.engine.generations.verification import permission_warning
from searchapp.server.listening import close_all, open_listeners, shown_address
from searchapp.server.metrics_folder import metrics_folder
from searchapp.server.supervisor import Supervisor
from searchapp.server.worker import Worker
from searchapp.settings import Settings

logger = logging.getLogger(__name__)

Announce = Callable[[str], None]


def serve(build: Callable[[], Flask], settings: Settings, announce: Announce) -> None:
    """Serve until stopped; requests under way are finished. `announce` is told the address.

    `build` makes the application in every process that serves, so nothing that it opens is
    shared. Raises what `build` raises, and OperatorError, naming the option that helps, when the
    port cannot be used.
    """
    if warning := permission_warning(settings.index):
        logger.warning("%s", warning)
    if settings.workers == 1:
        _serve_alone(build(), settings, announce)
        return
    listeners = open_listeners(settings.host, settings.port)
    with metrics_folder(settings.metrics) as forget:
        supervisor = Supervisor(
            lambda alive: _work(build, listeners, settings, alive),
            count=settings.workers,
            limit=float(settings.timeout),
            on_death=forget,
        )
        try:
            supervisor.start()
            announce(shown_address(settings.host, listeners))
            supervisor.run()
        finally:
            close_all(listeners)
            supervisor.close()


def _serve_alone(app: Flask, settings: Settings, announce: Announce) -> None:
    listeners = open_listeners(settings.host, settings.port)
    worker = Worker(app, listeners, settings, replaceable=False)
    _on_signals(worker, signal.SIGTERM, signal.SIGINT)
    announce(shown_address(settings.host, listeners))
    worker.run(lambda: True)


def _work(
    build: Callable[[], Flask],
    listeners: tuple[socket.socket, ...],
    settings: Settings,
    alive: Callable[[], bool],
) -> None:
    worker = Worker(build(), listeners, settings, replaceable=True)
    _on_signals(worker, signal.SIGTERM)
    worker.run(alive)
    # A thread that does not end would keep the process.
    os._exit(0)


def _on_signals(worker: Worker, *numbers: signal.Signals) -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        # A second Ctrl+C is meant; a second SIGTERM may only have come by another way.
        worker.stop(at_once=number == signal.SIGINT and worker.stopping)

    for number in numbers:
        signal.signal(number, stop)
