"""A server that is asked for more than it can answer says so at once, and recovers."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from searchapp.web.headers import SECURITY_HEADERS
from tests.server.running import Asker, Running, eventually, running


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server that several tests ask."""
    with running(tmp_path_factory.mktemp("gated")) as started:
        yield started


def ask_slowly(server: Running, count: int) -> list[Asker]:
    """That many searches that are not answered before the gate is opened."""
    return [Asker(server, "/search?q=wait") for _ in range(count)]


def is_refusing(server: Running) -> bool:
    """Whether a search is refused; one that waits in the line would not be answered at once."""
    try:
        return server.get("/search?q=x", timeout=0.5).status == 503
    except TimeoutError:
        return False


def test_what_would_wait_too_long_is_refused_and_the_rest_is_answered(tmp_path: Path) -> None:
    with running(tmp_path, threads=1) as server:
        askers = ask_slowly(server, 5)
        eventually(lambda: server.asked() == 1, "the thread is at work")
        eventually(lambda: is_refusing(server), "a search is refused")
        page, fragment = server.get("/search?q=a+b"), server.get("/search.json?q=a")
        health = server.get("/healthz")
        server.open_gate()
        assert [asker.answer() for asker in askers] == [200] * 5
        eventually(lambda: server.get("/search?q=x").status == 200, "it recovers")
    assert page.status == fragment.status == 503
    for response in (page, fragment):
        assert int(response.headers["Retry-After"]) > 0
        assert {name: response.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS
    assert b'value="a b"' in page.body and b"busy" in page.body
    assert "more" in json.loads(fragment.body)["error"].lower()
    assert health.status == 200, "whether the server is well is said all the same"


def test_broken_requests_are_answered_while_every_thread_is_at_work(tmp_path: Path) -> None:
    with running(tmp_path, threads=1) as server:
        [asker] = ask_slowly(server, 1)
        eventually(lambda: server.asked() == 1, "the thread is at work")
        assert send(server, b"nonsense\r\n\r\n").startswith(b"HTTP/1.0 400 ")
        server.open_gate()
        assert asker.answer() == 200


def test_nothing_is_searched_for_those_who_have_gone(tmp_path: Path) -> None:
    with running(tmp_path, threads=1) as server:
        [asker] = ask_slowly(server, 1)
        eventually(lambda: server.asked() == 1, "the thread is at work")
        with socket.create_connection(("127.0.0.1", server.port)) as gone:
            gone.sendall(b"GET /search?q=gone HTTP/1.1\r\nHost: localhost\r\n\r\n")
        send(server, b"nonsense\r\n\r\n")
        server.open_gate()
        assert (asker.answer(), server.get("/search?q=x").status) == (200, 200)
        assert server.asked() == 2


def send(server: Running, request: bytes) -> bytes:
    """What the server says to these very bytes."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as client:
        client.sendall(request)
        answer = b""
        while part := client.recv(65_536):
            answer += part
    return answer


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost : x\r\n\r\n", 400),
        (
            b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            400,
        ),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 65_536 + b"\r\n\r\n", 431),
        (b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 431),
        (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n\r\n", 413),
        (
            b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
            b"20000\r\n" + b"x" * 0x20000 + b"\r\n0\r\n\r\n",
            413,
        ),
        (b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: odd\r\n\r\n", 501),
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 400),
        (b"TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405),
        (b"GET //evil.example/.. HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 404),
    ],
    ids=[
        "no HTTP",
        "space before the colon",
        "two lengths",
        "long header",
        "long address",
        "announced body",
        "chunked body",
        "unknown encoding",
        "other host",
        "TRACE",
        "two slashes",
    ],
)
def test_every_refusal_carries_the_security_headers(
    server: Running, request_: bytes, status: int
) -> None:
    head, _, body = send(server, request_).partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines[1:])
    assert int(lines[0].split()[1]) == status
    assert {name: headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS
    assert not {"Server", "Via", "Location", "Set-Cookie"} & set(headers)
    assert b"waitress" not in body and b"Traceback" not in body
