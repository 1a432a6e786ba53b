"""A segment of arrays as stock Whoosh knows segments."""

from io import UnsupportedOperation
from typing import Never

from whoosh.codec import base

from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.segment import Segment


class ArraySegment(base.Segment):  # type: ignore[misc]  # Whoosh has no types
    """A segment of arrays, with its removed documents, as Whoosh knows segments."""

    def __init__(self, codec: base.Codec, segment: Segment, alive: Mask) -> None:
        super().__init__(segment.name)
        self.segment = segment
        self._codec = codec
        self._dead = frozenset((~alive).nonzero()[0].tolist())

    def codec(self) -> base.Codec:
        """The codec that reads it."""
        return self._codec

    def doc_count_all(self) -> int:
        """How many documents there are, removed ones included."""
        return len(self.segment)

    def deleted_count(self) -> int:
        """How many documents are removed."""
        return len(self._dead)

    def deleted_docs(self) -> frozenset[int]:
        """The removed documents."""
        return self._dead

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is removed."""
        return docnum in self._dead

    def delete_document(self, docnum: int, delete: bool = True) -> Never:
        """Raises UnsupportedOperation."""
        raise read_only()

    def set_doc_count(self, doccount: int) -> Never:
        """Raises UnsupportedOperation."""
        raise read_only()


def read_only() -> UnsupportedOperation:
    """What to raise when Whoosh is asked to write."""
    return UnsupportedOperation(
        "The index is written by searchapp.engine.open_writer, not through Whoosh."
    )
