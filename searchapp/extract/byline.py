"""Finding who wrote an article: a cue, a bare name by the headline, a closing note."""

import re
from collections.abc import Iterable, Iterator

from searchapp.article import Zone
from searchapp.extract.agencies import AgencyNote
from searchapp.extract.authornames import is_plausible
from searchapp.extract.authors import read_names
from searchapp.extract.bylinereader import Byline, BylineReader, build_author
from searchapp.extract.comments import comments_start
from searchapp.extract.gazetteer import Gazetteer
from searchapp.extract.layout import Layout

__all__ = ["Byline", "find_byline"]

_HEAD = 1_500
_AFTER_HEADLINE, _BEFORE_HEADLINE = 14, 6
_AROUND_DATE = 4
_PROSE_PASSED = 2
_MAX_WORDS, _MAX_LENGTH = 30, 240
_SIGNED_LINES = 2_000

_RELATED = re.compile(
    r"^\W*(?:lesen sie|lies|read|mehr|more|related|lire|lea|leggi|das könnte|recommended)\b",
    re.IGNORECASE,
)


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
    lines with a cue near them and in the first 1,500 characters, bare names beside them, the
    closing note, “Posted by” and the like anywhere, a name that its own description follows, a
    byline that alone stands below running text.
    """
    headline = layout.anchor(headline)
    reader = BylineReader(layout, gazetteer, headline, dateline)
    end = comments_start(layout, headline)
    near = [place for place in _places_near(layout, headline, dateline) if place < end]
    near = list(_readable(layout, near))
    anywhere = range(min(end, _SIGNED_LINES))
    return (
        next(filter(None, map(reader.cued, near)), None)
        or next(filter(None, map(reader.bare, near)), None)
        or _reporters(layout, note, gazetteer)
        or next(filter(None, map(reader.signed, _readable(layout, anywhere))), None)
        or next(filter(None, map(reader.described, anywhere)), None)
        or _only(filter(None, map(reader.closing, anywhere)))
        or Byline()
    )


def _only(bylines: Iterable[Byline]) -> Byline | None:
    """The one byline that all say; None if they differ, as those of a page's teasers do."""
    found = list(bylines)
    names = {tuple(author.value for author in byline.authors) for byline in found}
    return found[0] if len(names) == 1 else None


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
    authors = tuple(build_author(name, Zone.AGENCY_NOTE, rule) for name in found.authors)
    return Byline(authors, found.agency) if authors else None
