"""Lines of a text with the shape that tells prose, headings and buttons apart."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\s][^\n]*")
_CLOSERS = "\"'”’»“‘)]} \t\u00a0"
_ENDINGS = ".!?…。！？"
_PROSE_WORDS = 8
_LONG_WORDS = 32
# Scripts without spaces still have lines of many words; no European word is this long on average.
_CHARACTERS_PER_WORD = 15
_TAIL = 70
_LAST_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]$")
_ABBREVIATION = 5
_ABBREVIATED_END = re.compile(r"(?:\b[A-Z]\.|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|St|Nr|No)\.)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, trimmed; offsets are code points into the text.

    `closed` means that it ends as a sentence does, `words` is how many words it has.
    """

    start: int
    end: int
    text: str
    words: int
    closed: bool

    @property
    def prose(self) -> bool:
        """Whether the line reads as running text rather than as a heading, a label or a button."""
        return self.words >= _LONG_WORDS or (self.closed and self.words >= _PROSE_WORDS)


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank, in order."""
    return tuple(
        [_build_line(match.start(), match.group().rstrip()) for match in _LINE.finditer(text)]
    )


def _build_line(start: int, text: str) -> Line:
    return Line(
        start,
        start + len(text),
        text,
        max(text.count(" ") + 1, len(text) // _CHARACTERS_PER_WORD),
        _ends_sentence(text[-_TAIL:]),
    )


def _ends_sentence(tail: str) -> bool:
    if tail.endswith((")", "]")):
        tail = _LAST_BRACKET.sub("", tail)
    bare = tail.rstrip(_CLOSERS)
    if bare[-1:] != ".":
        return bare != "" and bare[-1] in _ENDINGS
    return not _ABBREVIATED_END.search(bare, max(len(bare) - _ABBREVIATION, 0))
