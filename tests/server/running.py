"""Runs a gated server in a process of its own, and asks it things."""

import http.client
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
DEADLINE = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said."""

    status: int
    headers: Message
    body: bytes


class Running:
    """A server at work."""

    def __init__(self, process: subprocess.Popen[str], address: str, folder: Path) -> None:
        self.process = process
        self.address = address
        self.folder = folder
        self.port = urlsplit(address).port or 0

    def get(
        self, path: str, timeout: float = DEADLINE, sent: threading.Event | None = None
    ) -> "Answer":
        """The answer to a request on a connection of its own, read to its end."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request("GET", path)
            if sent:
                sent.set()
            response = connection.getresponse()
            body = response.read()
        finally:
            connection.close()
        return Answer(status=response.status, headers=response.headers, body=body)

    def worker(self) -> int:
        """The number of the process that happens to answer."""
        return int(json.loads(self.get("/healthz").body)["generation"])

    def workers(self) -> set[int]:
        """The worker processes that there are."""
        found = set()
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = status.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == self.process.pid and fields[0] != "Z":
                found.add(int(status.parent.name))
        return found

    def open_gate(self) -> None:
        """Let every search for “wait” be answered."""
        (self.folder / "open").touch()

    def asked(self) -> int:
        """How many searches have reached the engine."""
        return len(list(self.folder.glob("asked-*")))


class Asker:
    """Asks in a thread; `status` is the answer's, or None when there was none."""

    def __init__(self, server: Running, path: str) -> None:
        self.status: int | None = None
        self._sent = threading.Event()
        self._server, self._path = server, path
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self._thread.start()

    def _ask(self) -> None:
        try:
            self.status = self._server.get(self._path, sent=self._sent).status
        except (OSError, http.client.HTTPException):
            self.status = None

    def has_asked(self) -> bool:
        """Whether the request has left for the server."""
        return self._sent.is_set()

    def answer(self) -> int | None:
        """The status of the answer, waited for."""
        self._thread.join(DEADLINE)
        assert not self._thread.is_alive(), "no answer came"
        return self.status


@contextmanager
def running(
    folder: Path, *, workers: int = 1, threads: int = 4, timeout: int = 300
) -> Iterator[Running]:
    """A gated server, killed at the end with all its workers."""
    command = [sys.executable, "-m", "tests.server.gated", folder, workers, threads, timeout]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(
            [str(part) for part in command],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env=environment,
        ) as process,
    ):
        assert process.stdout
        server = Running(process, process.stdout.readline().strip(), folder)
        try:
            yield server
        finally:
            process.kill()
            server.open_gate()


def eventually(condition: Callable[[], bool], what: str) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < deadline, f"never: {what}"
        time.sleep(0.02)
