"""What is seen of an index folder changes with it, and with nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from searchapp.engine.generations.pointer import POINTER, write_pointer
from searchapp.engine.generations.sight import look


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index folder of one generation."""
    (tmp_path / "gen-000001").mkdir()
    (tmp_path / "gen-000001" / "columns.arrays").write_bytes(b"columns")
    write_pointer(tmp_path, "gen-000001")
    return tmp_path


def replace_columns(index: Path) -> None:
    columns = index / "gen-000001" / "columns.arrays"
    columns.unlink()
    columns.write_bytes(b"columns")


def add_generation(index: Path) -> None:
    (index / "gen-000002").mkdir()


@pytest.mark.parametrize("closely", [False, True])
def test_an_index_that_stays_as_it_is_looks_the_same(index: Path, closely: bool) -> None:
    seen = look(index, closely=closely)
    (index / "WRITER.lock").write_text("a reindex at work")
    assert look(index, closely=closely) == seen


@pytest.mark.parametrize("closely", [False, True])
def test_a_pointer_written_anew_is_seen(index: Path, closely: bool) -> None:
    seen = look(index, closely=closely)
    write_pointer(index, "gen-000001")
    assert look(index, closely=closely) != seen
    (index / POINTER).unlink()
    assert look(index, closely=closely).pointer is None


@pytest.mark.parametrize("change", [replace_columns, add_generation])
def test_what_could_mend_a_generation_is_seen_when_looking_closely(
    index: Path, change: Callable[[Path], None]
) -> None:
    far, near = look(index, closely=False), look(index, closely=True)
    change(index)
    assert look(index, closely=False) == far
    assert look(index, closely=True) != near


def test_a_folder_that_is_not_there_has_nothing_to_see(tmp_path: Path) -> None:
    seen = look(tmp_path / "none", closely=True)
    assert (seen.pointer, seen.files) == (None, ())
