"""Files of arrays: what is written is read, and what is damaged is said to be."""

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_of

from searchapp.engine.storage.arrays import Array, ArrayFile, ArrayWriter, write_arrays
from searchapp.errors import IndexDamaged, IndexOutdated

DTYPES = st.sampled_from([np.uint8, np.uint16, np.int32, np.int64, np.float64])
ARRAYS = arrays_of.arrays(
    DTYPES, arrays_of.array_shapes(min_dims=1, max_dims=2, min_side=0, max_side=70)
)
SMALL = {"a": np.arange(3), "b": np.zeros(0, np.uint8)}


def written(folder: Path, arrays: dict[str, Array]) -> Path:
    path = folder / "some.arrays"
    path.unlink(missing_ok=True)
    write_arrays(path, arrays)
    return path


@given(arrays=st.dictionaries(st.text(max_size=5), ARRAYS, max_size=5))
def test_arrays_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, arrays: dict[str, Array]
) -> None:
    file = ArrayFile(written(tmp_path_factory.getbasetemp(), arrays))
    for name, array in arrays.items():
        assert name in file
        assert file[name].dtype == array.dtype
        assert file[name].shape == array.shape
        np.testing.assert_array_equal(file[name], array)


def test_arrays_are_little_endian_and_begin_on_a_64_byte_boundary(tmp_path: Path) -> None:
    path = written(tmp_path, {"x": np.array([1], ">i4"), "y": np.array([2], ">i8")})
    content = path.read_bytes()
    assert content[64:128].rstrip(b"\0") == b"\x01"
    assert content[128:192].rstrip(b"\0") == b"\x02"


def test_arrays_may_be_written_in_turns(tmp_path: Path) -> None:
    path = tmp_path / "some.arrays"
    with ArrayWriter(path) as writer:
        small, large = writer.reserve("small", np.uint8, 100), writer.reserve("large", np.int64, 4)
        for start in range(4):
            small.append(np.arange(25, dtype=np.uint8) + 25 * start)
            large.append(np.array([start]))
    file = ArrayFile(path)
    assert file["small"].tolist() == list(range(100))
    assert file["large"].tolist() == [0, 1, 2, 3]


@pytest.mark.parametrize("entries", [2, 4], ids=["too few", "too many"])
def test_a_reserved_array_is_filled_exactly(tmp_path: Path, entries: int) -> None:
    with (
        pytest.raises(ValueError, match="entries than were reserved"),
        ArrayWriter(tmp_path / "some.arrays") as writer,
    ):
        writer.reserve("x", np.int32, 3).append(np.arange(entries))


def test_a_file_that_was_not_finished_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "some.arrays"
    with pytest.raises(KeyboardInterrupt), ArrayWriter(path) as writer:
        writer.add("x", np.arange(30))
        raise KeyboardInterrupt
    with pytest.raises(IndexDamaged, match="directory is damaged"):
        ArrayFile(path)


def test_a_strided_array_is_written_whole(tmp_path: Path) -> None:
    file = ArrayFile(written(tmp_path, {"x": np.arange(10)[::3]}))
    assert file["x"].tolist() == [0, 3, 6, 9]


def test_arrays_cannot_be_changed(tmp_path: Path) -> None:
    file = ArrayFile(written(tmp_path, SMALL))
    with pytest.raises(ValueError, match="read-only"):
        file["a"][0] = 1


def test_an_array_that_is_not_there_is_a_key_error(tmp_path: Path) -> None:
    file = ArrayFile(written(tmp_path, SMALL))
    assert "c" not in file
    with pytest.raises(KeyError):
        file.ints("c")


def test_a_file_that_exists_is_never_overwritten(tmp_path: Path) -> None:
    path = written(tmp_path, SMALL)
    with pytest.raises(FileExistsError):
        write_arrays(path, SMALL)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda content: b"", "empty"),
        (lambda content: content[:10], "cannot be read"),
        (lambda content: b"X" + content[1:], "not an index file"),
        (lambda content: content[:-20] + b"\xff" + content[-19:], "directory is damaged"),
        (lambda content: content[:-1], "directory is damaged"),
        (lambda content: content[: len(content) // 2], "directory is damaged"),
    ],
    ids=["nothing", "in the head", "another kind", "flipped byte", "one byte short", "cut in half"],
)
def test_a_damaged_file_is_named(
    tmp_path: Path, damage: Callable[[bytes], bytes], reason: str
) -> None:
    path = written(tmp_path, SMALL)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(IndexDamaged, match=reason) as caught:
        ArrayFile(path)
    assert str(path) in str(caught.value)


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match=r"gone\.arrays"):
        ArrayFile(tmp_path / "gone.arrays")


def test_another_version_asks_for_a_reindex(tmp_path: Path) -> None:
    path = written(tmp_path, SMALL)
    content = bytearray(path.read_bytes())
    struct.pack_into("<I", content, 8, 99)
    path.write_bytes(content)
    with pytest.raises(IndexOutdated, match=r"format 99.*reindex"):
        ArrayFile(path)
