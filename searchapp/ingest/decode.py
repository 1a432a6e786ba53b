"""Bytes to text, whatever they were written in, without ever failing.

A byte order mark decides; then UTF-16 by its NUL bytes, UTF-8 if it is valid, what the file itself
declares, UTF-8 with a few broken bytes (U+FFFD), and at last Windows-1252, which every archive of
the nineties has.
"""

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

SAMPLE = 262_144
"""Bytes looked at to tell what a stream holds."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FALLBACK = "cp1252"
_BEYOND_ASCII = re.compile("[^\x00-\x7f\ufffd]")


def decode(content: bytes, declared: str | None = None) -> str:
    """The text of a whole file. `declared` is the encoding the file claims, if it claims one."""
    return content.decode(detect_encoding(content, declared), "replace")


@contextmanager
def open_text(stream: io.BufferedReader) -> Iterator[io.TextIOWrapper]:
    """A text stream over `stream`, its encoding told from the first `SAMPLE` bytes.

    Line ends are not translated: a line ends at "\\n". `stream` stays its owner's to close.
    """
    encoding = detect_encoding(stream.peek(SAMPLE)[:SAMPLE], whole=False)
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="\n")
    try:
        yield text
    finally:
        text.detach()


def detect_encoding(sample: bytes, declared: str | None = None, *, whole: bool = True) -> str:
    """The name of a Python codec for `sample`; `whole` is False when the file goes on after it."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    if wide := _detect_utf16(sample[:4096]):
        return wide
    if _is_utf8(sample, whole):
        return "utf-8"
    if known := _known_encoding(declared):
        return known
    text = sample.decode("utf-8", "replace")
    if len(_BEYOND_ASCII.findall(text)) > text.count("\ufffd"):
        return "utf-8"
    return _FALLBACK


def _is_utf8(sample: bytes, whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, whole)
    except UnicodeDecodeError:
        return False
    return True


def _detect_utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: in western text every second byte is NUL."""
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _known_encoding(declared: str | None) -> str | None:
    """The codec for a declared name; what calls itself Latin-1 is read as Windows-1252 (WHATWG)."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
        "".encode(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    if name.startswith(("utf", "unicode", "raw", "idna", "punycode")):
        return None
    return _FALLBACK if name in ("iso8859-1", "ascii") else name
