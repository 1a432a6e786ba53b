"""The lines of an article with what stands on each: dates, byline cues, captions, debris."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from searchapp.article import Zone
from searchapp.extract.captions import is_caption
from searchapp.extract.datefields import DateField, iter_fields
from searchapp.extract.debris import find_menus, is_button, is_notice
from searchapp.extract.lines import Line, split_lines

_DATED_REACH = 30_000
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
    """

    text: str
    lines: tuple[Line, ...]
    dated: Mapping[int, tuple[DateField, ...]]
    zones: Mapping[int, Zone]

    def place_of(self, offset: int) -> int:
        """The place of the line that holds `offset` or precedes it."""
        return max(bisect_right(self.lines, offset, key=lambda line: line.start) - 1, 0)

    def is_metadata(self, place: int) -> bool:
        """Whether a line is short and holds a date or a byline's cue."""
        line = self.lines[place]
        return line.words <= _META_WORDS and (place in self.dated or self.has_cue(place))

    def has_cue(self, place: int) -> bool:
        """Whether a line begins as a byline does."""
        return bool(_CUE_START.match(self.lines[place].text))

    def cue_near(self, place: int) -> bool:
        """Whether a line within two lines begins as a byline does."""
        around = range(max(place - 2, 0), min(place + 3, len(self.lines)))
        return any(
            self.lines[other].words <= _META_WORDS and self.has_cue(other) for other in around
        )

    def metadata_near(self, place: int) -> bool:
        """Whether a line with a date or a byline stands within four lines."""
        around = range(max(place - _NEAR, 0), min(place + _NEAR + 1, len(self.lines)))
        return any(other != place and self.is_metadata(other) for other in around)

    def prose_follows(self, place: int) -> bool:
        """Whether running text begins within four lines."""
        return any(line.prose for line in self.lines[place + 1 : place + _NEAR + 2])

    def anchor(self, headline: int | None) -> int | None:
        """`headline` if an article begins there, None for a page's title far away from it."""
        if headline is None:
            return None
        line = self.lines[headline]
        if headline and line.words >= _TITLE_WORDS and line.text in self.lines[0].text:
            return headline
        reach = _OPENING if headline else _OPENING_AT_TOP
        following = self.lines[headline + 1 : headline + 1 + reach]
        return headline if any(line.prose for line in following) else None


def build_layout(text: str, *, dayfirst: bool) -> Layout:
    """Split an unwrapped text into lines and look at each once."""
    lines = split_lines(text)
    starts = [line.start for line in lines]
    dated: dict[int, tuple[DateField, ...]] = {}
    for field in iter_fields(text, 0, min(len(text), _DATED_REACH), dayfirst=dayfirst):
        place = bisect_right(starts, field.start) - 1
        fields = dated.get(place, ())
        if len(fields) < _MOST_DATES:
            dated[place] = (*fields, field)
    return Layout(text, lines, dated, _find_zones(lines))


def _find_zones(lines: tuple[Line, ...]) -> dict[int, Zone]:
    zones = dict.fromkeys(find_menus(lines), Zone.DEBRIS)
    for place, line in enumerate(lines):
        if place in zones:
            continue
        if is_button(line) or is_notice(line):
            zones[place] = Zone.DEBRIS
        elif is_caption(line.text, line.words):
            zones[place] = Zone.CAPTION
    return zones
