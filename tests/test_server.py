"""The server under the application: stopped gracefully, and believing only the proxies it has."""

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_SCRIPT = r"""
import sys
import time

from flask import Flask, request
from werkzeug.middleware.proxy_fix import ProxyFix

from searchapp.server import serve
from searchapp.settings import Settings

app = Flask("slow")


@app.get("/slow")
def slow() -> str:
    sys.stderr.write("asked\n")
    sys.stderr.flush()
    time.sleep(1)
    return "x" * 20_000_000


@app.get("/who")
def who() -> str:
    return request.remote_addr or ""


proxies = int(sys.argv[1])
if proxies:
    app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies)
settings = Settings(port=0, threads=1, proxies=proxies)
serve(lambda: app, settings, lambda url: print(url, flush=True))
"""


@contextmanager
def serving(proxies: int = 0) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server with one thread, and its address."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-c", _SCRIPT, str(proxies)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as server:
        try:
            assert server.stdout
            yield server, server.stdout.readline().strip()
        finally:
            server.kill()


def test_what_has_been_asked_is_answered_in_full_before_the_server_stops() -> None:
    """Also what waits for a thread, and what is longer than the system takes at once."""
    sizes: list[int] = []
    with serving() as (server, address):

        def ask() -> None:
            with urllib.request.urlopen(f"{address}/slow", timeout=30) as response:
                time.sleep(0.5)
                sizes.append(len(response.read()))

        askers = [threading.Thread(target=ask) for _ in range(2)]
        for asker in askers:
            asker.start()
        assert server.stderr
        assert "asked\n" in iter(server.stderr.readline, "")
        time.sleep(0.3)
        server.send_signal(signal.SIGTERM)
        for asker in askers:
            asker.join(timeout=30)
        assert server.wait(timeout=120) == 0
    assert sizes == [20_000_000] * 2


@pytest.mark.parametrize(("proxies", "seen"), [(0, "127.0.0.1"), (1, "203.0.113.7")])
def test_the_address_that_a_proxy_names_counts_only_when_there_is_one(
    proxies: int, seen: str
) -> None:
    with serving(proxies) as (_, address):
        request = urllib.request.Request(f"{address}/who")
        request.add_header("X-Forwarded-For", "203.0.113.7")
        with urllib.request.urlopen(request, timeout=120) as response:
            assert response.read().decode() == seen
