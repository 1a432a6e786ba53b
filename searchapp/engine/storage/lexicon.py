"""Lists of strings as two arrays, searched without being read."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, overload

import numpy as np

from searchapp.engine.storage.arrays import Array, ArrayFile, Ints, differences, narrow

_AT_A_TIME: Final = 1 << 14


class Strings(Sequence[str]):
    """Strings stored as UTF-8 in one blob; `offsets` has one entry more than there are strings."""

    __slots__ = ("_blob", "_bytes", "_offsets")

    def __init__(self, file: ArrayFile, name: str) -> None:
        """The strings that `string_arrays` made under that name."""
        self._bytes = file.ints(f"{name}.blob")
        self._blob = self._bytes.data
        self._offsets = file.ints(f"{name}.offsets")

    def __len__(self) -> int:
        return len(self._offsets) - 1

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self.encoded(index).decode()

    def __iter__(self) -> Iterator[str]:
        return map(bytes.decode, self.iter_encoded())

    def read(self, places: range) -> Iterator[str]:
        """Neighbouring strings in order, which is quicker than one by one."""
        return map(bytes.decode, self.iter_encoded(places))

    def sizes(self, start: int, end: int) -> Ints:
        """The numbers of bytes of neighbouring strings."""
        return differences(self._offsets[start : end + 1])

    def between(self, start: int, end: int) -> Ints:
        """The bytes of neighbouring strings, end to end."""
        return self._bytes[int(self._offsets[start]) : int(self._offsets[end])]

    def iter_encoded(self, places: range | None = None) -> Iterator[bytes]:
        """Neighbouring strings in order, or all of them, as UTF-8."""
        places = range(len(self)) if places is None else places
        for start in range(places.start, places.stop, _AT_A_TIME):
            end = min(start + _AT_A_TIME, places.stop)
            joined = self.between(start, end).tobytes()
            ends = np.cumsum(self.sizes(start, end)).tolist()
            yield from (joined[a:b] for a, b in pairwise([0, *ends]))

    def encoded(self, index: int) -> bytes:
        """The string at that place, as UTF-8."""
        return bytes(self._blob[self._offsets[index] : self._offsets[index + 1]])


class Lexicon(Strings):
    """Strings sorted by their UTF-8 bytes, which is the order of their code points."""

    __slots__ = ()

    def find(self, string: str) -> int | None:
        """The place of a string, or None."""
        place = self._left(string.encode())
        found = place < len(self) and self.encoded(place) == string.encode()
        return place if found else None

    def slice_of(self, prefix: str) -> range:
        """The places of all strings that start so."""
        encoded = prefix.encode()
        # 0xff never occurs in UTF-8, so it sorts after every continuation of the prefix.
        return range(self._left(encoded), self._left(encoded + b"\xff"))

    def _left(self, encoded: bytes) -> int:
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self.encoded(middle) < encoded:
                low = middle + 1
            else:
                high = middle
        return low


def blob_arrays(name: str, parts: Sequence[bytes]) -> dict[str, Array]:
    """The two arrays that hold byte strings, in the order given."""
    offsets = np.zeros(len(parts) + 1, np.int64)
    np.cumsum([len(part) for part in parts], out=offsets[1:])
    blob = np.frombuffer(b"".join(parts), np.uint8)
    return {f"{name}.blob": blob, f"{name}.offsets": narrow(offsets)}


def string_arrays(name: str, strings: Iterable[str]) -> dict[str, Array]:
    """The two arrays that hold strings, in the order given."""
    return blob_arrays(name, [string.encode() for string in strings])
