"""`searchapp reindex` as a process that is killed, or given too little memory."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from searchapp.engine import EmbeddedEngine
from searchapp.search.request import SearchRequest
from tests.faults.points import EXHAUSTIVE, PARTS
from tests.faults.small_index import used_bytes
from tests.faults.whole_index import reindex_whole, write_archive

ROOT = Path(__file__).parents[2]
KILLS = 200 if EXHAUSTIVE else 3
MEGABYTE = 2**20
LIMITS = range(100, 700, 20) if EXHAUSTIVE else (160, 240)
"""Megabytes of address space: from too little to start with to nearly enough."""
OLD, NEW = 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """An archive that has changed since its index was made."""

    folder: Path
    index: Path

    def copy(self, place: Path) -> Path:
        shutil.rmtree(place, ignore_errors=True)
        return Path(shutil.copytree(self.index, place))

    def command(self, index: Path) -> Sequence[str]:
        command = [sys.executable, "-m", "searchapp", "reindex", str(self.folder), "--jobs", "1"]
        return [*command, "--index", str(index)]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """An index of the archive as it was at one run, and the archive as it is at the next."""
    place = tmp_path_factory.mktemp("room")
    made = Room(folder=place / "articles", index=place / "index")
    for run in (OLD - 1, OLD):
        write_archive(made.folder, run)
        reindex_whole(made.folder, made.index)
    write_archive(made.folder, NEW)
    return made


def run_of(index: Path) -> int:
    """The run whose articles are served; fails when those of several are."""
    engine = EmbeddedEngine(index)
    found = [
        run
        for run in range(NEW + 1)
        if engine.search(SearchRequest(query=f"{run:06}", copies_shown=True)).total
    ]
    assert len(found) == 1
    return found[0]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}


@pytest.mark.parametrize("part", PARTS)
def test_killing_the_command_at_any_time_leaves_one_whole_index(
    room: Room, tmp_path: Path, part: int
) -> None:
    sample = random.Random(f"kill {part}")
    started = time.monotonic()
    subprocess.run(
        room.command(room.copy(tmp_path / "index")),
        check=True,
        capture_output=True,
        env=environment(),
    )
    takes = time.monotonic() - started
    for _ in range(-(-KILLS // len(PARTS))):
        index = room.copy(tmp_path / "index")
        with subprocess.Popen(
            room.command(index),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment(),
        ) as process:
            try:
                process.wait(sample.uniform(0.2, 1.1) * takes)
            except subprocess.TimeoutExpired:
                process.kill()
        assert process.returncode in (0, -signal.SIGKILL)
        assert run_of(index) in ((NEW,) if process.returncode == 0 else (OLD, NEW))
        reindex_whole(room.folder, index)
        assert run_of(index) == NEW
        assert not list(index.glob(".*")), "what was left lying about is gone"
        assert used_bytes(index) <= 2.2 * used_bytes(max(index.glob("gen-*")))


@pytest.mark.parametrize("limit", LIMITS)
def test_a_command_without_memory_leaves_the_index_as_it_was(
    room: Room, tmp_path: Path, limit: int
) -> None:
    index = room.copy(tmp_path / "index")

    def restrict() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (limit * MEGABYTE, limit * MEGABYTE))

    done = subprocess.run(
        room.command(index), capture_output=True, env=environment(), preexec_fn=restrict
    )
    assert run_of(index) == (NEW if done.returncode == 0 else OLD)
    reindex_whole(room.folder, index)
    assert run_of(index) == NEW
