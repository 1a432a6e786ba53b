"""What speaks for and against a date being the day of publication."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from searchapp.article import Zone
from searchapp.extract.comments import comments_start
from searchapp.extract.datecues import (
    COMMENTED,
    COMMENTED_ABOVE,
    ENDS_RANGE,
    NOT_PUBLISHED,
    PUBLISHED,
    UPDATED,
    closes_below,
    in_closing_sentence,
    in_dateline,
)
from searchapp.extract.datefields import DateField
from searchapp.extract.layout import Layout

_MOST = 200
_DASHES = ("-", "–", "—")
_LONG = 24
_ALONE, _FEW = 1, 4
_LONE_LETTERS = 16
_LINE_START = 90
_LEADING_CUE = 45
_CAPTION_WORDS = 4
_AROUND, _CHANGED_NEAR = 6, 3
_NEXT, _NEAR_BELOW, _NEAR_ABOVE, _FAR_BELOW = 1, 3, 6, 25
_SOME_PARAGRAPHS = 2


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date that may be the day of publication, the facts about it, and its rule in words.

    `lone` means that hardly anything else stands on its line.
    """

    day: date
    field: DateField
    place: int
    facts: tuple[str, ...]
    rule: str
    lone: bool


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date with its line and what stands before and after it there."""

    day: date
    field: DateField
    place: int
    before: str
    after: str

    @property
    def changed(self) -> bool:
        return UPDATED.search(self.before) is not None


def find_date_candidates(
    layout: Layout, headline: int | None, *, latest: date = date.max
) -> list[DateCandidate]:
    """The dates up to `latest` that may be the day of publication, in the order of their lines.

    Dates of events in running text, of readers' comments, of births, deadlines and copyrights are
    none, nor is that of a change beside an earlier one.
    """
    dated = list(_iter_dated(layout, headline, latest))
    places = [one.place for one in dated]
    first = min((p for p in layout.dated if headline is not None and p > headline), default=None)
    found = []
    for one in dated:
        around = _between(dated, places, one.place, _AROUND)
        own = _own_facts(layout, one)
        if own is None or _is_change(one, _between(dated, places, one.place, _CHANGED_NEAR)):
            continue
        facts = (*own[0], *_place_facts(layout, one.place, headline, first))
        others = len({other.day for other in around if not other.changed} - {one.day})
        if others != 1:
            facts += ("other days near" if others else "no other day near",)
        letters = len(layout.lines[one.place].text) - (one.field.end - one.field.start)
        lone = letters <= _LONE_LETTERS
        found.append(DateCandidate(one.day, one.field, one.place, facts, own[1], lone))
    return found


def _iter_dated(layout: Layout, headline: int | None, latest: date) -> Iterator[_Dated]:
    comments = comments_start(layout, headline)
    places = [place for place in sorted(layout.dated) if place < comments]
    fields = [(place, field) for place in places for field in layout.dated[place]]
    for place, field in fields[:_MOST]:
        day = field.day
        if day and day <= latest:
            line = layout.lines[place]
            after = layout.text[field.end : min(line.end, field.end + 50)]
            yield _Dated(day, field, place, _words_before(layout, place, field), after)


def _between(dated: list[_Dated], places: list[int], place: int, reach: int) -> list[_Dated]:
    return dated[bisect_left(places, place - reach) : bisect_right(places, place + reach)]


def _is_change(one: _Dated, around: list[_Dated]) -> bool:
    """Whether a date is that of a change, and an earlier one stands beside it."""
    return one.changed and any(other.day < one.day and not other.changed for other in around)


def _own_facts(layout: Layout, one: _Dated) -> tuple[tuple[str, ...], str] | None:
    """The facts about a date on its line, and the rule in words; None for another matter's date."""
    line, before = layout.lines[one.place], one.before
    above = layout.lines[one.place - 1].text[-60:] if one.place else ""
    caption = layout.zones.get(one.place) is Zone.CAPTION
    if caption and len(before.split()) > _CAPTION_WORDS:
        return None
    if before.rstrip()[-1:] in _DASHES and ENDS_RANGE.search(before):
        return None
    commented = COMMENTED_ABOVE if one.field.start == line.start else COMMENTED
    if NOT_PUBLISHED.search(before) or commented.search(before) or COMMENTED_ABOVE.search(above):
        return None
    cue = PUBLISHED.search(before)
    if line.prose or line.words > _LONG:
        rule = _rule_in_prose(layout, one, announced=cue is not None)
        return (("published",) if cue or "closing" in rule else (), rule) if rule else None
    facts = ["published"] if cue or _is_closed_below(layout, one) else []
    others = line.words - layout.text.count(" ", one.field.start, one.field.end) - 1
    if others <= _FEW:
        facts.append("alone" if others <= _ALONE else "few words")
    rule = f"date cue “{cue.group().strip(' :')}”" if cue else "date on a line of its own"
    return tuple(facts), rule


def _rule_in_prose(layout: Layout, one: _Dated, *, announced: bool) -> str:
    """Where in running text a date of publication stands; empty for an event's date."""
    line = layout.lines[one.place]
    within = one.field.start - line.start
    if in_closing_sentence(one.before, one.after):
        return "date in a closing line"
    leads = within == 0 and one.after[:1] in (" ", ":", "–", "-")
    bracketed = within == 1 and line.text[0] == "(" and one.after[:1] == ")"
    if leads or bracketed or (announced and 0 < within <= _LEADING_CUE):
        return "date that a paragraph begins with"
    if within <= _LINE_START and in_dateline(one.before, one.after):
        return "date in the dateline"
    return ""


def _is_closed_below(layout: Layout, one: _Dated) -> bool:
    following = one.place + 1
    return (
        following < len(layout.lines)
        and not one.after.strip(" ,.")
        and closes_below(layout.lines[following].text)
    )


def _place_facts(
    layout: Layout, place: int, headline: int | None, first: int | None
) -> Iterator[str]:
    """Where a line stands: seen from the headline, or else from the running text.

    `first` is the first line below the headline that has a date.
    """
    prose = layout.prose
    if headline is None:
        if prose and place <= prose[0]:
            yield "before the text"
        return
    if place < headline:
        if headline - place <= _NEXT:
            yield "right above the headline"
        elif headline - place > _NEAR_ABOVE:
            yield "far above the headline"
        return
    below = place - headline
    passed = layout.prose_between(headline, place)
    if below <= _NEAR_BELOW:
        yield "right below the headline" if below <= _NEXT else "near below the headline"
    elif below - passed > _FAR_BELOW:
        yield "far below the headline"
    if place == first:
        yield "first date below the headline"
    if passed <= 0:
        yield "before the first paragraph"
    elif passed > _SOME_PARAGRAPHS:
        yield "after several paragraphs"


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
