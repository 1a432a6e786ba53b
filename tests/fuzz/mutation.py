"""Content made of other content: cut, doubled, spliced, with bits and bytes changed."""

import random
from collections.abc import Sequence

TOKENS: Sequence[bytes] = (
    *(bytes([byte]) for byte in (0x00, 0x0A, 0x0D, 0x1B, 0x22, 0x27, 0x5C, 0x7F, 0x80, 0xC0, 0xFF)),
    *(b'"', b"{", b"}", b"[", b"]", b",", b":", b"(", b")", b"<", b">", b"&", b"%", b"#", b"~"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xed\xa0\x80", b"\\ud800", b"\\u0000", b"&#x0;"),
    *(b"null", b"NaN", b"1e999", b"-1", b"99999999999999999999", b"---\n", b"<!--", b"-->", b"]]>"),
    *(b"<script>", b"</p>", b"<p>", b"<!doctype html>", b"date: ", b"By ", b"\n\n", b"\t", b"* "),
    "\u202e\u2066\u200d\u0301\U0001f468".encode(),
)
"""What formats, parsers and people's texts stumble over."""
MOST = 20_000
"""Bytes from which on content only shrinks: cases are many and small."""


def mutate(content: bytes, others: Sequence[bytes], sample: random.Random) -> bytes:
    """The content after one to six changes."""
    for _ in range(sample.randint(1, 6)):
        content = _change(content, others, sample)
    return content


def _change(content: bytes, others: Sequence[bytes], sample: random.Random) -> bytes:
    way = sample.randrange(6)
    if way == 0 or len(content) >= MOST:
        return _cut(content, sample)
    if way == 1:
        return _insert(content, sample.choice(TOKENS), sample)
    if way == 2:
        return _insert(content, sample.choice(TOKENS) * sample.randint(2, 300), sample)
    if way == 3 or not content:
        return _splice(content, sample.choice(others), sample)
    return _flip(content, sample)


def _cut(content: bytes, sample: random.Random) -> bytes:
    start, end = sorted(sample.randint(0, len(content)) for _ in range(2))
    return content[:start] + content[end:] if sample.random() < 0.7 else content[:end]


def _insert(content: bytes, token: bytes, sample: random.Random) -> bytes:
    place = sample.randint(0, len(content))
    return content[:place] + token + content[place:]


def _splice(content: bytes, other: bytes, sample: random.Random) -> bytes:
    start, end = sorted(sample.randint(0, len(other)) for _ in range(2))
    return _insert(content, other[start:end], sample)


def _flip(content: bytes, sample: random.Random) -> bytes:
    changed = bytearray(content)
    changed[sample.randrange(len(changed))] ^= 1 << sample.randrange(8)
    return bytes(changed)
