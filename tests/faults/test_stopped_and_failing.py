"""Every single operation of a reindex stopped, failed once, and failed from there on."""

import errno
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from searchapp.engine.generations.choosing import Generation, find_generation
from searchapp.engine.generations.locking import writer_lock
from searchapp.engine.generations.verification import verify
from searchapp.errors import OperatorError
from tests.faults.disk import (
    Disk,
    Fault,
    Killed,
    count_operations,
    fail_at,
    fail_from,
    out_of_memory_at,
    stop_at,
)
from tests.faults.points import EXHAUSTIVE, choose_points
from tests.faults.small_index import (
    EDITION,
    assert_mended_by_reindex,
    content_of,
    reindex,
    served,
)

OLDEST, OLD, NEW, NEWER = (content_of(run) for run in (1, 2, 3, 4))
CODES = (errno.ENOSPC, errno.EIO, errno.EDQUOT)


@pytest.fixture(scope="module")
def two_generations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index in its usual state: one in use and the one before."""
    index_dir = tmp_path_factory.mktemp("two") / "index"
    reindex(index_dir, OLDEST)
    reindex(index_dir, OLD)
    return index_dir


@pytest.fixture
def fresh(tmp_path: Path, two_generations: Path) -> Callable[[], Path]:
    """Another copy of that index at each call."""
    numbers = iter(range(1_000_000))

    def copy() -> Path:
        return Path(shutil.copytree(two_generations, tmp_path / str(next(numbers)) / "index"))

    return copy


def reindex_on(index_dir: Path, fault: Fault) -> BaseException | None:
    """What a reindex on such a disk ends with."""
    with Disk(index_dir, fault).in_place():
        try:
            reindex(index_dir, NEW)
        except (Killed, MemoryError, OperatorError) as end:
            return end
    return None


def test_a_reindex_takes_enough_operations_to_be_worth_stopping(
    fresh: Callable[[], Path],
) -> None:
    index_dir = fresh()
    assert count_operations(index_dir, lambda: reindex(index_dir, NEW)) > 60


def test_a_reindex_killed_at_any_operation_leaves_old_or_new(fresh: Callable[[], Path]) -> None:
    seen = set()
    stop = 0
    end: BaseException | None = Killed()
    while end is not None:
        stop += 1
        index_dir = fresh()
        end = reindex_on(index_dir, stop_at(stop))
        found = served(index_dir)
        assert found in (OLD, NEW), f"killed at operation {stop}"
        seen.add("old" if found == OLD else "new")
        assert_mended_by_reindex(index_dir, NEWER)
    assert seen == {"old", "new"}


def test_a_first_reindex_killed_at_any_operation_leaves_nothing_or_new(tmp_path: Path) -> None:
    stop = 0
    end: BaseException | None = Killed()
    while end is not None:
        stop += 1
        index_dir = tmp_path / str(stop) / "index"
        end = reindex_on(index_dir, stop_at(stop))
        assert served(index_dir) in (None, NEW), f"killed at operation {stop}"
        assert_mended_by_reindex(index_dir, NEWER)


def test_a_reindex_killed_while_mending_after_a_kill_leaves_old_or_new(
    fresh: Callable[[], Path],
) -> None:
    sample = random.Random(7)
    index_dir = fresh()
    total = count_operations(index_dir, lambda: reindex(index_dir, NEW))
    pairs = [(first, second) for first in range(1, total) for second in range(1, total + 40)]
    for first, second in pairs if EXHAUSTIVE else sample.sample(pairs, 20):
        index_dir = fresh()
        reindex_on(index_dir, stop_at(first))
        reindex_on(index_dir, stop_at(second))
        assert served(index_dir) in (OLD, NEW), f"killed at {first}, then at {second}"
        assert_mended_by_reindex(index_dir, NEWER)


@pytest.mark.parametrize("lasting", [fail_at, fail_from], ids=["once", "for ever"])
def test_a_disk_that_fails_at_any_operation_leaves_old_or_new(
    fresh: Callable[[], Path], lasting: Callable[[int, int], Fault]
) -> None:
    index_dir = fresh()
    total = count_operations(index_dir, lambda: reindex(index_dir, NEW))
    for number in choose_points(total, None, 12, "fail"):
        for code in CODES if EXHAUSTIVE else [CODES[number % len(CODES)]]:
            index_dir = fresh()
            end = reindex_on(index_dir, lasting(number, code))
            found = served(index_dir)
            assert found in ((NEW,) if end is None else (OLD, NEW)), f"failed at {number}"
            if end is not None:
                assert_exact_words(end, index_dir, code)
            if lasting is fail_at:
                assert verify(index_dir, EDITION) == (), f"failed at {number}"
            with writer_lock(index_dir):
                pass
            assert_mended_by_reindex(index_dir, NEWER)


def assert_exact_words(end: BaseException, index_dir: Path, code: int) -> None:
    words = str(end)
    assert isinstance(end, OperatorError)
    assert str(index_dir) in words
    assert os.strerror(code) in words
    assert "\n" not in words


def test_a_failure_that_lasts_does_publish_nothing(fresh: Callable[[], Path]) -> None:
    index_dir = fresh()
    end = reindex_on(index_dir, fail_from(1, errno.EIO))
    assert isinstance(end, OperatorError)
    assert served(index_dir) == OLD


def test_memory_that_runs_out_at_any_operation_leaves_old_or_new(
    fresh: Callable[[], Path],
) -> None:
    index_dir = fresh()
    total = count_operations(index_dir, lambda: reindex(index_dir, NEW))
    for number in choose_points(total, None, 8, "memory"):
        index_dir = fresh()
        end = reindex_on(index_dir, out_of_memory_at(number))
        assert isinstance(end, MemoryError)
        assert served(index_dir) in (OLD, NEW), f"failed at {number}"
        assert_mended_by_reindex(index_dir, NEWER)


def test_a_reader_on_a_failing_disk_finds_a_whole_generation_or_says_why(
    fresh: Callable[[], Path],
) -> None:
    index_dir = fresh()

    def find() -> Generation | OperatorError:
        try:
            return find_generation(index_dir, EDITION, thorough=True)
        except OperatorError as error:
            return error

    for number in range(1, count_operations(index_dir, find) + 1):
        for fault in (fail_at(number, errno.EIO), fail_from(number, errno.EIO)):
            with Disk(index_dir, fault).in_place():
                found = find()
            degraded = str(found) if isinstance(found, OperatorError) else found.degraded
            assert degraded is None or "Input/output error" in degraded
