"""Files of named arrays: written once, from front to back, then memory-mapped.

Layout, all little-endian: 8 bytes of magic and 4 of format version; the arrays, each on a 64-byte
boundary; the directory as JSON ({name: [dtype, shape, offset]}, offsets from the start of the
file); the directory's CRC-32 (4 bytes) and length (4 bytes), and the magic once more. The
directory comes last, so that arrays can be written before it is known how long they get. The whole
file's SHA-256 stands in the generation's manifest.
"""

import json
import mmap
import struct
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from searchapp.errors import IndexDamaged, IndexOutdated

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.integer[Any]]

MAGIC = b"SRCHARRS"
VERSION = 2
_HEAD = struct.Struct("<8sI")
_FOOT = struct.Struct("<II8s")
_ALIGNMENT = 64
_CHUNK = 1 << 24


class ArrayWriter:
    """A new file of arrays, written in pieces; `close` makes it readable, the caller durable."""

    def __init__(self, path: Path) -> None:
        """Raises OSError, also when there is such a file already."""
        self._file: BinaryIO = path.open("xb")
        self._directory: dict[str, tuple[str, tuple[int, ...], int]] = {}
        self._regions: list[ArrayRegion] = []
        self._file.write(_HEAD.pack(MAGIC, VERSION))
        self._end = _padded(_HEAD.size)

    def add(self, name: str, array: Array) -> None:
        """Write an array."""
        region = self.reserve(name, array.dtype, len(array), array.shape)
        region.append(array.reshape(-1))

    def reserve(
        self, name: str, dtype: npt.DTypeLike, count: int, shape: tuple[int, ...] | None = None
    ) -> "ArrayRegion":
        """Room for an array whose entries come in pieces, in order, beside those of others."""
        little = np.dtype(dtype).newbyteorder("<")
        shape = shape or (count,)
        self._directory[name] = (little.str, shape, self._end)
        region = ArrayRegion(self._file, little, self._end, int(np.prod(shape)))
        self._regions.append(region)
        self._end += _padded(region.left * little.itemsize)
        return region

    def close(self) -> None:
        """Write the directory. Raises ValueError when a reserved array is not full."""
        with self._file:
            if any(region.left for region in self._regions):
                raise ValueError("an array has fewer entries than were reserved for it")
            encoded = json.dumps(self._directory, separators=(",", ":")).encode()
            # The last array may end before its boundary: what is between reads as zeros.
            self._file.seek(self._end)
            self._file.write(encoded + _FOOT.pack(zlib.crc32(encoded), len(encoded), MAGIC))

    def __enter__(self) -> "ArrayWriter":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.close()
        else:
            self._file.close()


class ArrayRegion:
    """Room for one array in a file that is being written; `left` entries are still to come."""

    def __init__(self, file: BinaryIO, dtype: np.dtype[Any], start: int, count: int) -> None:
        self.left = count
        self._file = file
        self._dtype = dtype
        self._place = start

    def append(self, entries: Array) -> None:
        """Write the next entries. Raises ValueError for more than there is room for."""
        if len(entries) > self.left:
            raise ValueError("an array has more entries than were reserved for it")
        self._file.seek(self._place)
        for piece in _pieces(entries, self._dtype):
            self._place += self._file.write(piece)
        self.left -= len(entries)


def write_arrays(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write a new file of arrays; the caller makes it durable."""
    with ArrayWriter(path) as writer:
        for name, array in arrays.items():
            writer.add(name, array)


class ArrayFile:
    """The arrays of one file, memory-mapped and read-only; the map goes with its last array."""

    def __init__(self, path: Path) -> None:
        """Raises IndexDamaged when it is no such file, IndexOutdated for another version."""
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._directory = _read_directory(self._map, path)
        except (OSError, ValueError, struct.error) as error:
            raise IndexDamaged(
                f"{path} cannot be read: {error}. Run `searchapp verify`."
            ) from error

    def __contains__(self, name: str) -> bool:
        return name in self._directory

    def __getitem__(self, name: str) -> Array:
        dtype, shape, offset = self._directory[name]
        count = int(np.prod(shape))
        return np.frombuffer(self._map, dtype=dtype, count=count, offset=offset).reshape(shape)

    def ints(self, name: str) -> Ints:
        """An array of whole numbers. Raises KeyError when there is none of that name."""
        return self[name]

    def release(self) -> None:
        """Give the memory of pages that were read back to the system; they stay readable."""
        self._map.madvise(mmap.MADV_DONTNEED)


def differences(starts: Ints) -> Ints:
    """The sizes of rows that lie end to end, by where each starts and the last ends."""
    wide = starts.astype(np.int64)
    sizes: Ints = wide[1:] - wide[:-1]
    return sizes


def narrow(values: Ints) -> Ints:
    """The same values, none negative, in the narrowest unsigned type that holds them."""
    return values.astype(np.min_scalar_type(int(values.max(initial=0))))


def _read_directory(mapped: mmap.mmap, path: Path) -> dict[str, tuple[str, tuple[int, ...], int]]:
    magic, version = _HEAD.unpack_from(mapped)
    if magic != MAGIC:
        raise ValueError("it is not an index file")
    if version != VERSION:
        raise IndexOutdated(
            f"{path} has format {version}; this searchapp reads {VERSION}. "
            "Run `searchapp reindex --full`."
        )
    end = len(mapped) - _FOOT.size
    checksum, length, magic = _FOOT.unpack_from(mapped, end)
    encoded = mapped[max(end - length, 0) : end]
    if magic != MAGIC or zlib.crc32(encoded) != checksum:
        raise ValueError("its directory is damaged or cut off")
    return {
        name: (dtype, tuple(shape), offset)
        for name, (dtype, shape, offset) in json.loads(encoded).items()
    }


def _pieces(array: Array, dtype: np.dtype[Any]) -> Iterator[memoryview]:
    plain = np.ascontiguousarray(array, dtype=dtype)
    step = max(1, _CHUNK // max(1, dtype.itemsize))
    for start in range(0, len(plain), step):
        yield plain[start : start + step].data.cast("B")


def _padded(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT
