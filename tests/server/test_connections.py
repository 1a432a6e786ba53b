"""Slow clients: let be while they send, cut off when they never end, and in nobody's way."""

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from waitress import wasyncore

from searchapp.server.connections import Listener, bound_address, build_adjustments
from searchapp.server.listening import open_listeners
from searchapp.server.queueing import WaitingLine
from tests.server.running import eventually

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def application(environ: "WSGIEnvironment", start: "StartResponse") -> list[bytes]:
    start("200 OK", [("Content-Length", "2")])
    return [b"ok"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turning:
    """A listener and the loop around it, turned by the test."""

    listener: Listener
    sockets: dict[int, socket.socket]
    port: int

    def turn(self) -> None:
        """Do what there is to do."""
        wasyncore.loop(timeout=0.02, use_poll=True, map=self.sockets, count=1)

    def turn_until(self, condition: Callable[[], bool], what: str) -> None:
        """Go on until something is so."""

        def turned() -> bool:
            self.turn()
            return condition()

        eventually(turned, what)

    def client(self, sent: bytes) -> socket.socket:
        """A client who has sent this, and whom the listener has heard."""
        client = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        before = len(self.listener.connections())
        self.turn_until(lambda: len(self.listener.connections()) > before, "let in")
        client.sendall(sent)
        if sent:
            newest = self.listener.connections()[-1]
            self.turn_until(newest.is_busy, "heard")
        return client

    def clean_up(self, seconds: float) -> None:
        """What is done regularly, as if so many seconds had passed."""
        self.listener.maintenance(int(time.time() + seconds))


@pytest.fixture
def server() -> Iterator[Turning]:
    """A listener that nobody turns but the test."""
    [bound] = open_listeners("127.0.0.1", 0)
    sockets: dict[int, socket.socket] = {}
    listener = Listener(
        application,
        sockets,
        True,
        bound,
        dispatcher=WaitingLine(1),
        adj=build_adjustments(1, proxies=0),
        sockinfo=bound_address(bound),
        bind_socket=False,
    )
    yield Turning(listener=listener, sockets=sockets, port=bound.getsockname()[1])
    wasyncore.close_all(sockets)


def is_open(server: Turning) -> bool:
    server.turn()
    return bool(server.listener.connections())


@pytest.mark.parametrize(
    ("seconds", "kept"), [(10, True), (25, False)], ids=["slow", "much too slow"]
)
def test_a_request_may_take_its_time_but_not_for_ever(
    server: Turning, seconds: float, kept: bool
) -> None:
    client = server.client(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
    server.clean_up(seconds)
    if kept:
        server.turn()
        assert is_open(server)
    else:
        server.turn_until(lambda: not server.listener.connections(), "it is closed")
        assert client.recv(100) == b""
    client.close()


def test_to_go_on_sending_does_not_keep_a_request_alive(server: Turning) -> None:
    client = server.client(b"GET / HTTP/1.1\r\n")
    [connection] = server.listener.connections()
    connection.last_activity = time.time() + 25
    server.clean_up(25)
    server.turn_until(lambda: not server.listener.connections(), "it is closed")
    client.close()


def test_an_idle_connection_is_closed(server: Turning) -> None:
    client = server.client(b"")
    server.clean_up(20)
    server.turn()
    assert is_open(server)
    server.clean_up(40)
    server.turn_until(lambda: not server.listener.connections(), "it is closed")
    client.close()


def test_who_is_refused_while_sending_can_read_why(server: Turning) -> None:
    """The server neither reads on for ever nor resets what it said."""
    client = server.client(b"GET / HTTP/1.1\r\nX: " + b"x" * 20_000)
    server.turn_until(lambda: has_answer(client), "there is an answer")
    client.sendall(b"x" * 10_000)
    server.turn()
    assert client.recv(4_096).startswith(b"HTTP/1.0 431 ")
    assert is_open(server)
    server.clean_up(5)
    server.turn_until(lambda: not server.listener.connections(), "it is closed")
    client.close()


def has_answer(client: socket.socket) -> bool:
    client.setblocking(False)
    try:
        return bool(client.recv(1, socket.MSG_PEEK))
    except BlockingIOError:
        return False
    finally:
        client.settimeout(30)
