"""Choosing the day an article is from among the dates that stand in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from searchapp.article import Zone
from searchapp.extract.comments import comments_start
from searchapp.extract.datecues import (
    COMMENTED,
    NOT_PUBLISHED,
    PUBLISHED,
    UPDATED,
    closes_below,
    in_closing_sentence,
    in_dateline,
)
from searchapp.extract.datefields import DateField
from searchapp.extract.layout import Layout

_LEADING_LINES = 60
_LINE_START = 90
_LEADING_CUE = 45
_IN_PATH = re.compile(
    r"(?<!\d)(?P<year>1[6-9]\d\d|20\d\d)(?P<mark>[-_/.]?)(?P<month>0[1-9]|1[0-2]|"
    r"(?<=[/_.-])[1-9])(?P=mark)"
    r"(?P<day>0[1-9]|[12]\d|3[01]|(?<=[/_.-])[1-9])(?!\d)"
)
_ACCEPTED = 1.0
_ONLY_DAY = 1.5
_HINTED = 3.0
_MARGIN = 0.5
_MOST_TRIED = 12
_ALONE = 16
_TOP, _AWAY = 6, 3
_FAR, _FAR_AWAY = 45, 2.5
_CAPTION_WORDS = 4
_LISTED = 3
_BESIDE = 1.0


@dataclass(frozen=True, slots=True)
class FoundDate:
    """The day an article is from; offsets into the text, the same if it stands elsewhere."""

    day: date | None = None
    start: int = 0
    end: int = 0
    rule: str = ""
    place: int | None = None


@dataclass(frozen=True, slots=True)
class _Scored:
    score: float
    field: DateField
    rule: str
    place: int


def find_date(
    layout: Layout, *, headline: int | None, today: date | None, hint: date | None = None
) -> FoundDate:
    """The best date of the text: by its cue, its nearness to headline and top, its short line.

    Dates in prose are events, dates after `today` are announcements: neither is accepted. A date
    that says the same as `hint`, the article's address, is preferred. Of two days with as much in
    their favour none is taken, unless one stands below the other: then the later one is that of a
    change.
    """
    headline = layout.anchor(headline)
    scored = sorted(_score_all(layout, headline, hint), key=lambda found: -found.score)
    latest = today + timedelta(days=1) if today else date.max
    best: _Scored | None = None
    for found in scored[:_MOST_TRIED]:
        day = found.field.day
        if day is None or day > latest:
            continue
        if best is None:
            best, chosen, first = found, found, day
        elif found.score <= best.score - _MARGIN:
            break
        elif day != first:
            if not _is_paired(layout, best, found):
                return FoundDate()
            chosen, first = min((first, chosen), (day, found), key=lambda pair: pair[0])[::-1]
    if best is None:
        return FoundDate()
    field = chosen.field
    return FoundDate(first, field.start, field.end, chosen.rule, chosen.place)


def _is_paired(layout: Layout, one: _Scored, other: _Scored) -> bool:
    """Whether two dates stand one below the other, each alone on its line."""
    return abs(one.place - other.place) == 1 and all(
        len(layout.lines[found.place].text) - (found.field.end - found.field.start) <= _ALONE
        for found in (one, other)
    )


def find_date_in_path(path: str) -> date | None:
    """The day in a path or an address: “2019/08/02/title”, “2019-08-02-title.txt”."""
    for match in _IN_PATH.finditer(path[:1000]):
        try:
            return date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            continue
    return None


def _score_all(layout: Layout, headline: int | None, hint: date | None) -> Iterator[_Scored]:
    days = {field.isolated for fields in layout.dated.values() for field in fields}
    bonus = _ONLY_DAY if len(days) == 1 else 0.0
    comments = comments_start(layout, headline)
    for place, fields in layout.dated.items():
        for field in fields if place < comments else ():
            found = _score(layout, place, field, headline)
            if found and hint and field.day == hint:
                found = replace(found, score=found.score + _HINTED)
            if found and found.score + bonus >= _ACCEPTED:
                yield found


def _score(layout: Layout, place: int, field: DateField, headline: int | None) -> _Scored | None:
    line = layout.lines[place]
    before = _words_before(layout, place, field)
    if layout.zones.get(place) is Zone.CAPTION and len(before.split()) > _CAPTION_WORDS:
        return None
    if NOT_PUBLISHED.search(before) or _is_comment(layout, place, before):
        return None
    if line.prose or line.words > 24:
        return _score_in_prose(layout, place, field, before)
    cue = PUBLISHED.search(before)
    others = line.words - layout.text.count(" ", field.start, field.end) - 1
    score = 2.0 if others <= 4 else 1.0 if others <= 9 else -1.0
    if cue or _is_closed_below(layout, place, field):
        score += 2.5
    if UPDATED.search(before):
        score -= 0.5
    nearness = _nearness(layout, place, headline)
    if nearness < _BESIDE and _is_listed(layout, place, field):
        score -= 2
    score += nearness
    rule = f"date cue “{cue.group().strip(' :')}”" if cue else "date on a line of its own"
    return _Scored(score, field, rule, place)


def _words_before(layout: Layout, place: int, field: DateField) -> str:
    """What stands before a date on its line, or on a short line above if nothing does."""
    before = layout.text[max(layout.lines[place].start, field.start - 60) : field.start]
    if place == 0 or before.strip(" ,.("):
        return before
    above = layout.lines[place - 1]
    if above.words > 4 or "©" in above.text:
        return ""
    label = f"{above.text[-60:]} "
    # The last word of a menu is no label: “Events”, then the day.
    menu = layout.zones.get(place - 1) is Zone.DEBRIS
    return "" if menu and not (PUBLISHED.search(label) or UPDATED.search(label)) else label


def _is_comment(layout: Layout, place: int, before: str) -> bool:
    previous = layout.lines[place - 1].text[-60:] if place else ""
    return bool(COMMENTED.search(before) or COMMENTED.search(previous))


def _is_closed_below(layout: Layout, place: int, field: DateField) -> bool:
    following = place + 1
    return (
        following < len(layout.lines)
        and not layout.text[field.end : layout.lines[place].end].strip(" ,.")
        and closes_below(layout.lines[following].text)
    )


def _is_listed(layout: Layout, place: int, field: DateField) -> bool:
    """Whether three other days stand on lines close by, as in a list of other articles."""
    near = (
        other.isolated
        for neighbour in range(place - 6, place + 7)
        for other in layout.dated.get(neighbour, ())
    )
    return len({isolated for isolated in near if isolated != field.isolated}) >= _LISTED


def _score_in_prose(layout: Layout, place: int, field: DateField, before: str) -> _Scored | None:
    """A date in running text counts in its dateline, at its beginning and in a closing line."""
    line = layout.lines[place]
    after = layout.text[field.end : min(line.end, field.end + 50)]
    within = field.start - line.start
    if in_closing_sentence(before, after):
        return _Scored(2.2, field, "date in a closing line", place)
    leads = within == 0 and after[:1] in (" ", ":", "–", "-")
    bracketed = within == 1 and line.text[0] == "(" and after[:1] == ")"
    announced = 0 < within <= _LEADING_CUE and PUBLISHED.search(before)
    if (leads or bracketed or announced) and place < _LEADING_LINES:
        return _Scored(2.0, field, "date that a paragraph begins with", place)
    if within > _LINE_START or not in_dateline(before, after):
        return None
    return _Scored(2.5, field, "date in the dateline", place)


def _nearness(layout: Layout, place: int, headline: int | None) -> float:
    score = 0.0
    # Far above the headline, the first lines are the page's own: there stands today's date.
    if place < _TOP and (headline is None or place >= headline - _AWAY):
        score += 1.5
    if headline is not None:
        distance = place - headline
        if distance == 0:
            score -= 0.5
        elif -6 <= distance <= 10:
            score += 2.5 - abs(distance) * 0.2
        else:
            score -= abs(distance) / 60 if abs(distance) <= _FAR else _FAR_AWAY
    if layout.prose_follows(place):
        score += 1
    if layout.cue_near(place):
        score += 1
    if layout.zones.get(place) is Zone.DEBRIS:
        score -= 1
    return score
