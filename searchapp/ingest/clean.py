"""Text as the rest of the program may rely on it: NFC, "\\n" line ends, nothing invisible.

Sources: Unicode Standard Annexes 9 (bidirectional controls), 15 (NFC) and 31 (join controls).
"""

import re
import unicodedata

MOST_MARKS = 6
"""Combining marks kept on one letter: more than any language stacks, too few to flood a page."""


def _mark_class(first: int, last: int) -> str:
    """A regular expression class of the combining marks in a range of code points."""
    ranges: list[list[int]] = []
    for code in range(first, last):
        if unicodedata.category(chr(code)) in ("Mn", "Me") or unicodedata.combining(chr(code)):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "[" + "".join(f"{chr(start)}-{chr(end)}" for start, end in ranges) + "]"


def _flood_pattern(marks: str) -> re.Pattern[str]:
    return re.compile(f"({marks}{{{MOST_MARKS}}}){marks}+")


# What nothing here changes but NFC. Most articles hold nothing else, and are done with one search.
_UNCOMMON = re.compile(
    "[^\n\t -~\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20cf"
    "\u3001-\u3029\u3040-\u3098\u309b-\u3130\u3190-\u9fff\uac00-\ud7a3\U0001f300-\U0001faff]"
)
_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,500}(?:\x07|\x1b\\))")
_LINE_END = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028]")
_SPACE = re.compile("[\u1680\u2000-\u200a\u202f\u205f\u3000\u3164]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls
    "\xad\u034f\u061c\u180e\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff"  # invisible formatting
    "\u202a-\u202e\u2066-\u2069"  # bidirectional overrides and isolates
    "\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"  # non-characters and annotation marks
)
# Joiners matter in emoji sequences and in scripts whose letters change shape; elsewhere they only
# split words. U+200B separates words in scripts written without spaces.
_STRAY_JOINER = re.compile(
    "(?<![\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ua840-\ua8ff"
    "\u200d\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff])"
    "[\u200c\u200d]+"
)
_STRAY_ZERO_SPACE = re.compile("(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b+")
_STRAY_TAG = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+")
# Two patterns because re is ten times slower in classes that go beyond the basic plane.
_MARK_FLOOD = _flood_pattern(_mark_class(0x300, 0x10000))
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_ASTRAL_MARK_FLOOD = _flood_pattern(_mark_class(0x10000, 0x1E950))
_EMPTY_LINES = re.compile(r"\n{4,}")
_BLANKS = re.compile(r"\s+")


def clean_text(text: str) -> str:
    """Clean running text; its paragraphs and single line breaks stay.

    Lone surrogates become U+FFFD. Control characters, terminal escapes, bidirectional controls and
    zero-width characters that do not belong to a word or an emoji go. Cleaning twice is cleaning
    once.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    if _UNCOMMON.search(text):
        text = _drop_uncommon(text)
    elif not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = "\n".join([line.rstrip() for line in text.split("\n")])
    return _EMPTY_LINES.sub("\n\n\n", text).strip()


def clean_line(text: str) -> str:
    """Clean a name or a title: as `clean_text`, on one line, with single spaces."""
    return _BLANKS.sub(" ", clean_text(text)).strip()


def _drop_uncommon(text: str) -> str:
    """Drop or replace what is invisible, broken or a flood."""
    text = _LINE_END.sub("\n", _ANSI.sub("", text)).replace("\u2029", "\n\n")
    text = _INVISIBLE.sub("", _SPACE.sub(" ", _SURROGATE.sub("\ufffd", text)))
    if "\u200b" in text:
        text = _STRAY_ZERO_SPACE.sub("", text)
    if "\u200c" in text or "\u200d" in text:
        text = _STRAY_JOINER.sub("", text)
    if _ASTRAL.search(text):
        text = _STRAY_TAG.sub("", text)
    # Capped before composing, which sorts each run of marks in quadratic time, and again after it,
    # because it may write one mark as two.
    return _cap_marks(unicodedata.normalize("NFC", _cap_marks(text)))


def _cap_marks(text: str) -> str:
    text = _MARK_FLOOD.sub(r"\1", text)
    return _ASTRAL_MARK_FLOOD.sub(r"\1", text) if _ASTRAL.search(text) else text
