"""The whole way from changed files to a new generation, stopped and failing at its operations."""

import errno
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import CO_GENERATOR
from pathlib import Path
from types import FrameType

import pytest

import searchapp
from searchapp.engine import verify_index
from searchapp.errors import OperatorError
from tests.faults.disk import (
    Disk,
    Fault,
    Killed,
    count_operations,
    fail_at,
    fail_from,
    no_fault,
    out_of_memory_at,
    stop_at,
)
from tests.faults.points import EXHAUSTIVE, PARTS, choose_points
from tests.faults.power import ForgetfulDisk
from tests.faults.whole_index import (
    Answers,
    assert_whole_again,
    build_states,
    reindex_whole,
    served_whole,
    write_archive,
)

OLDEST, OLD, NEW, NEWER = range(4)
CODES = (errno.ENOSPC, errno.EIO, errno.EDQUOT)
SAMPLE = 3
SEEDS = 5 if EXHAUSTIVE else 1
PAIRS = 400 if EXHAUSTIVE else 2
CALLS = 1_000 if EXHAUSTIVE else 2
PACKAGE = str(Path(searchapp.__file__).parent)

parts = pytest.mark.parametrize("part", PARTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """An archive, its index of two generations, and what an index says at each run."""

    folder: Path
    index: Path
    states: list[Answers]

    def fresh(self, place: Path) -> Path:
        """Another copy of the index, with the archive as it is at the new run."""
        write_archive(self.folder, NEW)
        shutil.rmtree(place, ignore_errors=True)
        return Path(shutil.copytree(self.index, place / "index"))

    def run(self, index: Path, fault: Fault) -> BaseException | None:
        """What a reindex on such a disk ends with."""
        return self.run_on(Disk(index, fault))

    def run_on(self, disk: Disk) -> BaseException | None:
        """What a reindex on that disk ends with."""
        with disk.in_place():
            try:
                reindex_whole(self.folder, disk.root)
            except (Killed, MemoryError, OperatorError) as end:
                return end
        return None

    def found(self, index: Path) -> str:
        """What is served: old, new, or nothing."""
        found = served_whole(index)
        if found is None:
            return "nothing"
        assert found in (self.states[OLD], self.states[NEW]), "neither the old nor the new index"
        return "old" if found == self.states[OLD] else "new"

    def mend(self, index: Path) -> None:
        """The next reindex puts everything right."""
        write_archive(self.folder, NEWER)
        assert_whole_again(self.folder, index, self.states[NEWER])


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """An index in its usual state: one in use and the one before."""
    room = tmp_path_factory.mktemp("whole")
    folder, index = room / "articles", room / "index"
    states = build_states(folder, room / "scratch", NEWER + 1)
    for run in (OLDEST, OLD):
        write_archive(folder, run)
        reindex_whole(folder, index)
    return Trial(folder=folder, index=index, states=states)


@pytest.fixture(scope="module")
def total(trial: Trial, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many operations a reindex takes."""
    index = trial.fresh(tmp_path_factory.mktemp("count"))
    return count_operations(index, lambda: reindex_whole(trial.folder, index))


def test_every_operation_of_the_writer_is_counted(trial: Trial, tmp_path: Path) -> None:
    disk = Diary(trial.fresh(tmp_path))
    assert trial.run_on(disk) is None
    written = {name for name in disk.written if not name.startswith(".")}
    [generation] = disk.root.glob("gen-000003")
    assert {path.name for path in generation.iterdir()} - written <= {"segment-000001.arrays"}


class Diary(Disk):
    """Notes the names of the files that were written."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, no_fault)
        self.written: set[str] = set()

    def done(self, name: str, paths: list[Path]) -> None:
        if name == "write":
            self.written.add(paths[0].name)
        elif name == "replace":
            self.written.add(paths[1].name)


@parts
def test_a_whole_reindex_killed_at_any_operation_leaves_old_or_new(
    trial: Trial, total: int, tmp_path: Path, part: int
) -> None:
    seen = set()
    for stop in choose_points(total, part, SAMPLE, "kill"):
        index = trial.fresh(tmp_path)
        assert isinstance(trial.run(index, stop_at(stop)), Killed)
        seen.add(trial.found(index))
        trial.mend(index)
    assert "old" in seen and "nothing" not in seen


def test_a_whole_reindex_takes_effect_at_one_operation(
    trial: Trial, total: int, tmp_path: Path
) -> None:
    """Killed before it the old index is served, killed after it the new one."""
    old, new = 1, total
    while new - old > 1:
        middle = (old + new) // 2
        index = trial.fresh(tmp_path)
        trial.run(index, stop_at(middle))
        if trial.found(index) == "old":
            old = middle
        else:
            new = middle
        trial.mend(index)
    assert new < total, "clearing away comes after it"


@parts
def test_a_first_whole_reindex_killed_at_any_operation_leaves_nothing_or_new(
    trial: Trial, total: int, tmp_path: Path, part: int
) -> None:
    for stop in choose_points(total, part, 2, "first"):
        index = tmp_path / str(stop) / "index"
        write_archive(trial.folder, NEW)
        trial.run(index, stop_at(stop))
        assert trial.found(index) in ("nothing", "new")
        trial.mend(index)


@parts
def test_a_whole_reindex_killed_while_mending_after_a_kill_leaves_old_or_new(
    trial: Trial, total: int, tmp_path: Path, part: int
) -> None:
    sample = random.Random(f"pairs {part}")
    for _ in range(PAIRS // len(PARTS)):
        first, second = sample.randint(1, total), sample.randint(1, total + 40)
        index = trial.fresh(tmp_path)
        trial.run(index, stop_at(first))
        trial.run(index, stop_at(second))
        assert trial.found(index) in ("old", "new"), f"killed at {first}, then at {second}"
        trial.mend(index)


@parts
@pytest.mark.parametrize("lasting", [fail_at, fail_from], ids=["once", "for ever"])
def test_a_disk_that_fails_under_a_whole_reindex_is_named_and_leaves_old_or_new(
    trial: Trial, total: int, tmp_path: Path, lasting: Callable[[int, int], Fault], part: int
) -> None:
    for number in choose_points(total, part, SAMPLE, lasting.__name__):
        code = CODES[number // len(PARTS) % len(CODES)]
        index = trial.fresh(tmp_path)
        end = trial.run(index, lasting(number, code))
        assert trial.found(index) in (("new",) if end is None else ("old", "new"))
        if end is not None:
            words = str(end)
            assert isinstance(end, OperatorError), f"failed at {number}"
            assert str(index) in words and os.strerror(code) in words and "\n" not in words
        trial.mend(index)


@parts
def test_memory_that_runs_out_under_a_whole_reindex_leaves_old_or_new(
    trial: Trial, total: int, tmp_path: Path, part: int
) -> None:
    for number in choose_points(total, part, 2, "memory"):
        index = trial.fresh(tmp_path)
        assert isinstance(trial.run(index, out_of_memory_at(number)), MemoryError)
        assert trial.found(index) in ("old", "new"), f"failed at {number}"
        trial.mend(index)


class Exhausted:
    """Counts the calls of our own functions; from a certain one there is no memory, once."""

    def __init__(self, fails_at: int = 0) -> None:
        self.count = 0
        self._fails_at = fails_at

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        # A generator that is thrown away is called as well, where nobody hears what it raises.
        if event == "call" and not code.co_flags & CO_GENERATOR and PACKAGE in code.co_filename:
            self.count += 1
            if self.count == self._fails_at:
                raise MemoryError

    def during(self, action: Callable[[], object]) -> bool:
        """Whether the action ran into it."""
        sys.setprofile(self)
        try:
            action()
        except MemoryError:
            return True
        finally:
            sys.setprofile(None)
        return False


@parts
def test_memory_that_runs_out_in_any_function_leaves_old_or_new(
    trial: Trial, tmp_path: Path, part: int
) -> None:
    index = trial.fresh(tmp_path)
    counter = Exhausted()
    counter.during(lambda: reindex_whole(trial.folder, index))
    sample = random.Random(f"calls {part}")
    met = 0
    for _ in range(CALLS // len(PARTS)):
        index = trial.fresh(tmp_path)
        number = sample.randint(1, counter.count)
        met += Exhausted(number).during(lambda index=index: reindex_whole(trial.folder, index))
        assert trial.found(index) in ("old", "new"), f"failed at call {number}"
        trial.mend(index)
    assert met


def iter_left(trial: Trial, total: int, room: Path, part: int) -> Iterator[tuple[Path, bool]]:
    """What losses of power leave, and whether the reindex had come to its end."""
    for stop in choose_points(total + 1, part, 3, "power"):
        disk = ForgetfulDisk(trial.fresh(room), stop_at(stop))
        finished = trial.run_on(disk) is None
        for seed in range(SEEDS):
            left = room / f"left-{seed}"
            disk.lose_power(random.Random(f"{stop} {seed}"), left)
            yield left, finished


@parts
def test_after_a_loss_of_power_under_a_whole_reindex_old_or_new_is_served(
    trial: Trial, total: int, tmp_path: Path, part: int
) -> None:
    for left, finished in iter_left(trial, total, tmp_path, part):
        lost = [str(problem) for problem in verify_index(left) if problem.path == "CURRENT"]
        assert not [trouble for trouble in lost if "not there" in trouble]
        assert trial.found(left) in (("new",) if finished else ("old", "new"))
        trial.mend(left)
