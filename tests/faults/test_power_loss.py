"""The power goes at any operation of a reindex: what was not flushed is lost or garbled."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from searchapp.engine.generations import durable
from searchapp.engine.generations.verification import verify
from searchapp.errors import OperatorError
from tests.faults.disk import Disk, Killed, no_fault, stop_at
from tests.faults.points import EXHAUSTIVE
from tests.faults.power import ForgetfulDisk
from tests.faults.small_index import (
    EDITION,
    assert_mended_by_reindex,
    content_of,
    reindex,
    served,
)

OLDEST, OLD, NEW, NEWER = (content_of(run) for run in (1, 2, 3, 4))
SEEDS = 30 if EXHAUSTIVE else 1


@pytest.fixture
def two_generations(tmp_path: Path) -> Path:
    index_dir = tmp_path / "two"
    reindex(index_dir, OLDEST)
    reindex(index_dir, OLD)
    return index_dir


def iter_outcomes(two_generations: Path, work: Path) -> Iterator[str]:
    """What is served after a loss of power at each operation, over some seeds."""
    stop, finished = 0, False
    while not finished:
        stop += 1
        index_dir = Path(shutil.copytree(two_generations, work / str(stop) / "index"))
        disk = ForgetfulDisk(index_dir, stop_at(stop))
        finished = reindex_on(disk)
        for seed in range(SEEDS):
            left = work / str(stop) / f"left-{seed}"
            disk.lose_power(random.Random(f"{stop} {seed}"), left)
            found = outcome(left)
            yield "new was promised" if finished and found != "new" else found


def reindex_on(disk: ForgetfulDisk) -> bool:
    """Whether the reindex came to its end."""
    with disk.in_place():
        try:
            reindex(disk.root, NEW)
        except Killed:
            return False
    return True


def outcome(index_dir: Path) -> str:
    lost = [str(problem) for problem in verify(index_dir, EDITION) if problem.path == "CURRENT"]
    if any("not there" in trouble for trouble in lost):
        return f"pointed at nothing: {lost}"
    try:
        found = served(index_dir)
        assert_mended_by_reindex(index_dir, NEWER)
    except (AssertionError, OperatorError) as trouble:
        return str(trouble)
    return {str(OLD): "old", str(NEW): "new"}.get(str(found), f"neither: {found}")


def test_after_a_loss_of_power_at_any_operation_old_or_new_is_served(
    two_generations: Path, tmp_path: Path
) -> None:
    assert set(iter_outcomes(two_generations, tmp_path)) == {"old", "new"}


@pytest.mark.parametrize("kind", ["flush_file", "flush_folder", "_flush"])
def test_the_disk_does_harm_to_who_does_not_flush(
    two_generations: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(durable, kind, lambda _: None)
    disk = ForgetfulDisk(two_generations, no_fault)
    assert reindex_on(disk)
    harm = set()
    for seed in range(20):
        disk.lose_power(random.Random(seed), tmp_path / f"left-{seed}")
        harm.add(outcome(tmp_path / f"left-{seed}"))
    assert harm - {"new"}


class Diary(Disk):
    """Writes down what was done to which path, the last one where there are two."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, no_fault)
        self.entries: list[str] = []

    def done(self, name: str, paths: list[Path]) -> None:
        self.entries.append(f"{name} {paths[-1].relative_to(self.root)}")


def test_the_folder_is_on_the_disk_before_the_pointer_names_it(two_generations: Path) -> None:
    diary = Diary(two_generations)
    with diary.in_place():
        reindex(two_generations, NEW)
    for step in ("rename gen-000003", "replace CURRENT"):
        after = diary.entries.index(step) + 1
        assert diary.entries[after : after + 2] == ["open .", "fsync ."]
