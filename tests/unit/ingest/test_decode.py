import codecs
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.ingest.decode import decode, open_text

TEXT = "Zürich – “Grüße” aus Köln, 5 €."
CASES = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with a mark": codecs.BOM_UTF8 + TEXT.encode(),
    "UTF-16 little-endian with a mark": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "UTF-16 big-endian with a mark": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "UTF-32 with a mark": TEXT.encode("utf-32"),
    "UTF-16 little-endian without a mark": TEXT.encode("utf-16-le"),
    "UTF-16 big-endian without a mark": TEXT.encode("utf-16-be"),
    "Windows-1252": TEXT.encode("cp1252"),
}


@pytest.mark.parametrize("content", CASES.values(), ids=CASES)
def test_western_text_is_read_whatever_it_was_written_in(content: bytes) -> None:
    assert decode(content) == TEXT
    with open_text(io.BufferedReader(io.BytesIO(content))) as text:
        assert text.read() == TEXT


def test_one_broken_byte_does_not_spoil_the_rest_of_a_utf8_text() -> None:
    assert decode("Grüße aus Zürich".encode() + b"\xff") == "Grüße aus Zürich\ufffd"


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("windows-1251", "Путин"),
        ("no-such-encoding", "Ïóòèí"),
        ("utf-7", "Ïóòèí"),
        ("base64", "Ïóòèí"),
        ("a\x00b", "Ïóòèí"),
    ],
)
def test_a_declared_encoding_counts_if_it_is_one(declared: str, expected: str) -> None:
    assert decode("Путин".encode("cp1251"), declared) == expected


def test_a_declared_encoding_does_not_overrule_valid_utf8() -> None:
    assert decode("Zürich".encode(), "iso-8859-1") == "Zürich"


def test_a_stream_cut_inside_a_letter_by_its_sample_is_still_utf8() -> None:
    content = ("a" + "ü" * 400_000).encode()
    with open_text(io.BufferedReader(io.BytesIO(content), 262_144)) as text:
        assert text.read() == content.decode()


@given(st.binary(max_size=200), st.none() | st.text(max_size=12))
def test_no_bytes_and_no_declaration_make_decoding_fail(content: bytes, declared: str) -> None:
    assert isinstance(decode(content, declared), str)
