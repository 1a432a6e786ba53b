"""Undoing hard line breaks, so that names broken over two lines are found."""

_MIN_LINES = 6
_MAX_WIDTH = 100
_MIN_MEDIAN = 35
_FULL = 0.6


def unwrap(text: str) -> str:
    """`text` with the line breaks inside paragraphs turned into spaces; every offset stays.

    A text counts as hard-wrapped if it has six lines or more, the 95th percentile of their lengths
    is at most 100 and the median is at least 35 and 60 % of that percentile. A line of 60 % of
    that length or more then runs on into the next one, unless the next one is blank or indented.
    """
    lines = text.split("\n")
    if len(lines) < _MIN_LINES:
        return text
    lengths = sorted(len(line) for line in lines if line and not line.isspace())
    if len(lengths) < 2:
        return text
    width = lengths[min(int(len(lengths) * 0.95), len(lengths) - 1)]
    median = lengths[len(lengths) // 2]
    if width > _MAX_WIDTH or median < _MIN_MEDIAN or median < width * _FULL:
        return text
    pieces: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        runs_on = len(line) >= width * _FULL and following != "" and not following[0].isspace()
        pieces += (line, " " if runs_on else "\n")
    pieces.pop()
    return "".join(pieces)
