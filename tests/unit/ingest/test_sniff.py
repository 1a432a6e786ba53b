import random

import pytest

from searchapp.ingest.sniff import describe_binary

BINARY = {
    "a PNG image": b"\x89PNG\r\n\x1a\n\x00\x00",
    "a PDF document": b"%PDF-1.7\n",
    "a program": b"\x7fELF\x02\x01\x01",
    "a gzip file": b"\x1f\x8b\x08\x00",
    "a zip archive or an Office document": b"PK\x03\x04\x14\x00",
    "a film or sound file": b"\x00\x00\x00\x18ftypmp42",
    "binary content": random.Random(1).randbytes(4000),
}
TEXT = {
    "plain": b"A fire in Rome.",
    "a stray NUL": b"Hello\x00World",
    "Windows-1252": "Grüße – “Köln”".encode("cp1252"),
    "UTF-16": "Fire in Rome".encode("utf-16"),
    "UTF-16 without a mark": "Fire in Rome".encode("utf-16-le"),
    "Chinese": "习近平与普京会谈".encode(),
    "a word that starts like a signature": b"RIFFS and raffs, a column.",
    "a terminal's colours": b"\x1b[31mred\x1b[0m and more words",
}


@pytest.mark.parametrize(("expected", "sample"), BINARY.items(), ids=BINARY)
def test_binary_content_is_named_for_what_it_looks_like(expected: str, sample: bytes) -> None:
    assert describe_binary(sample) == expected


@pytest.mark.parametrize("sample", TEXT.values(), ids=TEXT)
def test_text_is_taken_for_text(sample: bytes) -> None:
    assert describe_binary(sample) is None
