"""Serving: the web application on a production WSGI server, stopped gracefully."""

import errno
import signal
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

from flask import Flask
from waitress.server import create_server

from searchapp.errors import OperatorError
from searchapp.settings import Settings

_MAX_HEADER = 16_384
_MAX_BODY = 65_536
_REASONS = {
    errno.EADDRINUSE: "is taken by another program; choose another with --port",
    errno.EACCES: "may not be used by this user; choose one above 1023 with --port",
    errno.EADDRNOTAVAIL: "is on an address that this machine does not have; see --host",
}


def serve(app: Flask, settings: Settings, announce: Callable[[str], None]) -> None:
    """Serve until stopped; requests under way are finished. `announce` is told the address.

    Raises OperatorError, naming the option that helps, when the port cannot be used.
    """
    host, port = settings.host, settings.port
    try:
        server = create_server(
            app,
            host=host,
            port=port,
            threads=settings.threads,
            ident=None,
            max_request_header_size=_MAX_HEADER,
            max_request_body_size=_MAX_BODY,
        )
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"cannot be used: {error.strerror}")
        raise OperatorError(f"Port {port} on {host} {reason}.") from error
    shown = f"[{host}]" if ":" in host else host
    announce(f"http://{shown}:{getattr(server, 'effective_port', port)}")
    signal.signal(signal.SIGTERM, _stop)
    server.run()


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)
