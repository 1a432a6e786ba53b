"""Read files that are one article each: raw and plain text, and the bytes of any other."""

import io
from collections.abc import Iterator

from searchapp.ingest.decode import decode
from searchapp.ingest.limits import Limits, format_size
from searchapp.ingest.records import Record, Refusal, Unreadable
from searchapp.ingest.sniff import SAMPLE, describe_binary


def read_document(stream: io.BufferedReader, limits: Limits) -> bytes:
    """All bytes of a file that is one article.

    Raises `Unreadable` if there are none, too many, or they are not text.
    """
    require_text(stream)
    content = stream.read(limits.document + 1)
    if len(content) > limits.document:
        raise Unreadable(too_large(limits))
    return content


def require_text(stream: io.BufferedReader) -> None:
    """Look at the start of a stream without using it up; raises `Unreadable` if it is not text."""
    sample = stream.peek(SAMPLE)[:SAMPLE]
    if not sample:
        raise Unreadable("is empty")
    if description := describe_binary(sample):
        raise Unreadable(f"is not text (it looks like {description})")


def too_large(limits: Limits) -> str:
    """The reason for an article that is larger than any article is."""
    return f"is larger than {format_size(limits.document)}, the most that one article may have"


def read_text(stream: io.BufferedReader, limits: Limits) -> Iterator[Record | Refusal]:
    """Raw or plain text: the file is the article, and says nothing about itself."""
    yield Record(fields={"text": decode(read_document(stream, limits))})
