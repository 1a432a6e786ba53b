"""Byte strings, each deflated by itself with a dictionary that they share.

Short texts alone hardly shrink; with a preset dictionary (RFC 1950, 2.2) of texts like them they
shrink about as much as in one piece, and any one of them is still read without the others.
"""

import zlib

import numpy as np

from searchapp.engine.storage.arrays import Array, ArrayFile
from searchapp.engine.storage.lexicon import Strings, blob_arrays

DICTIONARY_SIZE = 32_000
_SAMPLE_SIZE = 4 * DICTIONARY_SIZE
_LEVEL = 4
_RAW = -zlib.MAX_WBITS
"""Deflate without a header and checksum of its own: the file has one."""


class BlobWriter:
    """Collects byte strings; without a dictionary it takes its own from the first of them."""

    def __init__(self, dictionary: bytes | None = None) -> None:
        self._sample: list[bytes] = []
        self._sample_size = 0
        self._compressed: list[bytes] = []
        self._dictionary = b""
        self._ready = False
        if dictionary:
            self._begin(dictionary)

    def add(self, blob: bytes) -> None:
        """Take the next byte string in."""
        if self._ready:
            self._compressed.append(self.deflate(blob))
            return
        self._sample.append(blob)
        self._sample_size += len(blob)
        if self._sample_size >= _SAMPLE_SIZE:
            self._begin(b"".join(self._sample)[-DICTIONARY_SIZE:])

    def arrays(self, name: str) -> dict[str, Array]:
        """The arrays that hold them, in order. Few and short ones do without a dictionary."""
        if not self._ready:
            self._begin(b"")
        return {
            f"{name}.dictionary": np.frombuffer(self._dictionary, np.uint8),
            **blob_arrays(name, self._compressed),
        }

    def deflate(self, blob: bytes) -> bytes:
        """A byte string as it is stored, once there is a dictionary."""
        deflating = self._fresh.copy()
        return deflating.compress(blob) + deflating.flush()

    def _begin(self, dictionary: bytes) -> None:
        self._ready = True
        self._dictionary = dictionary
        # Taking a dictionary in is most of the work for a short text: it is done once.
        self._fresh = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, zdict=dictionary)
        self._compressed = [self.deflate(blob) for blob in self._sample]
        self._sample = []


class Blobs:
    """The byte strings that a `BlobWriter` stored under a name."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.dictionary = file[f"{name}.dictionary"].tobytes()
        self.compressed = Strings(file, name)

    def __getitem__(self, place: int) -> bytes:
        """The byte string at a place."""
        inflating = zlib.decompressobj(_RAW, zdict=self.dictionary)
        return inflating.decompress(self.compressed.encoded(place))
