"""The JSON files of a generation that are not what was written there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from searchapp.engine.changes import read_changes
from searchapp.engine.storage.rejections import read_rejected
from searchapp.errors import IndexDamaged

BROKEN = [b"", b"\xff\xfe", b"[", b"7", b"null", b"[1]", b'{"since": null}', b'[["a"]]']


@pytest.mark.parametrize("content", BROKEN, ids=repr)
@pytest.mark.parametrize(
    ("name", "read"), [("rejected.json", read_rejected), ("changes.json", read_changes)]
)
def test_a_file_that_says_something_else_is_named(
    tmp_path: Path, name: str, read: Callable[[Path], object], content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(IndexDamaged, match=rf"{name} cannot be read: .+ Run `searchapp verify`"):
        read(tmp_path)


@pytest.mark.parametrize("read", [read_rejected, read_changes])
def test_a_file_that_is_gone_is_named(tmp_path: Path, read: Callable[[Path], object]) -> None:
    with pytest.raises(IndexDamaged, match="cannot be read"):
        read(tmp_path)
