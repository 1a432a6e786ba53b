"""Days in words, as people type them: “today”, “last 30 days”, “December 2022”, “30.12.2022”."""

import calendar
import re
from datetime import date, timedelta

Days = tuple[date, date]
"""The first and the last day of a stretch of days."""

_LAST = re.compile(r"(?:the )?(?:last|past) (\d{1,5}) (days?|weeks?)", re.ASCII)
_MONTH = re.compile(r"(?:(\d{1,2})\.? )?([a-z]+)\.? (\d{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2}),? (\d{4})", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", re.ASCII)
_SPANS = ("last ", "past ", "this ", "the last ", "the past ")


def days_of_words(text: str, today: date) -> Days | None:
    """The days that the words name, relative to `today`; None when they name none."""
    words = " ".join(text.casefold().split())
    try:
        return _relative(words, today) or _named(words)
    except (ValueError, OverflowError):
        return None


def is_stretch(text: str) -> bool:
    """Whether the words mean a whole stretch up to its end: “last year”, but not “yesterday”."""
    return " ".join(text.casefold().split()).startswith(_SPANS)


def _relative(words: str, today: date) -> Days | None:
    month = today.replace(day=1)
    before = month - timedelta(days=1)
    week = today - timedelta(days=today.weekday())
    known = {
        "today": lambda: (today, today),
        "yesterday": lambda: (today - timedelta(days=1),) * 2,
        "this week": lambda: (week, week + timedelta(days=6)),
        "last week": lambda: (week - timedelta(days=7), week - timedelta(days=1)),
        "this month": lambda: _month(today.year, today.month),
        "last month": lambda: _month(before.year, before.month),
        "this year": lambda: _year(today.year),
        "last year": lambda: _year(today.year - 1),
    }
    if words in known:
        first, last = known[words]()
        return first, last
    match = _LAST.fullmatch(words)
    if match is None or not int(match[1]):
        return None
    length = int(match[1]) * (7 if match[2].startswith("week") else 1)
    return today - timedelta(days=length - 1), today


def _named(words: str) -> Days | None:
    if match := _DOTTED.fullmatch(words):
        return (date(int(match[3]), int(match[2]), int(match[1])),) * 2
    if match := _MONTH_FIRST.fullmatch(words):
        name, day, year = match[1], match[2], match[3]
    elif match := _MONTH.fullmatch(words):
        day, name, year = match[1], match[2], match[3]
    else:
        return None
    month = _month_number(name)
    if month is None:
        return None
    return (date(int(year), month, int(day)),) * 2 if day else _month(int(year), month)


def _month_number(name: str) -> int | None:
    """The month of an English name or of the first letters of one, at least three."""
    found = (
        number
        for number in range(1, 13)
        if len(name) >= 3 and calendar.month_name[number].casefold().startswith(name)
    )
    return next(found, None)


def _month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _year(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)
