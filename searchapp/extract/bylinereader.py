"""Reading single lines as bylines: after a cue, or a bare name by the headline or the date."""

import re
from dataclasses import dataclass

from searchapp.article import FacetValue, Mention, Zone
from searchapp.extract.authornames import is_known, is_likely
from searchapp.extract.authors import Name, Names
from searchapp.extract.bylinecues import Cue, find_cue, lone_cue, may_hold_cue
from searchapp.extract.bylinefields import FieldReader
from searchapp.extract.bylinesurroundings import (
    beside_date,
    ends_dateline,
    in_bibliography,
)
from searchapp.extract.gazetteer import Gazetteer
from searchapp.extract.layout import Layout

SEARCHED_LINES, MAX_WORDS = 2_000, 30
_CLOSED_WORDS = 14
_TITLE = 8
_NAME_WORDS = 4

_ASKED = re.compile(r"\s(?:mit|with|avec|con)\s")
_AND = re.compile(r"^(?:and|und|et|y|e|en|&|,)$", re.IGNORECASE)
_INITIALS = re.compile(r"^[^\W\d_a-z]{2,3}$")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote an article; `spans` are the lines that say so."""

    authors: tuple[FacetValue, ...] = ()
    agency: str | None = None
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A line read as a byline; `kind` says by what: a fact for `bylineweights`."""

    byline: Byline
    kind: str


class BylineReader:
    """Reads single lines of an article as bylines; each method gives None if a line is none."""

    def __init__(self, layout: Layout, gazetteer: Gazetteer, headline: int | None) -> None:
        self._layout = layout
        self._fields = FieldReader(layout, gazetteer, headline)
        self._headline = headline
        self._cues = {
            place
            for place, line in enumerate(layout.lines[:SEARCHED_LINES])
            if line.words <= (_CLOSED_WORDS if line.prose else MAX_WORDS) and may_hold_cue(line)
        }

    def cued(self, place: int) -> Reading | None:
        """The byline in a line that has a cue, or whose previous line is one."""
        line = self._layout.lines[place]
        if line.closed and line.words > _CLOSED_WORDS:
            return None
        alone = lone_cue(self._layout.lines[place - 1].text) if place - 1 in self._cues else None
        if alone and not line.text.endswith(":"):
            found = self._fields.read(line.start, line.end, signed=True, named=True)
            if found:
                return self._read(found, alone, place - 1, place)
        if place not in self._cues:
            return None
        for start, end in self._fields.segments(place):
            dated = place in self._layout.dated and line.words <= _CLOSED_WORDS
            cue = find_cue(self._layout.text[start:end], dated=dated)
            if cue and line.prose and not (cue.strong and cue.worded):
                return None
            if cue and in_bibliography(self._layout, place):
                return None
            found = self._after_cue(place, cue, start, end) if cue else None
            if cue and found:
                return self._read(found, cue, place, place)
        return None

    def _after_cue(self, place: int, cue: Cue, start: int, end: int) -> Names | None:
        """The names between a cue that stands at `start` of a field and the field's end."""
        layout, fields = self._layout, self._fields
        first = start + cue.names
        if cue.inside:
            if layout.lines[place].words > _CLOSED_WORDS:
                return None
            found = fields.read(first, end, signed=False, strict=False, known=is_known)
            begins = found and found.authors and found.authors[0].start - first <= _TITLE
            return found if begins else fields.leading_name(first, end)
        asked = _ASKED.search(layout.text, start, end) if cue.interview else None
        signed = cue.worded or beside_date(layout, place)
        named = cue.worded or place in layout.dated or ends_dateline(layout, place)
        last = asked.start() if asked else end
        found = fields.read(first, last, signed=signed, named=named, strict=not cue.colon)
        return found or fields.leading_name(first, last)

    def bare(self, place: int) -> Reading | None:
        """The byline in a line of nothing but known names, or that names beside a date begin."""
        if place == self._headline:
            return None
        if not self._fields.may_be_named(place):
            return None
        found = self._fields.bare_names(place)
        if not found and beside_date(self._layout, place):
            leading = (self._fields.leading_name(*span) for span in self._fields.segments(place))
            found = next(filter(None, leading), None)
        return self._read(found, None, place, place) if found else None

    def _read(self, found: Names, cue: Cue | None, first: int, last: int) -> Reading:
        byline = self._build(found, cue.text if cue else "", first, last)
        if not cue:
            return Reading(byline, "bare name")
        kind = "cue inside a line" if cue.inside else "strong cue" if cue.strong else "cue"
        return Reading(byline, kind)

    def _build(self, found: Names, cue: str, first: int, last: int) -> Byline:
        names = list(found.authors)
        last = self._extend(names, last)
        if not cue:
            first = self._extend_above(names, first)
        rule = f"byline cue “{cue}”" if cue else "name beside the headline or the date"
        authors = tuple(build_author(name, Zone.BYLINE, rule) for name in names)
        lines = self._layout.lines
        return Byline(authors, found.agency, ((lines[first].start, lines[last].end),))

    def _extend(self, names: list[Name], last: int) -> int:
        """Add the names of following lines joined by “and”, a comma or the authors' initials."""
        lines = self._layout.lines
        joined = lines[last].text.endswith((",", "&", " and", " und", " et", " y"))
        for place in range(last + 1, min(last + 12, len(lines))):
            text = lines[place].text
            if _AND.match(text) or _INITIALS.match(text):
                joined = True
                continue
            found = self._fields.bare_names(place) if joined else None
            if not found:
                break
            names += [name for name in found.authors if name.label not in {n.label for n in names}]
            last = place
            joined = text.endswith(",")
        return last

    def _extend_above(self, names: list[Name], first: int) -> int:
        """Add the name of the line above, with the authors' initials perhaps in between."""
        lines = self._layout.lines
        above = first - 1
        while above >= 0 and _INITIALS.match(lines[above].text):
            above -= 1
        if above < 0 or above == self._headline or lines[above].words > _NAME_WORDS:
            return first
        line = lines[above]
        found = self._fields.read(line.start, line.end, signed=False, known=is_likely)
        if not found or len(found.authors) != 1 or found.authors[0].end != line.end:
            return first
        name = found.authors[0]
        if name.label.isupper() or name.label in {known.label for known in names}:
            return first
        names.insert(0, name)
        return above


def build_author(name: Name, zone: Zone, rule: str) -> FacetValue:
    mention = Mention(zone=zone, start=name.start, end=name.end, rule=rule)
    return FacetValue(value=name.label, label=name.label, mentions=(mention,))
