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
    pieces = _overlay(_line_zones(layout, overlays), overlays)
    return tuple(_join(pieces, layout.text))


def zone_at(passages: Sequence[Passage], offset: int) -> Zone:
    """The zone that holds `offset`; the body for an offset between passages."""
    return next(
        (passage.zone for passage in passages if passage.start <= offset < passage.end), Zone.BODY
    )


def _line_zones(
    layout: Layout, overlays: Sequence[tuple[int, int, Zone]]
) -> Iterator[tuple[int, int, Zone]]:
    """Each line with its zone; a long first paragraph is divided into lede and body."""
    taken = {layout.place_of(start) for start, _, zone in overlays if zone is not Zone.AGENCY_NOTE}
    lede = next(
        (
            place
            for place, line in enumerate(layout.lines)
            if line.prose and place not in layout.zones and place not in taken
        ),
        None,
    )
    for place, line in enumerate(layout.lines):
        if place == lede:
            middle = _lede_end(line)
            yield line.start, middle, Zone.LEDE
            if middle < line.end:
                yield middle, line.end, Zone.BODY
            continue
        zone = layout.zones.get(place)
        if zone is None:
            head = lede is not None and place < lede
            zone = Zone.DEBRIS if head and _is_debris(layout, place, line) else Zone.BODY
        yield line.start, line.end, zone


def _is_debris(layout: Layout, place: int, line: Line) -> bool:
    """Whether a line above the first paragraph is a date line, a trail or a lone word."""
    return layout.is_metadata(place) or (line.words <= _LONE_WORDS and not line.closed)


def _lede_end(line: Line) -> int:
    if len(line.text) <= _LEDE_MAX:
        return line.end
    end = _SENTENCE_END.search(line.text, _LEDE_MIN, _LEDE_MAX)
    return line.start + (end.end() if end else line.text.rfind(" ", 0, _LEDE_MAX) + 1 or _LEDE_MAX)


def _overlay(
    pieces: Iterable[tuple[int, int, Zone]], overlays: Sequence[tuple[int, int, Zone]]
) -> Iterator[tuple[int, int, Zone]]:
    """The pieces with the overlays cut out of them and put in their place."""
    waiting = list(reversed(overlays))
    position = 0
    for start, end, zone in pieces:
        start = max(start, position)
        while waiting and waiting[-1][0] < end:
            first, last, over = waiting.pop()
            if last <= position:
                continue
            first = max(first, position)
            if start < first:
                yield start, first, zone
            yield first, last, over
            position = start = last
        if start < end:
            yield start, end, zone
            position = end


def _join(pieces: Iterable[tuple[int, int, Zone]], text: str) -> Iterator[Passage]:
    """Neighbouring pieces of one zone as one passage; pieces trimmed, blank ones left out."""
    open_zone: Zone | None = None
    open_start = open_end = 0
    for start, end, zone in pieces:
        piece = text[start:end]
        bare = piece.strip()
        if not bare:
            continue
        first = start + len(piece) - len(piece.lstrip())
        last = first + len(bare)
        if zone is open_zone:
            open_end = last
            continue
        if open_zone is not None:
            yield Passage(zone=open_zone, start=open_start, end=open_end)
        open_zone, open_start, open_end = zone, first, last
    if open_zone is not None:
        yield Passage(zone=open_zone, start=open_start, end=open_end)
