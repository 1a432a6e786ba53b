"""A real server in processes of its own, and what they take from the machine."""

import json
import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server at work: its first process and its port."""

    process: int
    port: int

    def memory(self) -> float:
        """What its processes keep in memory for themselves, in MB; shared pages count once."""
        return sum(map(_memory_of, self._processes()))

    def descriptors(self) -> int:
        """How many files and sockets its processes have open."""
        return sum(
            len(list(Path(f"/proc/{process}/fd").iterdir())) for process in self._processes()
        )

    def articles(self) -> int:
        """How many articles it serves."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz") as answer:
            return int(json.load(answer)["articles"])

    def _processes(self) -> list[int]:
        children = Path(f"/proc/{self.process}/task/{self.process}/children").read_text().split()
        return [self.process, *map(int, children)]


@contextmanager
def running(index: Path, *, workers: int) -> Iterator[Server]:
    """A server over an index, stopped at the end."""
    command = [sys.executable, "-m", "searchapp", "serve", "--index", str(index), "--port", "0"]
    with subprocess.Popen(
        [*command, "--workers", str(workers)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "SEARCHAPP_LOG_REQUESTS": "false"},
    ) as process:
        assert process.stdout
        address = re.search(r"http://\S+:(\d+)", process.stdout.readline())
        if address is None:
            process.kill()
            sys.exit("The server did not start; the line above says why.")
        try:
            yield Server(process=process.pid, port=int(address[1]))
        finally:
            process.terminate()


def _memory_of(process: int) -> float:
    """Proportional set size without the pages of files, in MB."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text()
    kilobytes = {name: int(size) for name, size in re.findall(r"^(\w+): +(\d+) kB", text, re.M)}
    return (kilobytes["Pss"] - kilobytes.get("Pss_File", 0)) / 1024
