"""Bits that flip, files that shrink or go: all found by verify, never served in silence."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from searchapp.engine.generations.choosing import find_generation
from searchapp.engine.generations.manifest import MANIFEST
from searchapp.engine.generations.verification import verify
from searchapp.errors import IndexDamaged, IndexOutdated
from tests.faults.points import EXHAUSTIVE
from tests.faults.small_index import (
    EDITION,
    SHARED,
    assert_mended_by_reindex,
    content_of,
    reindex,
    served,
)

OLD, NEW, NEWER = (content_of(run) for run in (1, 2, 3))
FLIPS, CUTS = 60, 10
"""How many of each file in the sample."""


@pytest.fixture(scope="module")
def index_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two generations that share no file, so that damage to one is not damage to both."""
    apart = tmp_path_factory.mktemp("damage") / "index"
    reindex(apart, OLD)
    reindex(apart, NEW)
    for path in apart.glob(f"gen-*/{SHARED}"):
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content)
    return apart


def index_files(index_dir: Path) -> list[Path]:
    return sorted([index_dir / "CURRENT", *index_dir.glob("gen-*/*")])


def iter_damaged(content: bytes, sample: random.Random) -> Iterator[bytes]:
    flips = range(8 * len(content))
    for bit in flips if EXHAUSTIVE else sample.sample(flips, min(FLIPS, len(flips))):
        flipped = bytearray(content)
        flipped[bit // 8] ^= 1 << bit % 8
        yield bytes(flipped)
    cuts = range(len(content))
    for cut in cuts if EXHAUSTIVE else sample.sample(cuts, min(CUTS, len(cuts))):
        yield content[:cut]


def test_every_flipped_bit_and_every_cut_is_found_and_never_served(index_dir: Path) -> None:
    sample = random.Random(13)
    assert verify(index_dir, EDITION) == ()
    tried = 0
    for path in index_files(index_dir):
        content = path.read_bytes()
        for damaged in iter_damaged(content, sample):
            path.write_bytes(damaged)
            tried += 1
            problems = verify(index_dir, EDITION)
            place = path.relative_to(index_dir).as_posix()
            assert place in {problem.path for problem in problems}, f"{place}: {damaged!r}"
            found = find_generation(index_dir, EDITION, thorough=True)
            assert served(index_dir) == {"gen-000001": OLD, "gen-000002": NEW}[found.name]
            if found.name == "gen-000001" or path.parent.name == "gen-000002":
                assert found.name == "gen-000001" and found.degraded, f"{place}: {damaged!r}"
        path.write_bytes(content)
    assert verify(index_dir, EDITION) == ()
    assert tried > 400


def remove(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def put_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def put_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"\0")


def set_format(path: Path) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 999}))


def remove_generation(path: Path) -> None:
    shutil.rmtree(path.parent)


def empty_generation(path: Path) -> None:
    remove_generation(path)
    path.parent.mkdir()


def put_file_for_generation(path: Path) -> None:
    remove_generation(path)
    path.parent.write_text("not a folder")


WAYS: list[tuple[str, Callable[[Path], None], str]] = [
    ("columns.arrays", remove, "columns.arrays is missing"),
    ("columns.arrays", empty, "columns.arrays has 0 bytes, and 120 were written"),
    ("columns.arrays", grow, "columns.arrays has 121 bytes, and 120 were written"),
    ("columns.arrays", put_folder, "columns.arrays is not a regular file"),
    ("columns.arrays", put_link, "columns.arrays is not a regular file"),
    (MANIFEST, remove, "MANIFEST.json is missing"),
    (MANIFEST, empty, "MANIFEST.json was changed or cut off"),
    (MANIFEST, grow, "MANIFEST.json was changed or cut off"),
    (MANIFEST, put_folder, "MANIFEST.json cannot be read: Is a directory"),
    (MANIFEST, put_link, "MANIFEST.json cannot be read"),
    (MANIFEST, set_format, "its format is 999, and this version of searchapp reads format 1"),
    (MANIFEST, remove_generation, "MANIFEST.json is missing"),
    (MANIFEST, empty_generation, "MANIFEST.json is missing"),
    (MANIFEST, put_file_for_generation, "MANIFEST.json cannot be read: Not a directory"),
]
IDS = [f"{way.__name__} {name}" for name, way, _ in WAYS]


@pytest.mark.parametrize(("name", "way", "words"), WAYS, ids=IDS)
def test_when_the_newest_generation_is_unusable_the_one_before_is_served(
    tmp_path: Path, name: str, way: Callable[[Path], None], words: str
) -> None:
    reindex(tmp_path, OLD)
    way(tmp_path / reindex(tmp_path, NEW) / name)
    found = find_generation(tmp_path, EDITION, thorough=False)
    assert found.name == "gen-000001"
    assert found.degraded is not None
    assert words in found.degraded
    assert "gen-000001 is served instead. Run `searchapp reindex`" in found.degraded
    assert served(tmp_path) == OLD
    assert verify(tmp_path, EDITION) != ()
    assert_mended_by_reindex(tmp_path, NEWER)


@pytest.mark.parametrize(("name", "way", "words"), WAYS, ids=IDS)
def test_when_the_only_generation_is_unusable_nothing_is_served(
    tmp_path: Path, name: str, way: Callable[[Path], None], words: str
) -> None:
    way(tmp_path / reindex(tmp_path, NEW) / name)
    expected = IndexOutdated if way is set_format else IndexDamaged
    with pytest.raises((IndexDamaged, IndexOutdated), match="reindex --full") as caught:
        find_generation(tmp_path, EDITION, thorough=False)
    assert type(caught.value) is expected
    assert words in str(caught.value)
    assert_mended_by_reindex(tmp_path, NEWER)


def test_an_index_copied_elsewhere_is_whole(tmp_path: Path) -> None:
    reindex(tmp_path / "here", OLD)
    reindex(tmp_path / "here", NEW)
    copied = Path(shutil.copytree(tmp_path / "here", tmp_path / "there"))
    assert verify(copied, EDITION) == ()
    assert served(copied) == NEW
