"""Dividing an article's text into zones, so that every word of it stands in exactly one."""

import re
from collections.abc import Iterable, Iterator, Sequence

from searchapp.article import Passage, Zone
from searchapp.extract.layout import Layout
from searchapp.extract.lines import Line

_LEDE_MIN, _LEDE_MAX = 200, 700
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]{0,2}(?=\s)")
_LONE_WORDS = 2

Span = tuple[int, int]
Piece = tuple[int, int, Zone]


def find_passages(
    layout: Layout,
    *,
    headline: Span | None,
    byline: Sequence[Span] = (),
    note: Span | None = None,
) -> tuple[Passage, ...]:
    """The zones of the whole text in order: the found spans, the rest of each line by its kind."""
    fixed = [(start, end, Zone.BYLINE) for start, end in byline]
    if headline:
        fixed.append((*headline, Zone.HEADLINE))
    if note:
        fixed.append((*note, Zone.AGENCY_NOTE))
    overlays = sorted(fixed)
    pieces = _overlay(_line_zones(layout, overlays), overlays, layout.text)
    return tuple(
        [Passage(zone=zone, start=start, end=end) for start, end, zone in _join(pieces)],
    )


def zone_at(passages: Sequence[Passage], offset: int) -> Zone:
    """The zone that holds `offset`; the body for an offset between passages."""
    return next(
        (passage.zone for passage in passages if passage.start <= offset < passage.end), Zone.BODY
    )


def _line_zones(layout: Layout, overlays: Sequence[Piece]) -> list[Piece]:
    """Each line with its zone; a long first paragraph is divided into lede and body."""
    taken = {layout.place_of(start) for start, _, zone in overlays if zone is not Zone.AGENCY_NOTE}
    zones, lines = layout.zones, layout.lines
    lede = next((p for p in layout.prose if p not in zones and p not in taken), None)
    if lede is None:
        return [(line.start, line.end, zones.get(p, Zone.BODY)) for p, line in enumerate(lines)]
    pieces = [
        (
            line.start,
            line.end,
            zones.get(place) or (Zone.DEBRIS if _is_debris(layout, place, line) else Zone.BODY),
        )
        for place, line in enumerate(lines[:lede])
    ]
    opening = lines[lede]
    middle = _lede_end(opening)
    pieces += _trim(layout.text, opening.start, middle, Zone.LEDE)
    pieces += _trim(layout.text, middle, opening.end, Zone.BODY)
    pieces += [
        (line.start, line.end, zones.get(place, Zone.BODY))
        for place, line in enumerate(lines[lede + 1 :], lede + 1)
    ]
    return pieces


def _is_debris(layout: Layout, place: int, line: Line) -> bool:
    """Whether a line above the first paragraph is a date line, a trail or a lone word."""
    return layout.is_metadata(place) or (line.words <= _LONE_WORDS and not line.closed)


def _lede_end(line: Line) -> int:
    if len(line.text) <= _LEDE_MAX:
        return line.end
    end = _SENTENCE_END.search(line.text, _LEDE_MIN, _LEDE_MAX)
    return line.start + (end.end() if end else line.text.rfind(" ", 0, _LEDE_MAX) + 1 or _LEDE_MAX)


def _overlay(pieces: Iterable[Piece], overlays: Sequence[Piece], text: str) -> Iterator[Piece]:
    """The pieces with the overlays cut out of them and put in their place, all of them trimmed."""
    waiting = list(reversed(overlays))
    following = waiting[-1][0] if waiting else len(text)
    position = 0
    for piece in pieces:
        start, end, zone = piece
        if position <= start and end <= following:
            yield piece
            continue
        start = max(start, position)
        while waiting and waiting[-1][0] < end:
            first, last, over = waiting.pop()
            if last <= position:
                continue
            first = max(first, position)
            if start < first:
                yield from _trim(text, start, first, zone)
            yield from _trim(text, first, last, over)
            position = start = last
        following = waiting[-1][0] if waiting else len(text)
        if start < end:
            yield from _trim(text, start, end, zone)
            position = end


def _trim(text: str, start: int, end: int, zone: Zone) -> Iterator[Piece]:
    """A piece without the blanks around it; none if it is blank."""
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(bare), zone


def _join(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbouring pieces of one zone as one."""
    zone: Zone | None = None
    start = end = 0
    for first, last, following in pieces:
        if following is not zone:
            if zone is not None:
                yield start, end, zone
            zone, start = following, first
        end = last
    if zone is not None:
        yield start, end, zone
