"""What `searchapp verify` finds in an index folder."""

import os
from pathlib import Path

import pytest

from searchapp.engine.generations.pointer import write_pointer
from searchapp.engine.generations.verification import permission_warning, verify
from searchapp.errors import IndexMissing
from tests.unit.engine.generation_files import EDITION, OTHER, publish_text


@pytest.fixture
def index_dir(tmp_path: Path) -> Path:
    for text in ("one", "two"):
        publish_text(tmp_path, text)
    return tmp_path


def found(index_dir: Path) -> list[str]:
    return [str(problem) for problem in verify(index_dir, EDITION)]


def test_a_whole_index_has_no_problems(index_dir: Path) -> None:
    assert found(index_dir) == []


def test_a_reindex_at_work_and_other_files_are_no_problem(index_dir: Path) -> None:
    (index_dir / ".build-gen-000003-0123abcd").mkdir()
    (index_dir / "README.md").write_text("notes")
    assert found(index_dir) == []


def test_without_an_index_there_is_nothing_to_verify(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        verify(tmp_path, EDITION)


def test_every_problem_is_found_and_named(index_dir: Path) -> None:
    (index_dir / "CURRENT").unlink()
    (index_dir / "gen-000002" / "text.arrays").write_text("2wo")
    (index_dir / "gen-000002" / "more.arrays").write_text("")
    (index_dir / "gen-000001" / "text.arrays").unlink()
    assert found(index_dir) == [
        "CURRENT is missing",
        "gen-000002/text.arrays was changed after it was written: its SHA-256 is another one",
        "gen-000002/more.arrays does not belong here: MANIFEST.json does not name it",
        "gen-000001/text.arrays is missing",
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("gen-000007\n", "CURRENT names gen-000007, which is not there"),
        ("gen-000001\n", "CURRENT names gen-000001, but gen-000002 is newer and whole"),
        ("gen-000002", "CURRENT does not end in a newline, as it was written"),
        ("gen-2\n", "CURRENT does not name a generation"),
    ],
)
def test_a_wrong_pointer_is_found(index_dir: Path, content: str, problem: str) -> None:
    (index_dir / "CURRENT").write_text(content)
    assert found(index_dir) == [problem]


def test_the_generation_before_may_be_of_another_edition(tmp_path: Path) -> None:
    publish_text(tmp_path, "one", edition=OTHER)
    publish_text(tmp_path, "two")
    assert found(tmp_path) == []
    (tmp_path / "gen-000001" / "text.arrays").write_text("0ne")
    assert len(found(tmp_path)) == 1


def test_a_format_that_was_changed_by_damage_is_found_in_the_generation_before(
    index_dir: Path,
) -> None:
    manifest = index_dir / "gen-000001" / "MANIFEST.json"
    manifest.write_text(manifest.read_text().replace('"format": 1', '"format": 3'))
    assert found(index_dir) == [
        "gen-000001/MANIFEST.json cannot be used: its format is 3, "
        "and this version of searchapp reads format 1"
    ]


def test_the_generation_in_use_must_be_of_this_edition(tmp_path: Path) -> None:
    publish_text(tmp_path, "one")
    publish_text(tmp_path, "two", edition=OTHER)
    assert found(tmp_path) == [
        "gen-000002/MANIFEST.json cannot be used: it was made by embedded 4, "
        "and this version of searchapp reads embedded 3"
    ]


def test_a_generation_that_was_never_put_in_use_must_be_whole_all_the_same(
    index_dir: Path,
) -> None:
    write_pointer(index_dir, "gen-000001")
    (index_dir / "gen-000002" / "text.arrays").unlink()
    assert found(index_dir) == ["gen-000002/text.arrays is missing"]


@pytest.mark.parametrize(
    ("mode", "warned"), [(0o755, False), (0o700, False), (0o775, True), (0o777, True)]
)
def test_a_folder_that_others_may_change_is_warned_of_and_served(
    index_dir: Path, mode: int, warned: bool
) -> None:
    index_dir.chmod(mode)
    warning = permission_warning(index_dir)
    assert (warning is not None) == warned
    assert warning is None or f"chmod -R go-w {index_dir}" in warning
    assert found(index_dir) == []


def test_a_generation_that_others_may_change_is_warned_of(index_dir: Path) -> None:
    (index_dir / "gen-000001").chmod(0o757)
    assert "gen-000001" in (permission_warning(index_dir) or "")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a folder away")
def test_an_index_of_another_user_is_not_warned_of(index_dir: Path) -> None:
    os.chown(index_dir, 12_345, 12_345)
    assert permission_warning(index_dir) is None


def test_a_folder_that_is_not_there_is_not_warned_of(tmp_path: Path) -> None:
    assert permission_warning(tmp_path / "missing") is None
