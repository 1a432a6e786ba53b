"""Serving: the web application on a production WSGI server, stopped gracefully."""

import errno
import signal
import time
from collections.abc import Callable
from socket import socket
from types import FrameType
from typing import NoReturn

from flask import Flask
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer, create_server

from searchapp.errors import OperatorError
from searchapp.settings import Settings

_MAX_HEADER = 16_384
_MAX_BODY = 65_536
_PATIENCE = 10.0
_REASONS = {
    errno.EADDRINUSE: "is taken by another program; choose another with --port",
    errno.EACCES: "may not be used by this user; choose one above 1023 with --port",
    errno.EADDRNOTAVAIL: "is on an address that this machine does not have; see --host",
}

_Connections = dict[int, socket]
"""Listeners and clients by file descriptor; the type is the one that waitress' stubs name."""


def serve(app: Flask, settings: Settings, announce: Callable[[str], None]) -> None:
    """Serve until stopped; requests under way are finished. `announce` is told the address.

    Raises OperatorError, naming the option that helps, when the port cannot be used.
    """
    host, port = settings.host, settings.port
    connections: _Connections = {}
    try:
        server = create_server(
            app,
            map=connections,
            host=host,
            port=port,
            threads=settings.threads,
            ident=None,
            # The application believes as many proxies as the settings say; none is the default.
            clear_untrusted_proxy_headers=not settings.proxies,
            max_request_header_size=_MAX_HEADER,
            max_request_body_size=_MAX_BODY,
        )
    except (OSError, ValueError) as error:
        wasyncore.close_all(connections)
        raise OperatorError(_why_not(error, host, port)) from error
    shown = f"[{host}]" if ":" in host else host
    signal.signal(signal.SIGTERM, _stop)
    announce(f"http://{shown}:{getattr(server, 'effective_port', port)}")
    try:
        wasyncore.loop(map=connections, use_poll=True)
    except (SystemExit, KeyboardInterrupt):
        _finish(connections)
    finally:
        server.close()


def _why_not(error: OSError | ValueError, host: str, port: int) -> str:
    if not isinstance(error, OSError):
        return f"“{host}” is no address of this machine; see --host."
    reason = _REASONS.get(error.errno or 0, f"cannot be used: {error.strerror}")
    return f"Port {port} on {host} {reason}."


def _finish(connections: _Connections) -> None:
    """Answer what has been asked, for some seconds at most, and accept nothing more."""
    for listener in list[object](connections.values()):
        if isinstance(listener, BaseWSGIServer):
            listener.del_channel(connections)
            if listener.socket is not None:
                listener.socket.close()
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and any(map(_is_busy, connections.values())):
        wasyncore.loop(timeout=0.1, use_poll=True, map=connections, count=1)


def _is_busy(connection: object) -> bool:
    return isinstance(connection, HTTPChannel) and bool(
        connection.request or connection.requests or connection.total_outbufs_len
    )


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)
