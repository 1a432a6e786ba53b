"""Periods of calendar days: half-open inside, inclusive on both ends for whoever types them."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from searchapp.errors import InvalidFilter
from searchapp.search.date_words import days_of_words, is_stretch

_MONTHS = tuple(calendar.month_name)
_PERIOD = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


class Level(StrEnum):
    """How fine a calendar period is."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"

    @property
    def finer(self) -> "Level":
        """The next finer level; a day has none and is its own."""
        return {Level.YEAR: Level.MONTH, Level.MONTH: Level.DAY}.get(self, Level.DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days from `start` up to but not including `end`; None leaves that side open."""

    start: date | None = None
    end: date | None = None

    @property
    def last_day(self) -> date | None:
        """The last day inside the period, which is what people type and read."""
        return self.end - timedelta(days=1) if self.end else None

    def contains(self, day: date) -> bool:
        """Whether `day` lies in the period."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlap(self, other: "Period") -> "Period":
        """The days that lie in both; without any, `start` is not before `end`."""
        starts = [start for start in (self.start, other.start) if start]
        ends = [end for end in (self.end, other.end) if end]
        return Period(start=max(starts, default=None), end=min(ends, default=None))


def parse_period(text: str) -> Period:
    """The period a calendar value names: "2022", "2022-12" or "2022-12-30".

    Raises InvalidFilter, naming the text, for anything else and for days that do not exist.
    """
    match = _PERIOD.fullmatch(text.strip())
    if match is None:
        raise _not_a_date(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        start = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise _not_a_date(text) from error
    return Period(start=start, end=_next_start(start, _level(month, day)))


def period_between(first: date, last: date) -> Period:
    """The days from one to another, both included."""
    return Period(start=first, end=_next_start(last, Level.DAY))


def parse_range(since: str | None, until: str | None, today: date | None = None) -> Period | None:
    """The period between two typed values, both inclusive; None when neither is given.

    A value is a calendar value or words (`date_words`), which count from `today`, the server's day
    unless it is given. “Last 30 days” and its like are a whole period when they stand alone.
    Raises InvalidFilter for values that are not dates and for ends that lie before their start.
    """
    if since and not until and is_stretch(since):
        until = since
    start = _typed_period(since, today).start if since else None
    end = _typed_period(until, today).end if until else None
    if start is None and end is None:
        return None
    if start and end and start >= end:
        raise InvalidFilter(f"The period from {since} to {until} ends before it starts.")
    return Period(start=start, end=end)


def canonical_value(text: str) -> str:
    """The one way of writing a calendar value: "2022-1" as "2022-01". Raises InvalidFilter."""
    start = parse_period(text).start
    assert start is not None
    return period_value(start, period_level(text))


def period_level(value: str) -> Level:
    """The level of a value that `parse_period` accepts."""
    return (Level.YEAR, Level.MONTH, Level.DAY)[value.strip().count("-")]


def period_value(day: date, level: Level) -> str:
    """The value of the calendar period of that level in which `day` lies."""
    return day.isoformat()[: {Level.YEAR: 4, Level.MONTH: 7, Level.DAY: 10}[level]]


def period_label(value: str) -> str:
    """How a person reads a calendar value: "2022", "December 2022", "30 December 2022"."""
    parts = value.strip().split("-")
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[int(parts[1])]
    day = f"{int(parts[2])} " if len(parts) == 3 else ""
    return f"{day}{month} {parts[0]}"


def parent_value(value: str) -> str | None:
    """The value of the next coarser period, or None for a year."""
    return value.rpartition("-")[0] or None


def _typed_period(text: str, today: date | None) -> Period:
    days = days_of_words(text, today or date.today())
    if days:
        return period_between(*days)
    if _PERIOD.fullmatch(text.strip()) is None:
        raise InvalidFilter(
            f"“{_shortened(text)}” is not a date. "
            "Write 2022, 2022-12, 2022-12-30, December 2022 or last 30 days."
        )
    return parse_period(text)


def _level(month: int | None, day: int | None) -> Level:
    if day is not None:
        return Level.DAY
    return Level.YEAR if month is None else Level.MONTH


def _next_start(start: date, level: Level) -> date | None:
    try:
        if level is Level.DAY:
            return start + timedelta(days=1)
        if level is Level.MONTH and start.month < 12:
            return start.replace(month=start.month + 1)
        return date(start.year + 1, 1, 1)
    except (ValueError, OverflowError):
        return None  # The calendar ends with 9999, so its last period stays open.


def _not_a_date(text: str) -> InvalidFilter:
    return InvalidFilter(f"“{_shortened(text)}” is not a date. Write 2022, 2022-12 or 2022-12-30.")


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
