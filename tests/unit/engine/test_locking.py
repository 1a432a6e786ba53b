"""The writer lock: one at a time, and never left behind."""

import os
import threading
from pathlib import Path

import pytest

from searchapp.engine.generations.locking import writer_lock
from searchapp.errors import IndexLocked, SettingsError


def test_the_folder_is_made_and_the_lock_file_names_the_process(tmp_path: Path) -> None:
    index_dir = tmp_path / "not" / "yet"
    with writer_lock(index_dir):
        assert (index_dir / "WRITER.lock").read_text() == f"{os.getpid()}\n"


def test_a_second_writer_is_refused_by_name(tmp_path: Path) -> None:
    with writer_lock(tmp_path):
        for _ in range(2):
            with pytest.raises(IndexLocked, match=rf"process {os.getpid()}\)") as caught:
                writer_lock(tmp_path).__enter__()
            assert str(tmp_path) in str(caught.value)


def test_a_second_writer_in_another_thread_is_refused(tmp_path: Path) -> None:
    refused: list[IndexLocked] = []

    def write() -> None:
        try:
            writer_lock(tmp_path).__enter__()
        except IndexLocked as error:
            refused.append(error)

    with writer_lock(tmp_path):
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert len(refused) == 1


def test_the_lock_is_free_afterwards_also_after_a_failure(tmp_path: Path) -> None:
    with writer_lock(tmp_path):
        pass
    with pytest.raises(ZeroDivisionError), writer_lock(tmp_path):
        raise ZeroDivisionError
    with writer_lock(tmp_path):
        pass


def test_two_folders_have_two_locks(tmp_path: Path) -> None:
    with writer_lock(tmp_path / "a"), writer_lock(tmp_path / "b"):
        pass


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xff" * 100, b"99999999999999999999999"])
def test_what_an_old_lock_file_holds_does_not_matter(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "WRITER.lock").write_bytes(content)
    with writer_lock(tmp_path):
        assert (tmp_path / "WRITER.lock").read_text() == f"{os.getpid()}\n"


def test_a_holder_without_a_number_is_still_a_holder(tmp_path: Path) -> None:
    with writer_lock(tmp_path):
        (tmp_path / "WRITER.lock").write_bytes(b"\xff\xff")
        with pytest.raises(IndexLocked, match=r"already running on \S+\. Wait"):
            writer_lock(tmp_path).__enter__()


def test_a_lock_file_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious")
    (tmp_path / "WRITER.lock").symlink_to("precious")
    with pytest.raises(SettingsError, match=r"WRITER\.lock"):
        writer_lock(tmp_path).__enter__()
    assert (tmp_path / "precious").read_text() == "precious"
