"""The lines of an article with what stands on each: dates, byline cues, captions, debris."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from searchapp.article import Zone
from searchapp.extract.captions import find_agency_credits, is_caption
from searchapp.extract.datefields import DateField, iter_fields
from searchapp.extract.dateorder import settle_order
from searchapp.extract.debris import find_menus, find_notices, is_button, is_teaser
from searchapp.extract.lines import Line, split_lines

_DATED_REACH = 60_000
_CUE_OPENINGS = frozenset(
    "by von par por di door af av of from author authors autor autoren autorin auteur autore "
    "written posted published veröffentlicht publié publicado pubblicato ein".split()
)
_CUE_START = re.compile(
    r"^\W{0,4}(?:(?:by|von|par|por|di|door|af|av)\s+(?-i:[^\W\d_a-zß-öø-ÿ])|"
    r"(?:by|of|from|von|author|authors|autor|autoren|autorin|auteur|autore|written by|par|por|di|"
    r"door)\s?:|"
    r"(?:from|by) (?:our|the) |von (?:unser|der redaktion)|(?:written|posted|published|"
    r"veröffentlicht|publié|publicado|pubblicato|ein artikel)\b)",
    re.IGNORECASE,
)
_META_WORDS = 14
_NEAR = 4
# A page's title stands above its menu; an article's own headline is nearer to its text.
_OPENING, _OPENING_AT_TOP = 13, 8
_TITLE_WORDS = 4
_MOST_DATES = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """An article's lines; `dated` and `zones` are by place, for lines that have a date or zone.

    `zones` holds only captions and debris, which can be told from the line and its neighbours.
    `prose` and `metadata` are places in order: of running text, and of short lines with a date or
    a byline's cue; `cued` are the places of all lines that begin as a byline does.
    """

    text: str
    lines: tuple[Line, ...]
    dated: Mapping[int, tuple[DateField, ...]]
    zones: Mapping[int, Zone]
    prose: tuple[int, ...]
    metadata: tuple[int, ...]
    cued: Set[int]

    def place_of(self, offset: int) -> int:
        """The place of the line that holds `offset` or precedes it."""
        return max(bisect_right(self.lines, offset, key=lambda line: line.start) - 1, 0)

    def is_metadata(self, place: int) -> bool:
        """Whether a line is short and holds a date or a byline's cue."""
        return _stands_within(self.metadata, place, place)

    def cue_near(self, place: int) -> bool:
        """Whether a short line within two lines begins as a byline does."""
        return any(
            other in self.cued and self.lines[other].words <= _META_WORDS
            for other in range(place - 2, place + 3)
        )

    def metadata_near(self, place: int) -> bool:
        """Whether a line with a date or a byline stands within four lines."""
        return _stands_within(self.metadata, place - _NEAR, place - 1) or _stands_within(
            self.metadata, place + 1, place + _NEAR
        )

    def prose_follows(self, place: int) -> bool:
        """Whether running text begins within four lines."""
        return _stands_within(self.prose, place + 1, place + _NEAR + 1)

    def prose_between(self, first: int, last: int) -> int:
        """How many paragraphs of running text stand between two places."""
        return max(bisect_left(self.prose, last) - bisect_right(self.prose, first), 0)

    def anchor(self, headline: int | None) -> int | None:
        """`headline` if an article begins there, None for a page's title far away from it."""
        if headline is None:
            return None
        line = self.lines[headline]
        if headline and line.words >= _TITLE_WORDS and line.text in self.lines[0].text:
            return headline
        reach = _OPENING if headline else _OPENING_AT_TOP
        return headline if _stands_within(self.prose, headline + 1, headline + reach) else None


def build_layout(text: str, *, dayfirst: bool, hint: date | None = None) -> Layout:
    """Split an unwrapped text into lines and look at each once; `hint` is its address's day."""
    lines = split_lines(text)
    fields = [*iter_fields(text, 0, min(len(text), _DATED_REACH), dayfirst=dayfirst)]
    dated = _by_line(settle_order(fields, hint), lines)
    cued = frozenset(
        place
        for place, line in enumerate(lines)
        if line.opening in _CUE_OPENINGS and _CUE_START.match(line.text)
    )
    return Layout(
        text,
        lines,
        dated,
        _find_zones(lines),
        tuple([place for place, line in enumerate(lines) if line.prose]),
        tuple(sorted(p for p in cued.union(dated) if lines[p].words <= _META_WORDS)),
        cued,
    )


def _stands_within(places: Sequence[int], first: int, last: int) -> bool:
    """Whether one of the places, which are in order, is between `first` and `last`, both in."""
    index = bisect_left(places, first)
    return index < len(places) and places[index] <= last


def _by_line(
    fields: Sequence[DateField], lines: Sequence[Line]
) -> dict[int, tuple[DateField, ...]]:
    dated: dict[int, tuple[DateField, ...]] = {}
    starts = [line.start for line in lines] if fields else []
    for field in fields:
        place = bisect_right(starts, field.start) - 1
        found = dated.get(place, ())
        if len(found) < _MOST_DATES:
            dated[place] = (*found, field)
    return dated


def _find_zones(lines: tuple[Line, ...]) -> dict[int, Zone]:
    notices = find_notices(lines)
    credited = find_agency_credits(lines)
    zones = dict.fromkeys(find_menus(lines), Zone.DEBRIS)
    for place, line in enumerate(lines):
        if place in zones:
            continue
        if place in notices or is_button(line) or is_teaser(line):
            zones[place] = Zone.DEBRIS
        elif place in credited or is_caption(line):
            zones[place] = Zone.CAPTION
    return zones
