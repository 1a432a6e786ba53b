"""waitress with this product's promises: headers on every answer, slow clients in nobody's way.

waitress reads a request whole before a thread gets it and writes the answer without one, so slow
clients cost memory only. What it lacks is added here.
"""

import socket
import time
from contextlib import suppress
from typing import cast

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import InternalServerError

from searchapp.server.queueing import Request
from searchapp.web.headers import SECURITY_HEADERS
from searchapp.web.overload import REFUSED

_MAX_HEADER = 16_384
_MAX_BODY = 65_536
_MAX_CONNECTIONS = 500
_IDLE = 30
_SLOWEST_REQUEST = 20.0
_LONGEST_FAREWELL = 2.0
_SENTENCES = {
    400: "This is not a request that can be understood.",
    413: "This request is too large: at most 64 KB are read.",
    431: "The headers of this request are too large: at most 16 KB are read.",
    501: "This way of sending a request is not supported.",
}
_OTHER = "The fault is ours. Try again later."


def build_adjustments(threads: int, *, proxies: int) -> Adjustments:
    """How waitress reads requests."""
    return Adjustments(
        threads=threads,
        ident=None,
        # The application believes as many proxies as the settings say; none is the default.
        clear_untrusted_proxy_headers=not proxies,
        max_request_header_size=_MAX_HEADER,
        max_request_body_size=_MAX_BODY,
        connection_limit=_MAX_CONNECTIONS,
        channel_timeout=_IDLE,
        cleanup_interval=5,
        # Who has gone away while waiting is noticed, and nothing is searched for them.
        channel_request_lookahead=1,
    )


class Refusal(ErrorTask):
    """The answer to what is no proper request: a plain sentence, with the security headers."""

    def execute(self) -> None:
        """Write the answer and close the connection."""
        # The stubs take a task's request for an error; it is the parsed request that has one.
        error = cast("HTTPRequestParser", self.request).error or InternalServerError("")
        body = f"{_SENTENCES.get(error.code, _OTHER)}\n".encode()
        self.status = f"{error.code} {error.reason}"
        self.response_headers = [
            *SECURITY_HEADERS.items(),
            ("Cache-Control", "no-cache"),
            ("Vary", "HX-Request"),
            ("Content-Type", "text/plain; charset=utf-8"),
        ]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)
        if isinstance(self.channel, Connection):
            self.channel.unread = True


class PageTask(WSGITask):
    """A request for the application."""

    def get_environment(self) -> dict[str, object]:
        """The WSGI environment; it says when the request waited too long to be answered."""
        environ = super().get_environment()
        environ[REFUSED] = getattr(self.request, "refused", False)
        return environ

    def build_response_header(self) -> bytes:
        """The head of the response; it ends the connection when the server is stopping."""
        if not self.channel.server.accepting:
            self.set_close_on_finish()
        return super().build_response_header()


class Connection(HTTPChannel):
    """A client's connection; it knows since when the client has been sending its request."""

    task_class = PageTask
    error_task_class = Refusal
    parser_class: type[HTTPRequestParser] = Request
    _began = 0.0
    _farewell: float | None = None
    served = False
    unread = False
    """Whether the client may still be sending what nobody will read."""

    def received(self, data: bytes) -> bool:
        """Take in what the client sent."""
        if self._farewell is not None:
            return False
        if self.request is None:
            self._began = time.time()
        return super().received(data)

    def service(self) -> None:
        """Answer one request."""
        self.served = True
        super().service()

    def handle_close(self) -> None:
        """Close; a client that is still sending gets time to read the answer first.

        To close on unread bytes would reset the connection and throw the answer away.
        """
        if self.unread and self.socket is not None:
            self.unread, self.will_close = False, False
            self._farewell = time.time()
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_WR)
                return
        super().handle_close()

    def is_stalling(self, now: float) -> bool:
        """Whether the client has been sending one request, byte by byte, for too long."""
        if self._farewell is not None:
            return now - self._farewell > _LONGEST_FAREWELL
        return self.request is not None and now - self._began > _SLOWEST_REQUEST

    def is_busy(self) -> bool:
        """Whether something has been asked that is not wholly answered."""
        return bool(self.request or self.requests or self.total_outbufs_len)


class Listener(TcpWSGIServer):
    """A listening socket and the connections that came from it."""

    channel_class = Connection

    def maintenance(self, now: int) -> None:
        """Close the connections that are idle, and those that send a request for ever."""
        super().maintenance(now)
        for connection in self.connections():
            if connection.is_stalling(now):
                connection.will_close = True

    def connections(self) -> tuple[Connection, ...]:
        """The open connections."""
        # The stubs take this dictionary for one of its values.
        return tuple(cast("dict[int, Connection]", self.active_channels).values())

    def accept_waiting(self) -> None:
        """Accept everybody whom the system has already let in."""
        while True:
            before = len(self.connections())
            self.handle_accept()
            if len(self.connections()) == before:
                return

    def stop_accepting(self) -> None:
        """Close the listening socket; the connections stay."""
        self.accepting = False
        self.del_channel()
        if self.socket is not None:
            self.socket.close()


def bound_address(listener: socket.socket) -> tuple[int, int, int, object]:
    """A listening socket as waitress describes one."""
    return listener.family, listener.type, listener.proto, listener.getsockname()
