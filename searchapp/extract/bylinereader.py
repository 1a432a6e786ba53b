"""Reading single lines as bylines: after a cue, or a bare name by the headline or the date."""

import re
from dataclasses import dataclass

from searchapp.article import FacetValue, Mention, Zone
from searchapp.extract.authornames import is_known, is_likely
from searchapp.extract.authors import Name, Names
from searchapp.extract.bylinecues import find_cue, lone_cue
from searchapp.extract.bylinefields import FieldReader
from searchapp.extract.bylinesurroundings import (
    beside_date,
    ends_dateline,
    in_bibliography,
    is_repeated,
)
from searchapp.extract.gazetteer import Gazetteer
from searchapp.extract.layout import Layout

_BARE_WORDS = 10
_CLOSED_WORDS = 14
_SIGNED_WORDS = 8
_LABEL_WORDS = 5
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


class BylineReader:
    """Reads single lines of an article as bylines; each method gives None if a line is none."""

    def __init__(
        self, layout: Layout, gazetteer: Gazetteer, headline: int | None, dateline: int | None
    ) -> None:
        self._layout = layout
        self._fields = FieldReader(layout, gazetteer, headline)
        self._headline = headline
        self._dateline = dateline

    def cued(self, place: int) -> Byline | None:
        """The byline in a line that has a cue, or whose previous line is one."""
        return self._cued(place, only_worded=False)

    def signed(self, place: int) -> Byline | None:
        """The byline in a line with a cue that can stand far from the headline: “Posted by”."""
        return self._cued(place, only_worded=True)

    def _cued(self, place: int, *, only_worded: bool) -> Byline | None:
        layout = self._layout
        line = layout.lines[place]
        if line.closed and line.words > _CLOSED_WORDS:
            return None
        alone = lone_cue(layout.lines[place - 1].text) if place else None
        if alone and (alone.closing or not only_worded) and not line.text.endswith(":"):
            signed = (
                alone.worded
                or beside_date(self._layout, place)
                or beside_date(self._layout, place - 1)
            )
            found = self._fields.read(line.start, line.end, signed=signed, named=alone.worded)
            if found:
                return self._build(found, alone.text, place - 1, place)
        for start, end in self._fields.segments(place):
            dated = place in layout.dated and line.words <= _CLOSED_WORDS
            cue = find_cue(layout.text[start:end], dated=dated)
            if not cue or (only_worded and not (cue.closing and line.words <= _BARE_WORDS)):
                continue
            if in_bibliography(layout, place):
                return None
            signed = cue.worded or beside_date(self._layout, place)
            asked = _ASKED.search(layout.text, start, end) if cue.interview else None
            last = asked.start() if asked else end
            named = cue.worded or place in layout.dated or ends_dateline(layout, place)
            first = start + cue.names
            found = self._fields.read(first, last, signed=signed, named=named, strict=not cue.colon)
            if found:
                return self._build(found, cue.text, place, place)
        return None

    def bare(self, place: int) -> Byline | None:
        """The byline in a line of nothing but known names beside the headline or the date."""
        if place in (self._headline, self._dateline) and place not in self._layout.dated:
            return None
        distance = None if self._headline is None else place - self._headline
        menu = self._layout.zones.get(place) is Zone.DEBRIS
        by_headline = distance is not None and (
            (0 if menu else -2) <= distance <= 3
            or (3 < distance <= 6 and is_repeated(self._layout, place))
        )
        by_date = self._dateline is not None and abs(place - self._dateline) <= 2
        lines = self._layout.lines
        by_lede = distance is not None and 1 < distance <= 6 and lines[place - 1].prose
        if not (by_headline or by_date or by_lede):
            return None
        found = self._fields.bare_names(place, well=not (by_headline or by_date))
        return self._build(found, "", place, place) if found else None

    def described(self, place: int) -> Byline | None:
        """The author whose name is a line and begins or ends the next, as in a box about them.

        “Jane Doe”, then “Jane Doe writes about …” or “Email Jane Doe”.
        """
        lines = self._layout.lines
        line = lines[place]
        if not 2 <= line.words <= 5 or place + 1 >= len(lines):
            return None
        following = lines[place + 1]
        name, text = line.text, following.text
        begins = text.startswith(f"{name} ") and text[len(name) + 1].islower()
        ends = text.endswith(f" {name}") and following.words <= line.words + _LABEL_WORDS
        found = self._fields.bare_names(place, well=False) if begins or ends else None
        return self._build(found, "", place, place) if found else None

    def closing(self, place: int) -> Byline | None:
        """The byline with a cue right below running text, where an article may be signed."""
        lines = self._layout.lines
        line = lines[place]
        if not place or not lines[place - 1].prose or line.words > _SIGNED_WORDS or line.closed:
            return None
        cue = find_cue(line.text, dated=False)
        if not cue or (cue.worded and not cue.closing):
            return None
        found = self._fields.read(line.start + cue.names, line.end, signed=False, known=is_known)
        return self._build(found, cue.text, place, place) if found and found.authors else None

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
            found = self._fields.bare_names(place, well=False) if joined else None
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
