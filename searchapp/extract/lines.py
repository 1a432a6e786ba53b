"""Lines of a text with the shape that tells prose, headings and buttons apart."""

import re
from typing import NamedTuple

_CLOSERS = "\"'”’»“‘)]} \t\u00a0"
_ENDINGS = frozenset("!?…。！？")
_CLOSING = _ENDINGS | frozenset(f"{_CLOSERS}.")
_PROSE_WORDS = 8
_LONG_WORDS = 32
# Scripts without spaces still have lines of many words; no European word is this long on average.
_CHARACTERS_PER_WORD = 15
_TAIL = 70
_LAST_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]$")
_ABBREVIATIONS = tuple("Inc. Corp. Co. Ltd. Jr. Sr. Bros. St. Nr. No.".split())
_ABBREVIATED_END = re.compile(r"\b(?:[A-Z]|Inc|Corp|Co|Ltd|Jr|Sr|Bros|St|Nr|No)\.$")
# Web pages glue words: “ByJane Doe” opens with “By”.
_OPENING = re.compile(r"\W{0,8}([^\W_][a-zß-öø-ÿ]+|\w{1,30})")


class Line(NamedTuple):
    """A line that is not blank, trimmed; offsets are code points into the text.

    `words` is how many words it has, `closed` means that it ends as a sentence does, `prose` that
    it reads as running text rather than as a heading, a label or a button. `opening` is its first
    word in small letters, empty if it begins otherwise. A tuple, because a page has hundreds.
    """

    start: int
    end: int
    text: str
    words: int
    closed: bool
    prose: bool
    opening: str


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank, in order."""
    lines = []
    start = 0
    for piece in text.split("\n"):
        bare = piece.strip()
        if bare:
            indent = 0 if piece[0] == bare[0] else len(piece) - len(piece.lstrip())
            lines.append(_build_line(start + indent, bare))
        start += len(piece) + 1
    return tuple(lines)


def _build_line(start: int, text: str) -> Line:
    length = len(text)
    words = max(text.count(" ") + 1, length // _CHARACTERS_PER_WORD)
    last = text[-1]
    closed = last in _CLOSING and _ends_sentence(text[-_TAIL:])
    opening = _OPENING.match(text)
    return Line(
        start,
        start + length,
        text,
        words,
        closed,
        words >= _LONG_WORDS or (closed and words >= _PROSE_WORDS),
        opening[1].lower() if opening else "",
    )


def _ends_sentence(tail: str) -> bool:
    last = tail[-1]
    if last in _ENDINGS:
        return True
    if last != ".":
        bare = (_LAST_BRACKET.sub("", tail) if last in ")]" else tail).rstrip(_CLOSERS)
        if not bare.endswith("."):
            return bare[-1:] in _ENDINGS
        tail = bare
    capital = "A" <= tail[-2:-1] <= "Z"
    return not ((capital or tail.endswith(_ABBREVIATIONS)) and _ABBREVIATED_END.search(tail))
