"""Recognising what a web page left in an article's text: buttons, menus, notes, teasers."""

import re
from collections.abc import Sequence

from searchapp.extract.debriswords import (
    BUTTON_WORDS,
    BUTTONS,
    COUNTED_BUTTON,
    FOOTER,
    FOOTER_OPENINGS,
    NOTICE,
    NOTICE_SIGNS,
    TEASER_END,
    TEASER_LAST_WORDS,
    TEASERS,
)
from searchapp.extract.lines import Line
from searchapp.extract.signs import places_with

_BUTTON_WORDS, _BUTTON_LENGTH = 9, 80
_NOTICE_WORDS, _NOTICE_LENGTH = 45, 400
_FOOTER_START, _LAST_WORD = 4, 24
_LABEL_WORDS = 4
_EDGE_RUN = 4
_INNER_RUN = 8
_AROUND_WORDS = "()[]:|·•,.…»›→←+✓"
_DIGIT = re.compile(r"\d")


def is_button(line: Line) -> bool:
    """Whether a short line consists of the words of a page's controls: “Share”, “Log in”."""
    text = line.text
    if line.words > _BUTTON_WORDS or len(text) > _BUTTON_LENGTH:
        return False
    opening = line.opening
    if opening in BUTTONS and BUTTONS[opening].match(text):
        return True
    if opening[:1].isdigit():
        return COUNTED_BUTTON.match(text) is not None
    return all(word.strip(_AROUND_WORDS) in BUTTON_WORDS for word in text.lower().split())


def find_notices(lines: Sequence[Line]) -> set[int]:
    """The places of lines that are cookie notes, newsletter boxes or notes on rights."""
    short = {place: line.text for place, line in enumerate(lines) if _is_short(line)}
    return {place for place in places_with(NOTICE_SIGNS, short) if NOTICE.search(short[place])}


def is_teaser(line: Line) -> bool:
    """Whether a line is a link to another article, or a footer."""
    if not _is_short(line):
        return False
    text = line.text
    if line.opening in TEASERS and TEASERS[line.opening].match(text):
        return True
    return bool(
        (not line.closed and _ends_as_teaser(text) and TEASER_END.search(text[-40:]))
        or ((line.opening in FOOTER_OPENINGS or "©" in text[:_FOOTER_START]) and FOOTER.match(text))
    )


def _is_short(line: Line) -> bool:
    return line.words <= _NOTICE_WORDS and len(line.text) <= _NOTICE_LENGTH


def _ends_as_teaser(text: str) -> bool:
    return text[-_LAST_WORD:].rstrip(" >»→….").lower().endswith(TEASER_LAST_WORDS)


def find_menus(lines: Sequence[Line]) -> frozenset[int]:
    """The places of lines in a run of labels: menus, tag clouds, lists of links.

    A label has at most four words, no figures and no end of sentence. Four in a row are a menu
    before the first and after the last paragraph of running text, eight in between. A text without
    any running text has no menus: tables and lists are then its content.
    """
    prose = [place for place, line in enumerate(lines) if line.prose]
    if not prose:
        return frozenset()
    first, last = prose[0], prose[-1]
    found: set[int] = set()
    start = 0
    others = [place for place, line in enumerate(lines) if not _is_label(line)]
    for place in (*others, len(lines)):
        if place - start >= (_INNER_RUN if first < start < last else _EDGE_RUN):
            found.update(range(start, place))
        start = place + 1
    return frozenset(found)


def _is_label(line: Line) -> bool:
    return line.words <= _LABEL_WORDS and not line.closed and not _DIGIT.search(line.text)
