"""The pointer to the generation in use, and the names of generations."""

from pathlib import Path

import pytest

from searchapp.engine.generations.pointer import (
    Pointer,
    current_name,
    generation_name,
    generation_number,
    list_generations,
    read_pointer,
    write_pointer,
)


@pytest.mark.parametrize(
    ("number", "name"),
    [(1, "gen-000001"), (999_999, "gen-999999"), (1_000_000, "gen-1000000")],
)
def test_a_number_has_one_name(number: int, name: str) -> None:
    assert generation_name(number) == name
    assert generation_number(name) == number


@pytest.mark.parametrize(
    "name",
    [
        "",
        "gen-",
        "gen-1",
        "gen-000000",
        "gen-0000001",
        "gen-00000١",
        "Gen-000001",
        "gen-000001\n",
        "gen-000001 ",
        " gen-000001",
        "../gen-000001",
        "gen-" + "9" * 5_000,
        "gen--00001",
    ],
)
def test_other_names_have_no_number(name: str) -> None:
    assert generation_number(name) is None


def test_generations_are_listed_by_number_newest_first(tmp_path: Path) -> None:
    for name in ("gen-000009", "gen-1000000", "gen-000010", "gen-7", ".build-gen-000011", "notes"):
        (tmp_path / name).mkdir()
    assert list_generations(tmp_path) == ("gen-1000000", "gen-000010", "gen-000009")


def test_a_pointer_that_was_written_is_read(tmp_path: Path) -> None:
    write_pointer(tmp_path, "gen-000001")
    write_pointer(tmp_path, "gen-000002")
    assert (tmp_path / "CURRENT").read_text() == "gen-000002\n"
    assert read_pointer(tmp_path) == Pointer(name="gen-000002")
    assert current_name(tmp_path) == "gen-000002"
    assert [path.name for path in tmp_path.iterdir()] == ["CURRENT"]


def test_without_a_pointer_there_is_no_name_and_no_trouble(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        assert read_pointer(folder) == Pointer()
        assert not read_pointer(folder).exists


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"gen-7\n",
        b"gen-000007\n\n",
        b"\xff\xfe",
        b"gen-000007 x\n",
        b"\0" * 11,
        b"gen-000007\n" * 1000,
        b"../gen-000007\n",
    ],
)
def test_a_broken_pointer_is_in_trouble(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "CURRENT").write_bytes(content)
    assert read_pointer(tmp_path) == Pointer(trouble="does not name a generation")
    assert read_pointer(tmp_path).exists
    assert current_name(tmp_path) is None


def test_a_pointer_written_by_hand_is_good_enough_though_noticed(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("gen-000007")
    assert current_name(tmp_path) == "gen-000007"
    assert "newline" in (read_pointer(tmp_path).trouble or "")


def test_a_folder_for_a_pointer_is_in_trouble(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").mkdir()
    assert read_pointer(tmp_path) == Pointer(trouble="cannot be read: Is a directory")
