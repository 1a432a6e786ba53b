"""Choosing the day an article is from among the dates that stand in it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from searchapp.extract.choice import shares, weigh
from searchapp.extract.datefacts import DateCandidate, find_date_candidates
from searchapp.extract.dateweights import DATE_WEIGHTS
from searchapp.extract.layout import Layout

_IN_PATH = re.compile(
    r"(?<!\d)(?P<year>1[6-9]\d\d|20\d\d)(?P<mark>[-_/.]?)(?P<month>0[1-9]|1[0-2]|"
    r"(?<=[/_.-])[1-9])(?P=mark)"
    r"(?P<day>0[1-9]|[12]\d|3[01]|(?<=[/_.-])[1-9])(?!\d)"
)
_ENOUGH = 0.45
"""The share of the evidence that the best day needs: below it, it is wrong too often."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """The day an article is from; offsets into the text, the same if it stands elsewhere."""

    day: date | None = None
    start: int = 0
    end: int = 0
    rule: str = ""
    place: int | None = None


def find_date(
    layout: Layout, *, headline: int | None, today: date | None, hint: date | None = None
) -> FoundDate:
    """The day that has most in its favour, if that is enough; see `dateweights`.

    Dates after `today` are announcements. A date that says the same as `hint`, the article's
    address, is preferred. Of two days on two lines, one below the other, the earlier is taken: the
    later is that of a change.
    """
    latest = today + timedelta(days=1) if today else date.max
    candidates = find_date_candidates(layout, layout.anchor(headline), latest=latest)
    if not candidates:
        return FoundDate()
    scored = [(candidate, _score(candidate, hint)) for candidate in candidates]
    share = shares((candidate.day, score) for candidate, score in scored)
    best, _ = max(scored, key=lambda pair: (share[pair[0].day], pair[1]))
    earlier = next((other for other in candidates if _is_changed(other, best)), None)
    enough = share[best.day] + (share[earlier.day] if earlier else 0.0) >= _ENOUGH
    if not enough:
        return FoundDate()
    chosen = earlier or best
    return FoundDate(chosen.day, chosen.field.start, chosen.field.end, chosen.rule, chosen.place)


def _score(candidate: DateCandidate, hint: date | None) -> float:
    score = weigh(candidate.facts, DATE_WEIGHTS)
    return score + DATE_WEIGHTS["same day in the address"] * (candidate.day == hint)


def _is_changed(one: DateCandidate, other: DateCandidate) -> bool:
    """Whether two dates stand one below the other by themselves, and `one` is the earlier."""
    return one.lone and other.lone and abs(one.place - other.place) == 1 and one.day < other.day


def find_date_in_path(path: str) -> date | None:
    """The day in a path or an address: “2019/08/02/title”, “2019-08-02-title.txt”."""
    for match in _IN_PATH.finditer(path[:1000]):
        try:
            return date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            continue
    return None
