"""Choosing the day an article is from among the dates that stand in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from searchapp.article import Zone
from searchapp.extract.datefields import DateField
from searchapp.extract.layout import Layout

_CUE = re.compile(
    r"\b(?:dated?|published|posted|publication|created|issued|written|first published|filed|"
    r"online|print|"
    r"datum|stand|veröffentlicht|erstellt|erschienen|geschrieben|gepostet|publiée?|posté|paru|"
    r"date de|"
    r"publicad[oa]|fecha|creado|pubblicat[oa]|data|geplaatst|gepubliceerd|(?:presse)?mitteilung|"
    r"press release)\b(?:\W+(?:on|am|le|el|il|op|by|von|vom|den)\b)?"
    r"(?:\W+\w+day|\W+\w+tag)?\W*$",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated?|modified|last (?:edited|changed|reviewed)|revised|aktualisiert|geändert|"
    r"bearbeitet|update|"
    r"mis(?:e)? à jour|modifié|actualizad[oa]|modificad[oa]|aggiornat[oa]|bijgewerkt|corrected|"
    r"retrieved|"
    r"accessed|abgerufen|zuletzt|änderung|edited|editiert)\b.{0,24}$",
    re.IGNORECASE,
)
_NOT_PUBLISHED = re.compile(
    r"(?:©|\(c\)|\b(?:copyright|since|seit|depuis|until|bis|born|geboren|available|expires?|"
    r"born on|termine?|wann|beginn|when|events?|joined|registriert|member|deadline|released?|"
    r"release date)\b)"
    r"\W{0,3}(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|wurde|est|fue|è stato)\b.{0,20}$", re.IGNORECASE)
_LEADING_LINES = 60
_COMMENT = re.compile(
    r"\b(?:says|said|wrote|schreibt|schrieb|sagt|sagte|meint|a écrit|dit|dice|ha scritto|\d+ "
    r"captures?)\W*"
    r"(?:am|on|um|le|at|el|il)?\W*$|@\w+\)?\s*$",
    re.IGNORECASE,
)
_CUE_WORD = re.compile(
    r"\b(?:posted|published|veröffentlicht|gepostet|publié|publicado|pubblicato)\b", re.I
)
_POSTED = re.compile(
    r"\b(?:entry|article|post|story|beitrag|artikel|eintrag|article|artículo|articolo)\b.{0,60}$",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^,?\s*(?:\([^()]{2,30}\)\s*)?[-–—:]")
_PLACE = re.compile(r"^(?:[^\W\d_a-z][\w.'’-]*[\s,/]+){1,6}\(?$")
_LINE_START = 90
_IN_PATH = re.compile(
    r"(?<!\d)(?P<year>1[6-9]\d\d|20\d\d)(?P<mark>[-_/.]?)(?P<month>0[1-9]|1[0-2]|"
    r"(?<=[/_.-])[1-9])(?P=mark)"
    r"(?P<day>0[1-9]|[12]\d|3[01]|(?<=[/_.-])[1-9])(?!\d)"
)
_ACCEPTED = 1.0
_ONLY_DAY = 1.5
_HINTED = 3.0
_MOST_TRIED = 5
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
    that says the same as `hint`, the article's address, is preferred.
    """
    headline = layout.anchor(headline)
    scored = sorted(_score_all(layout, headline, hint), key=lambda found: -found.score)
    latest = today + timedelta(days=1) if today else None
    for found in islice(scored, _MOST_TRIED):
        day = found.field.day
        if day and (latest is None or day <= latest):
            return FoundDate(day, found.field.start, found.field.end, found.rule, found.place)
    return FoundDate()


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
    for place, fields in layout.dated.items():
        for field in fields:
            found = _score(layout, place, field, headline)
            if found and hint and field.day == hint:
                found = replace(found, score=found.score + _HINTED)
            if found and found.score + bonus >= _ACCEPTED:
                yield found


def _score(layout: Layout, place: int, field: DateField, headline: int | None) -> _Scored | None:
    line = layout.lines[place]
    before = layout.text[max(line.start, field.start - 60) : field.start]
    if place and not before.strip(" ,.("):
        above = layout.lines[place - 1]
        before = f"{above.text[-60:]} " if above.words <= 4 and "©" not in above.text else ""
    cue = _CUE.search(before)
    if layout.zones.get(place) is Zone.CAPTION and len(before.split()) > _CAPTION_WORDS:
        return None
    if _NOT_PUBLISHED.search(before) or _is_comment(layout, place, before):
        return None
    if line.prose or line.words > 24:
        return _score_in_prose(layout, place, field, before)
    others = line.words - layout.text.count(" ", field.start, field.end) - 1
    score = 2.0 if others <= 4 else 1.0 if others <= 9 else -1.0
    if cue:
        score += 2.5
    if _UPDATED.search(before):
        score -= 1.5
    nearness = _nearness(layout, place, headline)
    if nearness < _BESIDE and _is_listed(layout, place, field):
        score -= 2
    score += nearness
    rule = f"date cue “{cue.group().strip(' :')}”" if cue else "date on a line of its own"
    return _Scored(score, field, rule, place)


def _is_comment(layout: Layout, place: int, before: str) -> bool:
    previous = layout.lines[place - 1].text[-60:] if place else ""
    return bool(_COMMENT.search(before) or _COMMENT.search(previous))


def _is_listed(layout: Layout, place: int, field: DateField) -> bool:
    """Whether two other days stand on lines close by, as in a list of other articles."""
    near = (
        other.isolated
        for neighbour in range(place - 6, place + 7)
        for other in layout.dated.get(neighbour, ())
    )
    return len({isolated for isolated in near if isolated != field.isolated}) >= _LISTED


def _score_in_prose(layout: Layout, place: int, field: DateField, before: str) -> _Scored | None:
    """A date in running text counts only in a dateline or in “This entry was posted on …”."""
    line = layout.lines[place]
    after = layout.text[field.end : min(line.end, field.end + 50)]
    if _CUE_WORD.search(before + after) and (_POSTED.search(before) or _WAS.search(before)):
        return _Scored(2.2, field, "date in a closing line", place)
    if field.start == line.start and after[:1] in (" ", ":", "–", "-") and place < _LEADING_LINES:
        return _Scored(2.0, field, "date that a paragraph begins with", place)
    dateline = _PLACE.match(before) and _DATELINE.match(after)
    if field.start - line.start > _LINE_START or not dateline:
        return None
    return _Scored(2.5, field, "date in the dateline", place)


def _nearness(layout: Layout, place: int, headline: int | None) -> float:
    score = 0.0
    if place < 6:
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
