"""Dates as they stand in a text: found by pattern, then read strictly by python-dateutil."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from dateutil import parser

from searchapp.extract.months import MONTHS

FIRST_YEAR, LAST_YEAR = 1600, 2100

_ENGLISH = (
    "January February March April May June July August September October November December".split()
)

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_DIGITS = re.compile(r"[0-9]+")
# Both are tried where a run of digits begins; what may not stand before them is looked at there.
_YEAR = re.compile(r"[12]\d{3}(?![\d%]|[.,]\d{3}|:\d)")
_SHORT = re.compile(r"\d{1,2}(?P<mark>[./])\d{1,2}(?P=mark)\d\d(?![\d./:]|-\d)")
_ISO = re.compile(r"\d{4}(?P<mark>[-/.])(?:0?[1-9]|1[0-2])(?P=mark)(?:0?[1-9]|[12]\d|3[01])(?!\d)")
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_BEFORE_NUMERIC = re.compile(
    r"(?<![\d_./:-])(?<!\b[^\W\d_])\d{1,2}(?P<mark>[./-])\s?\d{1,2}(?P=mark)\s?$"
)
_BEFORE_DAY_MONTH = re.compile(
    rf"(?<![\d.,:/]){_DAY}(?:st|nd|rd|th|er|º|ª|\.)?[ \u00a0-]?(?:of |de |di )?\s?"
    rf"(?P<month>{_MONTH})(?:\.?(?:,|[ \u00a0-]| de | del | d[’'])\s?|\.)$",
    re.IGNORECASE,
)
_BEFORE_MONTH_DAY = re.compile(
    rf"(?<![^\W\d_])(?P<month>{_MONTH})\.?[ \u00a0]?{_DAY}(?:st|nd|rd|th)?\s?[,.]?\s?$",
    re.IGNORECASE,
)
# “2023. május 12.”, “2023-May-12”
_AFTER_YEAR = re.compile(
    rf"\d{{4}}(?:\.? |-)(?P<month>{_MONTH})\.?[ -]{_DAY}(?!\d|:)", re.IGNORECASE
)
# Pages glue the time to the year: “May 12, 20235:43 PM”.
_GLUED_TIME = re.compile(r":[0-5]\d(?!\d)")
_GLUED_DIGITS = (5, 6)
_REACH = 36
# An archive names the same few thousand days again and again, and python-dateutil is slow.
_REMEMBERED = 8_192
_YEAR_DIGITS = 4
_EARLIEST = str(FIRST_YEAR)
_MONEY = ("$", "€", "£")
_MARKS = (".", "/")
_JOINTS = ("_", ".", "/", ":", "-")
_EPOCH_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?")
_EPOCH_MILLISECONDS = re.compile(r"\d{12,13}")
_FULL_YEAR = re.compile(r"\d{4}")
_GIVEN_LENGTH = 120
_DEFAULTS = (datetime(2000, 1, 1), datetime(2003, 5, 7))


@dataclass(frozen=True, slots=True)
class DateField:
    """A date found in a text; `isolated` and `dayfirst` are what python-dateutil is given."""

    start: int
    end: int
    isolated: str
    dayfirst: bool

    @property
    def day(self) -> date | None:
        """The calendar day, or None if the field is no day of the calendar."""
        return read_day(self.isolated, dayfirst=self.dayfirst)


def iter_fields(text: str, start: int, end: int, *, dayfirst: bool) -> Iterator[DateField]:
    """The complete dates (day, month and year) in `text[start:end]`, in order of their years.

    `dayfirst` is how 01/02/2023 is read; dotted dates always put the day first, ISO dates never.
    """
    runs = [found.span() for found in _DIGITS.finditer(text, start, end)]
    for first, last in runs:
        if last - first in _GLUED_DIGITS and _GLUED_TIME.match(text, last):
            last = first + _YEAR_DIGITS
        if last - first == _YEAR_DIGITS and (field := _read_year(text, first, last, dayfirst)):
            yield field
    for first, last in runs:
        if text[last : last + 1] in _MARKS and (field := _read_short(text, first, end, dayfirst)):
            yield field


def _read_year(text: str, start: int, end: int, dayfirst: bool) -> DateField | None:
    """The date whose year is the four digits `text[start:end]`."""
    if text[start : start + 1] not in "12" or text[start - 1 : start] in _MONEY:
        return None
    glued = text[end : end + 1].isdigit()
    if not (glued or _YEAR.match(text, start)) or text[start:end] < _EARLIEST:
        return None
    return _field_at(text, start, end, dayfirst)


def _read_short(text: str, start: int, end: int, dayfirst: bool) -> DateField | None:
    """The date with two digits for its year that begins at `start`."""
    short = _SHORT.match(text, start)
    if not short or short.end() > end:
        return None
    before = text[start - 1 : start]
    if before.isalnum() or before in _JOINTS:
        return None
    by_day = dayfirst or short["mark"] == "."
    return DateField(start, short.end(), short.group(), by_day)


def _field_at(text: str, start: int, end: int, dayfirst: bool) -> DateField | None:
    following = text[end : end + 1]
    if following in ("-", "/", "."):
        iso = _ISO.match(text, start)
        if iso and text[start - 1 : start] not in ("-", "/"):
            return DateField(start, iso.end(), iso.group().replace(iso["mark"], "-"), False)
    elif following in ("年", "년", " ") and (eastern := _EAST_ASIAN.match(text, start)):
        return DateField(start, eastern.end(), "-".join(eastern.groups()), False)
    reach = max(start - _REACH, 0)
    floor = max(reach, text.rfind("\n", reach, start) + 1)
    before = text[floor:start]
    if before[-1:] in ("/", ".", "-") or before[-2:-1] in (".", "/"):
        numeric = _BEFORE_NUMERIC.search(before)
        if numeric:
            isolated = re.sub(r"\s", "", numeric.group()) + text[start:end]
            by_day = dayfirst or numeric["mark"] != "/"
            return DateField(floor + numeric.start(), end, isolated, by_day)
    worded = _BEFORE_DAY_MONTH.search(before) or _BEFORE_MONTH_DAY.search(before)
    if worded:
        return _worded_field(worded, floor + worded.start(), end, text[start:end])
    if following in (" ", ".", "-") and (turned := _AFTER_YEAR.match(text, start)):
        return _worded_field(turned, start, turned.end(), text[start:end])
    return None


def _worded_field(found: re.Match[str], start: int, end: int, year: str) -> DateField | None:
    month = MONTHS.get(found["month"].lower())
    if month is None:
        return None
    return DateField(start, end, f"{found['day']} {_ENGLISH[month - 1]} {year}", True)


@lru_cache(maxsize=_REMEMBERED)
def read_day(isolated: str, *, dayfirst: bool) -> date | None:
    """The day that an isolated field names, or None.

    python-dateutil fills what is missing from a default: a field is complete only if two defaults
    that share no part give the same day.
    """
    try:
        days = {
            parser.parse(isolated, default=default, dayfirst=dayfirst, ignoretz=True).date()
            for default in _DEFAULTS
        }
    except (ValueError, OverflowError):
        return None
    day = days.pop()
    return day if not days and FIRST_YEAR <= day.year <= LAST_YEAR else None


def parse_given_date(given: str, *, dayfirst: bool) -> date | None:
    """The calendar day of a date that came as metadata, as written where it was written.

    Reads ISO 8601, RFC 822, dates in words, and seconds or milliseconds since 1970 (as UTC days).
    None if it names no single day between 1600 and 2100.
    """
    text = given.strip()[:_GIVEN_LENGTH]
    if _EPOCH_SECONDS.fullmatch(text):
        return _epoch_day(float(text))
    if _EPOCH_MILLISECONDS.fullmatch(text):
        return _epoch_day(int(text) / 1000)
    field = next(iter_fields(text, 0, len(text), dayfirst=dayfirst), None)
    if field:
        return field.day
    return read_day(text, dayfirst=dayfirst) if _FULL_YEAR.search(text) else None


def _epoch_day(seconds: float) -> date:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date()
