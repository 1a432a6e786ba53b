"""Finding who wrote an article: a cue, a bare name by the headline, a closing note."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from searchapp.article import FacetValue, Mention, Zone
from searchapp.extract.agencies import AgencyNote
from searchapp.extract.authors import (
    Name,
    Names,
    is_known,
    is_plausible,
    is_signature,
    is_well_known,
    read_names,
)
from searchapp.extract.bylinecues import find_cue, lone_cue
from searchapp.extract.gazetteer import Gazetteer
from searchapp.extract.layout import Layout

_HEAD = 1_500
_AFTER_HEADLINE, _BEFORE_HEADLINE = 14, 6
_AROUND_DATE = 4
_PROSE_PASSED = 2
_MAX_WORDS, _MAX_LENGTH = 30, 240
_BARE_WORDS = 10
_CLOSED_WORDS = 14
_SIGNED_LINES = 2_000

_SEGMENT = re.compile(r"(?:(?!//)[^|•·\t])+")
_STOP = re.compile(
    r"\s+[–—-]+(?:\s|$)|[–—-]+$|\s*[(\[<]|\s@|(?<!\w)\d|"
    r"\s+(?:on|am|le|el|il|op|um|unter|under|updated|published|posted|veröffentlicht|publié|"
    r"leave|no|(?:Updated|Published|Posted|Leave|Schreibe|Hinterlasse|Kommentare?n?|Comments?|"
    r"Ein Kommentar|"
    r"Lesezeit|Follow|Illustration(?:en)?|Fotos?|Photos?|Photographs))\b|\s(?:for|For|FOR|at|At) "
    r"(?:[Tt]he |THE )?[A-Z]"
)
_ASKED = re.compile(r"\s(?:mit|with|avec|con)\s")
_AND = re.compile(r"^(?:and|und|et|y|e|en|&|,)$", re.IGNORECASE)
_INITIALS = re.compile(r"^[^\W\d_a-z]{2,3}$")
_RELATED = re.compile(
    r"^\W*(?:lesen sie|lies|read|mehr|more|related|lire|lea|leggi|das könnte|recommended)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote an article; `spans` are the lines that say so."""

    authors: tuple[FacetValue, ...] = ()
    agency: str | None = None
    spans: tuple[tuple[int, int], ...] = ()


def find_byline(
    layout: Layout,
    *,
    headline: int | None,
    dateline: int | None,
    note: AgencyNote | None,
    gazetteer: Gazetteer,
) -> Byline:
    """The authors and the agency that an article names.

    `headline` and `dateline` are the places of the lines that hold them. Tried in this order:
    lines with a cue near them and in the first 1,500 characters, bare names beside them, “Posted
    by” and the like anywhere, a name that its own description follows, the closing note.
    """
    headline = layout.anchor(headline)
    reader = _Reader(layout, gazetteer, headline, dateline)
    near = list(_readable(layout, _places_near(layout, headline, dateline)))
    anywhere = range(min(len(layout.lines), _SIGNED_LINES))
    return (
        next(filter(None, map(reader.cued, near)), None)
        or next(filter(None, map(reader.bare, near)), None)
        or _reporters(layout, note, gazetteer)
        or next(filter(None, map(reader.signed, _readable(layout, anywhere))), None)
        or next(filter(None, map(reader.described, anywhere)), None)
        or Byline()
    )


def _places_near(layout: Layout, headline: int | None, dateline: int | None) -> Iterator[int]:
    """Places in the order of trust: by the headline, by the date, the rest of the beginning."""
    last = len(layout.lines)
    if headline is not None:
        prose = 0
        for place in range(headline + 1, min(headline + 1 + _AFTER_HEADLINE, last)):
            prose += layout.lines[place].prose
            if prose > _PROSE_PASSED or _RELATED.match(layout.lines[place].text):
                break
            yield place
        yield from range(headline - 1, max(headline - 1 - _BEFORE_HEADLINE, -1), -1)
    if dateline is not None:
        yield from range(max(dateline - _AROUND_DATE, 0), min(dateline + _AROUND_DATE + 1, last))
    yield from range(min(layout.place_of(_HEAD) + 1, last))


def _readable(layout: Layout, places: Iterable[int]) -> Iterator[int]:
    seen: set[int] = set()
    for place in places:
        line = layout.lines[place]
        if place not in seen and line.words <= _MAX_WORDS and line.end - line.start <= _MAX_LENGTH:
            seen.add(place)
            yield place


class _Reader:
    """Reads single lines as bylines."""

    def __init__(
        self, layout: Layout, gazetteer: Gazetteer, headline: int | None, dateline: int | None
    ) -> None:
        self._layout = layout
        self._gazetteer = gazetteer
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
            signed = alone.worded or self._beside_date(place)
            found = self._read(line.start, line.end, signed=signed, named=alone.worded)
            if found:
                return self._build(found, alone.text, place - 1, place)
        for start, end in self._segments(place):
            dated = place in layout.dated and line.words <= _CLOSED_WORDS
            cue = find_cue(layout.text[start:end], dated=dated)
            if not cue or (only_worded and not (cue.closing and line.words <= _BARE_WORDS)):
                continue
            signed = cue.worded or self._beside_date(place)
            asked = _ASKED.search(layout.text, start, end) if cue.interview else None
            last = asked.start() if asked else end
            named = cue.worded or place in layout.dated
            first = start + cue.names
            found = self._read(first, last, signed=signed, named=named, strict=not cue.colon)
            if found:
                return self._build(found, cue.text, place, place)
        return None

    def bare(self, place: int) -> Byline | None:
        """The byline in a line of nothing but known names beside the headline or the date."""
        if place in (self._headline, self._dateline) and place not in self._layout.dated:
            return None
        distance = None if self._headline is None else place - self._headline
        menu = self._layout.zones.get(place) is Zone.DEBRIS
        by_headline = distance is not None and (0 if menu else -2) <= distance <= 3
        by_date = self._dateline is not None and abs(place - self._dateline) <= 2
        lines = self._layout.lines
        by_lede = distance is not None and 1 < distance <= 6 and lines[place - 1].prose
        if not (by_headline or by_date or by_lede):
            return None
        found = self._bare_names(place, well=not (by_headline or by_date))
        return self._build(found, "", place, place) if found else None

    def described(self, place: int) -> Byline | None:
        """The author whose name is a line and begins the next: “Jane Doe”, “Jane Doe writes …”."""
        lines = self._layout.lines
        line = lines[place]
        if not 2 <= line.words <= 5 or place + 1 >= len(lines):
            return None
        following = lines[place + 1].text
        if not following.startswith(f"{line.text} ") or not following[len(line.text) + 1].islower():
            return None
        found = self._bare_names(place, well=False)
        return self._build(found, "", place, place) if found else None

    def _bare_names(self, place: int, *, well: bool) -> Names | None:
        layout = self._layout
        line = layout.lines[place]
        if line.words > _BARE_WORDS or line.closed or layout.zones.get(place) is Zone.CAPTION:
            return None
        segments = list(self._segments(place))
        if not segments or any(layout.text.count(" ", *span) > 4 for span in segments[1:]):
            return None
        start, end = segments[0]
        if layout.text[end : end + 1] in ("(", "[") or ";" in layout.text[start:end]:
            return None
        stop = _STOP.search(layout.text, start, end)
        if stop and layout.text.count(" ", stop.end(), end) > 2:
            return None
        found = self._read(start, end, signed=False, known=is_well_known if well else is_known)
        if not found or not found.authors or (found.agency and "/" in line.text):
            return None
        if any(layout.text[name.start : name.end].islower() for name in found.authors):
            return None
        subject = layout.lines[self._headline].text if self._headline is not None else ""
        return None if any(name.label in subject for name in found.authors) else found

    def _segments(self, place: int) -> Iterator[tuple[int, int]]:
        """The parts of a line between bars and dots, without its dates."""
        line = self._layout.lines[place]
        dates = [(field.start, field.end) for field in self._layout.dated.get(place, ())]
        cuts = [line.start, *(edge for span in sorted(dates) for edge in span), line.end]
        for first, last in zip(cuts[::2], cuts[1::2], strict=True):
            for match in _SEGMENT.finditer(self._layout.text, first, max(first, last)):
                if match.group().strip(" ,;:–—-"):
                    yield match.span()

    def _beside_date(self, place: int) -> bool:
        dated = self._layout.dated
        return any(
            other in dated and self._layout.is_metadata(other)
            for other in (place - 1, place, place + 1)
        )

    def _read(
        self,
        start: int,
        end: int,
        *,
        signed: bool,
        named: bool = False,
        strict: bool = True,
        known: Callable[[str, Gazetteer], bool] = is_plausible,
    ) -> Names | None:
        """Names in a field. `strict` wants nothing but names, `known` decides what is one, and a
        `signed` field may hold a single word, even a plain one if it is `named` as the author's."""
        text = self._layout.text
        stop = _STOP.search(text, start, end)
        last = stop.start() if stop else end

        def accept(name: str) -> bool:
            if known(name, self._gazetteer):
                return True
            marked = named or not name.islower() or not name.isalpha()
            return signed and marked and is_signature(name, self._gazetteer)

        found = read_names(text, start, last, accept=accept, gazetteer=self._gazetteer)
        if not (found.authors or found.agency) or (strict and not found.clean):
            return None
        full = tuple(name for name in found.authors if " " in name.label)
        return replace(found, authors=full) if full else found

    def _build(self, found: Names, cue: str, first: int, last: int) -> Byline:
        names = list(found.authors)
        last = self._extend(names, last)
        rule = f"byline cue “{cue}”" if cue else "name beside the headline or the date"
        authors = tuple(_build_author(name, Zone.BYLINE, rule) for name in names)
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
            found = self._bare_names(place, well=False) if joined else None
            if not found:
                break
            names += [name for name in found.authors if name.label not in {n.label for n in names}]
            last = place
            joined = text.endswith(",")
        return last


def _build_author(name: Name, zone: Zone, rule: str) -> FacetValue:
    mention = Mention(zone=zone, start=name.start, end=name.end, rule=rule)
    return FacetValue(value=name.label, label=name.label, mentions=(mention,))


def _reporters(layout: Layout, note: AgencyNote | None, gazetteer: Gazetteer) -> Byline | None:
    """The reporters of a closing note: “(Reporting by Jane Doe; Editing by …)”."""
    if not note or not note.reporters:
        return None

    def accept(name: str) -> bool:
        return " " in name and is_plausible(name, gazetteer)

    start = note.reporters_start
    end = start + len(note.reporters)
    found = read_names(layout.text, start, end, accept=accept, gazetteer=gazetteer)
    rule = "closing note “Reporting by”"
    authors = tuple(_build_author(name, Zone.AGENCY_NOTE, rule) for name in found.authors)
    return Byline(authors, found.agency) if authors else None
