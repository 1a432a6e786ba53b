"""Tell from the first bytes whether a file is text at all, whatever its name says."""

import codecs

from searchapp.ingest.decode import detect_encoding

SAMPLE = 8192

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"%PDF-", "a PDF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x1f\x8b\x08", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "a Rich Text (RTF) document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"ID3\x02", "an MP3 recording"),
    (b"ID3\x03", "an MP3 recording"),
    (b"ID3\x04", "an MP3 recording"),
    (b"OggS\x00", "an Ogg recording"),
    (b"RIFF", "a sound, film or image file"),
)
# Text files do hold a stray NUL or escape now and then; only what is full of them is not text.
_CONTROLS = bytes({*range(0x00, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F})
_MOST_CONTROLS_IN_UTF8 = 0.3
_MOST_CONTROLS_ELSEWHERE = 0.05


def describe_binary(sample: bytes) -> str | None:
    """What a file that is not text looks like (“a PNG image”), or None if it looks like text."""
    for signature, name in _SIGNATURES:
        if sample.startswith(signature) and not (signature == b"RIFF" and b"\x00" not in sample):
            return name
    if sample[4:8] == b"ftyp":
        return "a film or sound file"
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return None
    start = sample[:SAMPLE]
    encoding = detect_encoding(start, whole=False)
    if encoding.startswith("utf-16"):
        return None
    most = _MOST_CONTROLS_IN_UTF8 if encoding.startswith("utf-8") else _MOST_CONTROLS_ELSEWHERE
    controls = len(start) - len(start.translate(None, _CONTROLS))
    return "binary content" if controls > most * len(start) else None
