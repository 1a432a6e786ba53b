"""Extraction in several processes gives what it gives in one, and they end with their parent."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from searchapp.console import NoProgress
from searchapp.errors import OperatorError
from searchapp.extract import ExtractOptions
from searchapp.reindex.pool import extraction_pool
from tests.reindex.archive import Archive, answers, report


def fill(archive: Archive, count: int) -> None:
    for number in range(count):
        title = f"Grain ship {number} leaves Odesa"
        archive.write(f"{number:03}.txt", report(title, f"President Emmanuel Macron, {number}."))


def workers_of(process: int) -> set[int]:
    """The processes that extract for this one."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == process and b"spawn_main" in command:
            found.add(int(folder.name))
    return found


def test_two_processes_find_what_one_finds(archive: Archive, tmp_path: Path) -> None:
    fill(archive, 240)
    archive.reindex(jobs=2)
    archive.reindex(index=tmp_path / "one", jobs=1)
    assert answers(archive.index) == answers(tmp_path / "one")


class _Killing(NoProgress):
    """Kills the processes that extract as soon as the first of their articles is there."""

    def __init__(self) -> None:
        self.killed: set[int] = set()

    def reading(self, files: int, of_files: int, articles: int) -> None:
        if not self.killed:
            self.killed = workers_of(os.getpid())
            for child in self.killed:
                os.kill(child, signal.SIGKILL)


@pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")
def test_a_process_that_is_killed_is_explained(archive: Archive) -> None:
    fill(archive, 600)
    progress = _Killing()
    with pytest.raises(OperatorError, match="--jobs 1"):
        archive.reindex(jobs=2, progress=progress)
    assert progress.killed
    archive.reindex(jobs=1)
    assert archive.reindex(jobs=2).generation is None


_LEADER = """
import sys
from pathlib import Path
from tests.reindex.test_processes import lead

if __name__ == "__main__":
    lead()
"""


def lead() -> None:
    """Extracts for ever in two processes, and says when they have begun."""
    from itertools import repeat

    from searchapp.article import RawArticle

    raw = RawArticle(id="1", path="1", text="A strike.", sha256="0")
    with extraction_pool(ExtractOptions(), 2) as extract:
        for _ in extract(repeat(raw)):
            sys.stdout.write("begun\n")
            sys.stdout.flush()


@pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")
def test_the_processes_end_when_the_one_that_leads_them_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "leader.py"
    script.write_text(_LEADER)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, str(script)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as leader:
        assert leader.stdout and leader.stdout.readline() == b"begun\n"
        workers = workers_of(leader.pid)
        assert workers
        leader.kill()
    deadline = time.monotonic() + 20
    while running := {pid for pid in workers if _runs(pid)}:
        assert time.monotonic() < deadline, running
        time.sleep(0.05)


def _runs(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[:1]
    except OSError:
        return False
