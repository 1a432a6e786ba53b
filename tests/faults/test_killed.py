"""Real processes, really killed, and readers beside a writer that never rests."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from searchapp.engine.generations.locking import writer_lock
from searchapp.errors import IndexLocked
from tests.faults import small_index
from tests.faults.points import EXHAUSTIVE
from tests.faults.small_index import (
    BIG,
    Content,
    assert_mended_by_reindex,
    content_of,
    reindex,
    served,
)

ROOT = Path(__file__).parents[2]
KILLS = 200 if EXHAUSTIVE else 4
PUBLISHED = 300 if EXHAUSTIVE else 40

HOLD = """
import sys, time
from pathlib import Path
from searchapp.engine.generations.locking import writer_lock
with writer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""
HOLD_AND_FORK = """
import os, sys, time
from pathlib import Path
from searchapp.engine.generations.locking import writer_lock
with writer_lock(Path(sys.argv[1])):
    # The child speaks for itself: once it does, it has let go of what it inherited.
    if os.fork() == 0:
        print(os.getpid(), flush=True)
    time.sleep(60)
"""


@contextmanager
def python(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A process of ours; killed, and waited for, at the end."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def run_of(content: Content | None, size: int) -> int:
    """The run that wrote all of the content; fails when several did."""
    assert content is not None
    run = int(content["columns.arrays"][:6])
    assert content == content_of(run, size=size)
    return run


def test_killing_a_reindex_at_any_time_leaves_one_whole_index(tmp_path: Path) -> None:
    sample = random.Random(11)
    index_dir = tmp_path / "index"
    run = 1
    for _ in range(KILLS):
        with python("-m", small_index.__name__, str(index_dir), str(run)) as process:
            published = int(first_line(process))
            time.sleep(sample.uniform(0.001, 0.08))
        assert process.returncode == -signal.SIGKILL
        found = run_of(served(index_dir), size=BIG)
        assert found >= published
        run = found + 1
    assert_mended_by_reindex(index_dir, content_of(run, size=BIG))


def test_a_second_writer_is_told_at_once_who_is_at_work(tmp_path: Path) -> None:
    with python("-c", HOLD, str(tmp_path)) as process:
        assert first_line(process) == "held"
        with pytest.raises(IndexLocked, match=rf"already running .*process {process.pid}\b"):
            reindex(tmp_path, content_of(1))
    reindex(tmp_path, content_of(1))


def test_a_process_forked_by_a_dead_writer_does_not_keep_its_lock(tmp_path: Path) -> None:
    with python("-c", HOLD_AND_FORK, str(tmp_path)) as process:
        child = int(first_line(process))
        with pytest.raises(IndexLocked), writer_lock(tmp_path):
            pass
    try:
        os.kill(child, 0)
        with writer_lock(tmp_path):
            pass
    finally:
        os.kill(child, signal.SIGKILL)


def test_readers_beside_a_writer_that_never_rests_always_find_one_whole_index(
    tmp_path: Path,
) -> None:
    reindex(tmp_path, content_of(1))
    done = threading.Event()
    seen: list[int] = []
    troubles: list[BaseException] = []

    def read() -> None:
        last = 0
        try:
            while not done.is_set():
                run = run_of(served(tmp_path), size=120)
                assert run >= last, "an older index after a newer one"
                last = run
                seen.append(run)
        except BaseException as trouble:
            troubles.append(trouble)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for run in range(2, PUBLISHED):
        reindex(tmp_path, content_of(run))
    done.set()
    for reader in readers:
        reader.join()
    assert troubles == []
    assert len(set(seen)) > 3
