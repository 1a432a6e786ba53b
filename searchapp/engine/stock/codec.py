"""The index as stock Whoosh reads it: a codec over the segments' arrays.

Whoosh's own Searcher, queries and scoring work on the very files that `evaluation` reads. That
makes it the reference for tests, and the way out of this engine. The schema is that of
`build_schema` with one stored field more, `article`. Fields are analysed, lengths and statistics
are exact, and removed documents count in statistics until their segment is written anew, in both.

Whoosh wants some trees put another way to say the same; see `query`. Nothing can be written
through the codec, and no pickle and no table of contents is read.
"""

from pathlib import Path
from typing import Any, Never

from whoosh.codec import base
from whoosh.fields import STORED, Schema
from whoosh.reading import EmptyReader, MultiReader, SegmentReader
from whoosh.searching import Searcher

from searchapp.engine.stock.array_documents import ArrayDocuments
from searchapp.engine.stock.array_segment import ArraySegment, read_only
from searchapp.engine.stock.array_terms import ArrayTermsReader
from searchapp.engine.stock.names import ARTICLE
from searchapp.engine.stock.weighting import StockWeighting
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.schema import build_schema


def open_whoosh(index: IndexReader | Path) -> Searcher:
    """A stock Searcher over an open generation, or over the folder of one.

    Documents have the numbers that `IndexReader` gives them. Raises IndexDamaged or IndexOutdated
    for a folder that cannot be used.
    """
    reader = IndexReader(index) if isinstance(index, Path) else index
    schema = build_schema()
    schema.add(ARTICLE, STORED())
    codec = ArrayCodec(schema)
    readers, base_number = [], 0
    for segment in reader.segments:
        alive = reader.columns.alive[base_number : base_number + len(segment)]
        readers.append(SegmentReader(None, schema, ArraySegment(codec, segment, alive)))
        base_number += len(segment)
    if len(readers) > 1:
        return Searcher(MultiReader(readers), weighting=StockWeighting())
    reader_of_one = readers[0] if readers else EmptyReader(schema)
    return Searcher(reader_of_one, weighting=StockWeighting())


class ArrayCodec(base.Codec):  # type: ignore[misc]  # Whoosh has no types
    """Reads postings and documents from segments of arrays."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def terms_reader(self, storage: None, segment: ArraySegment) -> ArrayTermsReader:
        """The terms of a segment and their postings."""
        return ArrayTermsReader(segment.segment, self._schema)

    def per_document_reader(self, storage: None, segment: ArraySegment) -> ArrayDocuments:
        """What a segment has by document."""
        return ArrayDocuments(segment)

    def per_document_writer(self, storage: None, segment: ArraySegment) -> Never:
        """Raises UnsupportedOperation."""
        raise read_only()

    def field_writer(self, storage: None, segment: ArraySegment) -> Never:
        """Raises UnsupportedOperation."""
        raise read_only()

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> Never:
        """Raises UnsupportedOperation."""
        raise read_only()

    def new_segment(self, storage: None, indexname: str) -> Never:
        """Raises UnsupportedOperation."""
        raise read_only()
