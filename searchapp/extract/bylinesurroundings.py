"""What stands around a line that may be a byline: dates, a book's particulars."""

import re

from searchapp.extract.datecues import PUBLISHED
from searchapp.extract.layout import Layout

_NEAR = 4
_BOOK = re.compile(
    r"\W*(?:verlag|publisher|isbn\S*|seiten(?:zahl|anzahl)?|pages|éditeur|éditions?|editorial|"
    r"editore|originaltitel|genre)\s?:",
    re.IGNORECASE,
)


def in_bibliography(layout: Layout, place: int) -> bool:
    """Whether the lines around describe a book, whose author did not write the article."""
    around = layout.lines[max(place - _NEAR, 0) : place + _NEAR + 1]
    return any(":" in line.text and _BOOK.match(line.text) for line in around)


def beside_date(layout: Layout, place: int) -> bool:
    """Whether a date stands on the line or on the next one above or below that has words."""
    if not layout.dated:
        return False
    around = (_next_word(layout, place, -1), place, _next_word(layout, place, 1))
    return any(other in layout.dated and layout.is_metadata(other) for other in around)


def ends_dateline(layout: Layout, place: int) -> bool:
    """Whether lines say “Posted on”, a date, “by somebody”: one sentence broken in three."""
    day = _next_word(layout, place, -1)
    cue = _next_word(layout, day, -1)
    return (
        cue >= 0
        and layout.lines[place].words == 2
        and day in layout.dated
        and PUBLISHED.search(layout.lines[cue].text) is not None
    )


def _next_word(layout: Layout, place: int, step: int) -> int:
    """The place of the next line, up or down, that is more than a bar or a dot."""
    place += step
    while 0 <= place < len(layout.lines) and not any(map(str.isalnum, layout.lines[place].text)):
        place += step
    return place
