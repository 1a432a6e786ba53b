"""What speaks for and against a line being the byline of the article on its page."""

from collections.abc import Iterator
from dataclasses import dataclass

from searchapp.extract.bylinereader import MAX_WORDS, SEARCHED_LINES, Byline, BylineReader, Reading
from searchapp.extract.comments import comments_start
from searchapp.extract.gazetteer import Gazetteer
from searchapp.extract.layout import Layout

_MAX_LENGTH = 240
_MAX_NAME_WORDS, _MAX_DATED_WORDS = 10, 18
_TOP = 1_500
_BEFORE, _AFTER = 6, 14
_AROUND_DATE = 3
_RIGHT_BELOW, _FAR_BELOW, _FAR_ABOVE = 3, 25, 2
_BESIDE_DATE, _FAR_FROM_DATE = 2, 5
_SEVERAL = 3
_FULL_NAME, _LABEL_WORDS = 2, 5


@dataclass(frozen=True, slots=True)
class BylineCandidate:
    """A line that may be the byline, and the facts about it; `names` are its authors, folded."""

    byline: Byline
    names: frozenset[str]
    facts: tuple[str, ...]


def find_byline_candidates(
    layout: Layout, *, headline: int | None, dateline: int | None, gazetteer: Gazetteer
) -> list[BylineCandidate]:
    """The lines that may be the byline, in order; those without authors name an agency.

    What stands below the heading of the readers' comments is the readers'.
    """
    scope = _Scope(layout, headline, dateline)
    reader = BylineReader(layout, gazetteer, headline)
    readings = list(_iter_readings(reader, scope))
    sets = [_names(reading.byline) for _, reading in readings]
    distinct = {names for names in sets if names}
    return [
        BylineCandidate(
            reading.byline,
            names,
            (reading.kind, *scope.facts(place), *_crowd(names, distinct)),
        )
        for (place, reading), names in zip(readings, sets, strict=True)
    ]


def _iter_readings(reader: BylineReader, scope: "_Scope") -> Iterator[tuple[int, Reading]]:
    """The lines that read as bylines; those that one takes names from are not read again."""
    layout = scope.layout
    end = min(comments_start(layout, scope.headline), SEARCHED_LINES)
    read = 0
    for place, line in enumerate(layout.lines[:end]):
        if line.words > MAX_WORDS or len(line.text) > _MAX_LENGTH:
            continue
        reading = reader.cued(place)
        if not reading and not line.prose and line.start >= read and scope.holds(place):
            reading = reader.bare(place)
        if reading:
            read = reading.byline.spans[-1][1]
            yield place, reading


def _names(byline: Byline) -> frozenset[str]:
    return frozenset(author.value.casefold() for author in byline.authors)


def _crowd(names: frozenset[str], distinct: set[frozenset[str]]) -> tuple[str, ...]:
    """Whether several others are named too, as on a page of teasers."""
    others = sum(names.isdisjoint(other) for other in distinct)
    return ("several others named",) if others >= _SEVERAL else ()


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where lines stand as seen from the headline and the date."""

    layout: Layout
    headline: int | None
    dateline: int | None

    def holds(self, place: int) -> bool:
        """Whether a bare name can be the byline here."""
        lines = self.layout.lines
        line = lines[place]
        if line.words > (_MAX_DATED_WORDS if place in self.layout.dated else _MAX_NAME_WORDS):
            return False
        if line.closed:
            return False
        if self.headline is not None and -_BEFORE <= place - self.headline <= _AFTER:
            return True
        if self.dateline is not None and abs(place - self.dateline) <= _AROUND_DATE:
            return True
        return (place > 0 and lines[place - 1].prose) or self._is_described(place)

    def _is_described(self, place: int) -> bool:
        """Whether the next line says who it is: “Jane Doe”, then “Jane Doe writes …”.

        Or how to reach the author: “Email Jane Doe”.
        """
        if place + 1 >= len(self.layout.lines):
            return False
        line, following = self.layout.lines[place], self.layout.lines[place + 1]
        if line.words < _FULL_NAME or line.text not in following.text:
            return False
        more = following.words - line.words
        return following.text.startswith(f"{line.text} ") or (
            following.text.endswith(f" {line.text}") and more <= _LABEL_WORDS
        )

    def facts(self, place: int) -> Iterator[str]:
        if self.headline is not None:
            below = place - self.headline
            if 0 < below <= _RIGHT_BELOW:
                yield "right below the headline"
            elif below - self.layout.prose_between(self.headline, place) > _FAR_BELOW:
                yield "far below the headline"
            elif below < -_FAR_ABOVE:
                yield "far above the headline"
        if self.dateline is not None:
            distance = abs(place - self.dateline)
            if distance <= _BESIDE_DATE:
                yield "beside the date"
            elif distance > _FAR_FROM_DATE:
                yield "far from the date"
        if self._is_described(place):
            yield "described below"
        if place and self.layout.lines[place - 1].prose:
            yield "below a paragraph"
        if self.layout.lines[place].start <= _TOP:
            yield "at the top"
