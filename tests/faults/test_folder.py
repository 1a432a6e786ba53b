"""Index folders that are full of rubbish, not writable, or on a disk that is full."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from searchapp.engine.generations.choosing import find_generation
from searchapp.engine.generations.locking import writer_lock
from searchapp.engine.generations.publishing import begin
from searchapp.engine.generations.verification import verify
from searchapp.errors import IndexMissing, OperatorError, SettingsError
from tests.faults.small_index import (
    EDITION,
    assert_mended_by_reindex,
    content_of,
    reindex,
    served,
    used_bytes,
)

OLD, NEW = content_of(1), content_of(2)
KILOBYTE = 1024


def put(path: Path, content: str = "rubbish") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


RUBBISH: dict[str, str] = {
    "README.md": "notes",
    "photos/cat.jpg": "a cat",
    "WRITER.lock": "not a number \udcff".encode("utf-8", "ignore").decode(),
    "CURRENT": "gen-000009 and more",
    ".CURRENT-0123abcd": "gen-0000",
    ".build-gen-000007-0123abcd/columns.arrays": "half of",
    ".build-gen-000008-0123abcd/deep/er/columns.arrays": "half of",
    ".old-gen-000003-0123abcd/MANIFEST.json": "{",
    "gen-000004/columns.arrays": "half of",
    "gen-000005/MANIFEST.json": "{}",
    "gen-000006/MANIFEST.json": '{"format": 7}',
    "gen-12/MANIFEST.json": "{}",
    "gen-00000000000013/MANIFEST.json": "{}",
    "gen-000014": "a file",
}


@pytest.mark.parametrize("name", RUBBISH)
def test_a_reindex_over_rubbish_works(tmp_path: Path, name: str) -> None:
    put(tmp_path / name, RUBBISH[name])
    reindex(tmp_path, OLD)
    assert served(tmp_path) == OLD
    reindex(tmp_path, NEW)
    assert served(tmp_path) == NEW


def test_a_reindex_over_all_rubbish_removes_what_is_its_own_and_nothing_else(
    tmp_path: Path,
) -> None:
    for name, content in RUBBISH.items():
        put(tmp_path / name, content)
    put(tmp_path / ".build-cache" / "precious")
    put(tmp_path / ".old-photos" / "precious")
    assert reindex(tmp_path, OLD) == "gen-000015"
    assert served(tmp_path) == OLD
    assert verify(tmp_path, EDITION) == ()
    assert {path.name for path in tmp_path.iterdir()} == {
        "CURRENT",
        "WRITER.lock",
        "gen-000015",
        "README.md",
        "photos",
        "gen-12",
        "gen-00000000000013",
        ".build-cache",
        ".old-photos",
    }


def test_what_a_leftover_links_to_is_not_removed(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere" / "precious")
    index_dir = tmp_path / "index"
    for name in (".build-gen-000001-0123abcd", ".old-gen-000001-0123abcd"):
        put(index_dir / name / "file")
        (index_dir / name / "link").symlink_to(tmp_path / "elsewhere")
    (index_dir / ".old-gen-000002-0123abcd").symlink_to(tmp_path / "elsewhere")
    reindex(index_dir, OLD)
    assert (tmp_path / "elsewhere" / "precious").read_text() == "rubbish"
    assert {path.name for path in index_dir.iterdir()} == {"CURRENT", "WRITER.lock", "gen-000001"}


@pytest.mark.parametrize("name", ["CURRENT", "WRITER.lock"])
def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path, name: str) -> None:
    put(tmp_path / name / "precious")
    with pytest.raises(OperatorError, match=rf"{name}\b.*directory"):
        reindex(tmp_path, OLD)
    assert (tmp_path / name / "precious").exists()
    (tmp_path / name / "precious").unlink()
    (tmp_path / name).rmdir()
    assert_mended_by_reindex(tmp_path, OLD)


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    put(tmp_path / "index")
    with pytest.raises(SettingsError, match=r"index: File exists"):
        reindex(tmp_path / "index", OLD)
    with pytest.raises(IndexMissing, match="is a file and not a folder"):
        find_generation(tmp_path / "index", EDITION, thorough=False)


def mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True, capture_output=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own that can be made small or read-only."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small file system")
    try:
        mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", str(folder))
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no small file system can be mounted: {error}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_all_or_nothing_is_published(small_disk: Path) -> None:
    old, new = content_of(1, size=20_000), content_of(2, size=20_000)
    index_dir = small_disk / "index"
    reindex(index_dir, old)
    used = used_bytes(small_disk) // KILOBYTE
    failed = 0
    for size in range(used + 16, 40 * used, 16):
        mount("-o", f"remount,size={size}k", str(small_disk))
        try:
            reindex(index_dir, new)
        except OperatorError as error:
            failed += 1
            assert str(small_disk) in str(error)
            assert "No space left on device" in str(error)
            assert "Free some space" in str(error)
            assert served(index_dir) == old
            assert {path.name for path in index_dir.iterdir()} == {
                "CURRENT",
                "WRITER.lock",
                "gen-000001",
            }
        else:
            break
    assert failed > 3
    assert served(index_dir) == new
    assert verify(index_dir, EDITION) == ()


def test_a_read_only_disk_is_searched_but_not_written(small_disk: Path) -> None:
    reindex(small_disk / "index", OLD)
    mount("-o", "remount,ro", str(small_disk))
    assert served(small_disk / "index") == OLD
    assert verify(small_disk / "index", EDITION) == ()
    for index_dir in (small_disk / "index", small_disk / "other"):
        with pytest.raises(SettingsError, match=r"Read-only file system.*--index"):
            reindex(index_dir, NEW)


@pytest.fixture
def _no_root() -> None:
    if os.geteuid() == 0:
        pytest.skip("root may do everything")


@pytest.mark.usefixtures("_no_root")
def test_a_folder_without_the_right_to_write_is_searched_but_not_written(tmp_path: Path) -> None:
    reindex(tmp_path, OLD)
    tmp_path.chmod(0o555)
    try:
        assert served(tmp_path) == OLD
        with pytest.raises(SettingsError, match=r"Permission denied.*--index"):
            reindex(tmp_path, NEW)
    finally:
        tmp_path.chmod(0o755)
    assert_mended_by_reindex(tmp_path, NEW)


@pytest.mark.usefixtures("_no_root")
def test_a_file_without_the_right_to_read_is_named(tmp_path: Path) -> None:
    reindex(tmp_path, OLD)
    (tmp_path / reindex(tmp_path, NEW) / "columns.arrays").chmod(0)
    found = find_generation(tmp_path, EDITION, thorough=False)
    assert found.degraded is not None
    assert "columns.arrays cannot be read: Permission denied" in found.degraded
    assert served(tmp_path) == OLD


def test_a_build_that_fails_is_removed_and_its_error_goes_through(tmp_path: Path) -> None:
    reindex(tmp_path, OLD)
    with pytest.raises(ZeroDivisionError), writer_lock(tmp_path), begin(tmp_path) as build:
        put(build.path / "columns.arrays")
        raise ZeroDivisionError
    assert not list(tmp_path.glob(".*"))
    assert served(tmp_path) == OLD
