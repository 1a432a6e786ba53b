"""The names in the parts of a line, apart from dates, bars and what follows the names."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from searchapp.article import Zone
from searchapp.extract.authornames import (
    NAME,
    clean_author,
    is_known,
    is_plausible,
    is_signature,
    is_well_known,
)
from searchapp.extract.authors import Name, Names, read_names
from searchapp.extract.gazetteer import Gazetteer
from searchapp.extract.layout import Layout

_BARE_WORDS = 10
_LONGEST_NAME = 60
_BEFORE_NAME = " ,–—-"
_TITLE = 8
_DASHES = " –—-"

_NAME_PARTS = re.compile(r"[^\W\d_][\w'’.-]*")
_JOINING_END = re.compile(r"\s+(?:and|und|et|y|e|&)\s*$")
_BAR = re.compile(r"[|•·\t]|//")
_SEGMENT = re.compile(r"(?:(?!//)[^|•·\t])+")
_STOP = re.compile(
    r"\s+[–—-]+(?:\s|$)|[–—-]+$|\s*[(\[<]|\s@|(?<!\w)\d|"
    r"\s+(?:on|am|le|el|il|op|um|unter|under|updated|published|posted|veröffentlicht|publié|"
    r"leave|no|(?:Updated|Published|Posted|Leave|Schreibe|Hinterlasse|Kommentare?n?|Comments?|"
    r"Ein Kommentar|"
    r"Lesezeit|Follow|Illustration(?:en)?|Fotos?|Photos?|Photographs))\b|\s(?:for|For|FOR|at|At) "
    r"(?:[Tt]he |THE )?[A-Z]"
)
# Nothing, a time of day or a number: “13:10 Uhr”, “12 min”.
_NO_NAME = re.compile(r"\W*(?:\d[\d:.h\s]*(?:uhr|min|[ap]\.?m\.?)?\W*)?$", re.IGNORECASE)


def _is_full_name(name: str, gazetteer: Gazetteer) -> bool:
    return " " in name and name[0].isupper() and is_plausible(name, gazetteer)


@dataclass(frozen=True, slots=True)
class FieldReader:
    """Reads the fields of an article's lines as lists of authors."""

    layout: Layout
    gazetteer: Gazetteer
    headline: int | None

    def segments(self, place: int) -> Iterator[tuple[int, int]]:
        """The parts of a line between bars and dots, without its dates."""
        line = self.layout.lines[place]
        dates = [(field.start, field.end) for field in self.layout.dated.get(place, ())]
        cuts = [line.start, *(edge for span in sorted(dates) for edge in span), line.end]
        for first, last in zip(cuts[::2], cuts[1::2], strict=True):
            last = max(first, last)
            if not _BAR.search(self.layout.text, first, last):
                # A dash stands between date and name, or before a signature: “— Jane Doe”.
                first += len(rest := self.layout.text[first:last]) - len(rest.lstrip(_DASHES))
                if not _NO_NAME.match(self.layout.text, first, last):
                    yield first, last
                continue
            for match in _SEGMENT.finditer(self.layout.text, first, last):
                if not _NO_NAME.match(match.group()):
                    yield match.span()

    def read(
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
        text = self.layout.text
        stop = _STOP.search(text, start, end)
        last = stop.start() if stop else end
        joining = _JOINING_END.search(text, start, last)
        last = joining.start() if joining else last

        def accept(name: str) -> bool:
            if known(name, self.gazetteer):
                return True
            marked = named or not name.islower() or not name.isalpha()
            return signed and marked and is_signature(name, self.gazetteer)

        found = read_names(text, start, last, accept=accept, gazetteer=self.gazetteer)
        if not (found.authors or found.agency):
            return None
        if strict and not found.clean:
            if not (named and self._is_explained(found, start)):
                return None
            found = replace(found, authors=found.authors[:1])
        full = tuple(name for name in found.authors if " " in name.label)
        return replace(found, authors=full) if full else found

    def may_be_named(self, place: int) -> bool:
        """Whether a known first name or an initial is among the words of a line."""
        first_names = self.gazetteer.first_names
        return any(
            word in first_names or word[1:2] == "." or (word.isupper() and len(word) > 1)
            for word in _NAME_PARTS.findall(self.layout.lines[place].text)
        )

    def leading_name(self, start: int, end: int) -> Names | None:
        """The known name that a field begins with, whatever follows: “Jane Doe Politics”."""
        field = self.layout.text[start : min(end, start + _LONGEST_NAME)]
        start += len(field) - len(field.lstrip(_BEFORE_NAME))
        words = field.lstrip(_BEFORE_NAME).split(" ")
        for count in (3, 2):
            name = " ".join(words[:count]).rstrip(",;:")
            if len(words) > count and NAME.fullmatch(name) and is_well_known(name, self.gazetteer):
                return Names((Name(clean_author(name), start, start + len(name)),))
        return None

    def bare_names(self, place: int) -> Names | None:
        """The authors of a line of nothing but known names."""
        layout = self.layout
        line = layout.lines[place]
        if line.closed or layout.zones.get(place) is Zone.CAPTION:
            return None
        segments = list(self.segments(place))
        if not segments or any(layout.text.count(" ", *span) > 4 for span in segments[1:]):
            return None
        start, end = segments[0]
        if layout.text.count(" ", start, end) > _BARE_WORDS:
            return None
        if layout.text[end : end + 1] in ("(", "[") or ";" in layout.text[start:end]:
            return None
        stop = _STOP.search(layout.text, start, end)
        if stop and layout.text.count(" ", stop.end(), end) > 2:
            return None
        found = self._known_names(start, end)
        if not found or not found.authors or (found.agency and "/" in line.text):
            return None
        if any(layout.text[name.start : name.end].islower() for name in found.authors):
            return None
        subject = layout.lines[self.headline].text if self.headline is not None else ""
        return None if any(name.label in subject for name in found.authors) else found

    def _known_names(self, start: int, end: int) -> Names | None:
        """The authors in a field of names only, of which the first is known: others may be rare."""
        found = self.read(start, end, signed=False, strict=False, known=is_known)
        if not found or found.clean:
            return found
        every = self.read(start, end, signed=False, known=_is_full_name)
        same = every and found.authors[:1] == every.authors[:1]
        return every if same else None

    def _is_explained(self, found: Names, start: int) -> bool:
        """Whether a field begins with a known name and a comma: what follows says who that is."""
        if not found.authors:
            return False
        name = found.authors[0]
        comma = self.layout.text[name.end : name.end + 1] == ","
        return comma and name.start - start <= _TITLE and is_known(name.label, self.gazetteer)
