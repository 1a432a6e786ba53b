"""A real index that is damaged, copied, made under another clock or in a folder full of rubbish."""

import os
import pickle
import random
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from searchapp.cli import main
from searchapp.engine import EmbeddedEngine, arrivals, verify_index
from searchapp.engine.generations import manifest
from searchapp.engine.generations.manifest import MANIFEST
from tests.faults.points import EXHAUSTIVE
from tests.faults.test_folder import RUBBISH, put
from tests.faults.whole_index import Answers, reindex_whole, write_archive
from tests.reindex.archive import answers

FLIPS, CUTS = (60, 10) if EXHAUSTIVE else (1, 1)
"""How many of each file."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles that stays as it is."""
    folder = tmp_path_factory.mktemp("archive") / "articles"
    write_archive(folder, 0)
    return folder


@pytest.fixture(scope="module")
def index(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two generations of the same articles that share no file."""
    made = tmp_path_factory.mktemp("made") / "index"
    reindex_whole(archive, made)
    reindex_whole(archive, made, full=True)
    (archive / "later.txt").write_text("One more\n\nA late article about a grain ship.\n")
    reindex_whole(archive, made, full=True)
    (archive / "later.txt").unlink()
    return Path(shutil.copytree(made, tmp_path_factory.mktemp("index") / "index"))


def iter_damaged(content: bytes, sample: random.Random) -> Iterator[bytes]:
    for _ in range(FLIPS):
        flipped = bytearray(content)
        flipped[sample.randrange(len(content))] ^= 1 << sample.randrange(8)
        yield bytes(flipped)
    for _ in range(CUTS):
        yield content[: sample.randrange(len(content))]


def test_damage_to_any_file_of_the_newest_is_found_and_the_one_before_is_served(
    index: Path,
) -> None:
    sample = random.Random(29)
    newest, before = sorted(index.glob("gen-*"), reverse=True)
    good = answers(index)
    (index / "CURRENT").write_text(f"{before.name}\n")
    old = answers(index)
    (index / "CURRENT").write_text(f"{newest.name}\n")
    assert old != good
    for path in sorted(newest.iterdir()):
        content = path.read_bytes()
        for damaged in iter_damaged(content, sample):
            path.write_bytes(damaged)
            found = {problem.path for problem in verify_index(index)}
            assert path.relative_to(index).as_posix() in found
            status = EmbeddedEngine(index).status()
            assert status.generation == before.name
            assert status.degraded is not None and before.name in status.degraded
        assert answers(index) == old
        path.write_bytes(content)
    assert answers(index) == good
    assert verify_index(index) == ()


def test_a_copy_of_an_index_on_another_machine_is_whole(index: Path, tmp_path: Path) -> None:
    """Copied by something that keeps neither times nor hard links."""
    there = tmp_path / "there" / "archive-index"
    for path in index.rglob("*"):
        if path.is_file():
            target = there / path.relative_to(index)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
            os.utime(target, (1, 1))
    assert verify_index(there) == ()
    assert answers(there) == answers(index)


def test_a_real_reindex_over_a_folder_of_rubbish_works(archive: Path, tmp_path: Path) -> None:
    for name, content in RUBBISH.items():
        put(tmp_path / name, content)
    reindex_whole(archive, tmp_path)
    assert verify_index(tmp_path) == ()
    assert EmbeddedEngine(tmp_path).status().degraded is None
    assert (tmp_path / "photos" / "cat.jpg").read_text() == "a cat"


@pytest.mark.parametrize(
    ("words", "exit_code"),
    [(('"format": 1', '"format": 2'), 4), (('"format": 1', '"format": 0'), 4)],
    ids=["newer", "older"],
)
def test_an_index_of_another_release_is_refused_and_made_anew(
    archive: Path, tmp_path: Path, words: tuple[str, str], exit_code: int,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    reindex_whole(archive, tmp_path)
    path = tmp_path / "gen-000001" / MANIFEST
    path.write_text(path.read_text().replace(*words))
    with pytest.raises(SystemExit) as ended:
        main(["search", "grain", "--index", str(tmp_path)])
    assert ended.value.code == exit_code
    said = capsys.readouterr().err
    assert "searchapp reindex --full" in said and "Traceback" not in said
    reindex_whole(archive, tmp_path)
    assert answers(tmp_path)


CLOCKS = [
    ("Pacific/Kiritimati", datetime.now(UTC)),
    ("America/St_Johns", datetime.now(UTC) - timedelta(hours=1)),
    ("Europe/Berlin", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # the hour that comes twice
    ("UTC", datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC)),  # a second more than 31 bits hold
    ("UTC", datetime(1970, 1, 1, tzinfo=UTC)),
]


def clock_at(moment: datetime) -> type[datetime]:
    """A `datetime` whose clock stands still."""

    class Standing(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Standing":
            return cls.fromtimestamp(moment.timestamp(), tz)

    return Standing


@pytest.fixture
def usual(archive: Path, tmp_path: Path) -> Answers:
    """What is found in an index made here and now."""
    reindex_whole(archive, tmp_path / "usual")
    return answers(tmp_path / "usual")


def test_neither_clock_nor_time_zone_changes_an_index(
    archive: Path, usual: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = tmp_path / "again"
    for number, (zone, moment) in enumerate(CLOCKS):
        with monkeypatch.context() as patch:
            patch.setenv("TZ", zone)
            for module in (arrivals, manifest):
                patch.setattr(module, "datetime", clock_at(moment))
            time.tzset()
            reindex_whole(archive, tmp_path / str(number))
            reindex_whole(archive, index, full=True)
        time.tzset()
        assert answers(tmp_path / str(number)) == answers(index) == usual
        assert EmbeddedEngine(index).status().generation == f"gen-{number + 1:06}"


def test_files_from_any_year_are_indexed_and_not_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write_archive(folder, 0)
    for seconds, path in zip((-1, 0, 2**31, 2**33), sorted(folder.glob("*.txt")), strict=False):
        os.utime(path, (seconds, seconds))
    reindex_whole(folder, tmp_path / "index")
    again = reindex_whole(folder, tmp_path / "index")
    assert (again.read, again.generation) == (0, None)


def test_an_index_reads_nothing_as_a_pickle(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted = Path(shutil.copytree(index, tmp_path / "index"))
    for place in (planted, *planted.glob("gen-*")):
        for name in ("_MAIN_1.toc", "MAIN_x.seg", "segment-000009.pickle"):
            (place / name).write_bytes(b"cos\nabort\n(tR.")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something was unpickled")

    for name in ("load", "loads", "Unpickler"):
        monkeypatch.setattr(pickle, name, refuse)
    assert answers(planted) == answers(index)
