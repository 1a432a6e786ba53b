"""Files of named arrays: written once, then memory-mapped.

Layout, all little-endian: 8 bytes of magic, 4 of format version, 4 of directory length, the
directory as JSON ({name: [dtype, shape, offset]}, offsets from the end of the directory), its
CRC-32 (4 bytes), then the arrays, each on a 64-byte boundary. The whole file's SHA-256 stands in
the generation's manifest.
"""

import json
import mmap
import struct
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from searchapp.errors import IndexDamaged, IndexOutdated

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.integer[Any]]

MAGIC = b"SRCHARRS"
VERSION = 1
_HEAD = struct.Struct("<8sII")
_CRC = struct.Struct("<I")
_ALIGNMENT = 64
_CHUNK = 1 << 24


def write_arrays(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write a new file of arrays; the caller makes it durable."""
    directory: dict[str, list[object]] = {}
    offset = 0
    for name, array in arrays.items():
        dtype = array.dtype.newbyteorder("<")
        directory[name] = [dtype.str, list(array.shape), offset]
        offset += _padded(array.nbytes)
    encoded = json.dumps(directory, separators=(",", ":")).encode()
    with path.open("xb") as file:
        file.write(_HEAD.pack(MAGIC, VERSION, len(encoded)) + encoded)
        file.write(_CRC.pack(zlib.crc32(encoded)))
        file.write(bytes(_padded(file.tell()) - file.tell()))
        for array in arrays.values():
            for piece in _pieces(array):
                file.write(piece)
            file.write(bytes(_padded(array.nbytes) - array.nbytes))


class ArrayFile:
    """The arrays of one file, memory-mapped and read-only; close() when nothing uses them."""

    def __init__(self, path: Path) -> None:
        """Raises IndexDamaged when it is no such file, IndexOutdated for another version."""
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._directory, self._start = _read_directory(self._map, path)
        except (OSError, ValueError, struct.error) as error:
            raise IndexDamaged(
                f"{path} cannot be read: {error}. Run `searchapp verify`."
            ) from error

    def __contains__(self, name: str) -> bool:
        return name in self._directory

    def __getitem__(self, name: str) -> Array:
        dtype, shape, offset = self._directory[name]
        count = int(np.prod(shape))
        flat = np.frombuffer(self._map, dtype=dtype, count=count, offset=self._start + offset)
        return flat.reshape(shape)

    def ints(self, name: str) -> Ints:
        """An array of whole numbers. Raises KeyError when there is none of that name."""
        return self[name]


def _read_directory(
    mapped: mmap.mmap, path: Path
) -> tuple[dict[str, tuple[str, tuple[int, ...], int]], int]:
    magic, version, length = _HEAD.unpack_from(mapped)
    if magic != MAGIC:
        raise ValueError("it is not an index file")
    if version != VERSION:
        raise IndexOutdated(
            f"{path} has format {version}; this searchapp reads {VERSION}. "
            "Run `searchapp reindex --full`."
        )
    encoded = mapped[_HEAD.size : _HEAD.size + length]
    (checksum,) = _CRC.unpack_from(mapped, _HEAD.size + length)
    if zlib.crc32(encoded) != checksum:
        raise ValueError("its directory is damaged")
    directory = {
        name: (dtype, tuple(shape), offset)
        for name, (dtype, shape, offset) in json.loads(encoded).items()
    }
    return directory, _padded(_HEAD.size + length + _CRC.size)


def _pieces(array: Array) -> Iterator[memoryview]:
    plain = np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<")).reshape(-1)
    step = max(1, _CHUNK // max(1, plain.itemsize))
    for start in range(0, len(plain), step):
        yield plain[start : start + step].data.cast("B")


def _padded(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT
