"""File operations: what they leave on the disk and what they say when they fail."""

import errno
import os
from pathlib import Path

import pytest

from searchapp.engine.generations import durable
from searchapp.errors import OperatorError, SettingsError


def test_a_file_is_written_whole_and_never_over_another(tmp_path: Path) -> None:
    content = os.urandom(300_000)
    durable.write_file(tmp_path / "file", content)
    assert (tmp_path / "file").read_bytes() == content
    with pytest.raises(FileExistsError):
        durable.write_file(tmp_path / "file", b"")
    assert (tmp_path / "file").read_bytes() == content


def test_a_write_that_takes_little_at_a_time_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: write(descriptor, content[:7]))
    durable.write_file(tmp_path / "file", b"a sentence of more than seven bytes")
    assert (tmp_path / "file").read_bytes() == b"a sentence of more than seven bytes"


def test_a_replacement_that_fails_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    durable.replace_file(tmp_path / "file", b"old")
    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space") as caught:
        patch.setattr(os, "write", full)
        durable.replace_file(tmp_path / "file", b"new")
    assert Path(caught.value.filename).parent == tmp_path
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_folder_that_cannot_be_flushed_is_let_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = iter([errno.EINVAL, errno.EIO])

    def fail(descriptor: int) -> None:
        raise OSError(next(codes), "no")

    monkeypatch.setattr(durable, "_flush", fail)
    durable.flush_folder(tmp_path)
    with pytest.raises(OSError, match="no"):
        durable.flush_folder(tmp_path)


def test_removing_a_tree_does_not_follow_links(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "file").write_text("precious")
    (tmp_path / "tree" / "deep").mkdir(parents=True)
    (tmp_path / "tree" / "deep" / "link").symlink_to(tmp_path / "kept")
    (tmp_path / "tree" / "dangling").symlink_to("nowhere")
    durable.remove_tree(tmp_path / "tree")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert (tmp_path / "kept" / "file").read_text() == "precious"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert durable.read_start(tmp_path / "pipe", 10) == b""


@pytest.mark.parametrize(
    ("code", "kind", "mend"),
    [
        (errno.ENOSPC, OperatorError, "Free some space and run `searchapp reindex` again."),
        (errno.EDQUOT, OperatorError, "Free some space and run `searchapp reindex` again."),
        (errno.EIO, OperatorError, "Put that right and run `searchapp reindex` again."),
        (errno.EROFS, SettingsError, "name another one with --index."),
        (errno.EACCES, SettingsError, "name another one with --index."),
    ],
)
@pytest.mark.parametrize("name", [None, "gen-000001/columns.arrays"])
def test_a_failure_is_one_line_with_the_place_the_reason_and_what_to_do(
    tmp_path: Path, code: int, kind: type[OperatorError], mend: str, name: str | None
) -> None:
    error = OSError(code, os.strerror(code), *([str(tmp_path / name)] if name else []))
    with pytest.raises(OperatorError) as caught, durable.disk_errors(tmp_path):
        raise error
    words = str(caught.value)
    assert type(caught.value) is kind
    assert f"{tmp_path / name if name else tmp_path}: {os.strerror(code)}." in words
    assert words.endswith(mend)
    assert "\n" not in words
    assert caught.value.__cause__ is error
