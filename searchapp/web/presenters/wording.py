"""Numbers, days and durations as people read them."""

import calendar
from datetime import date, datetime

from searchapp.search.periods import period_label

_MONTHS, _SHORT_MONTHS = tuple(calendar.month_name), tuple(calendar.month_abbr)


def number(value: int) -> str:
    """A whole number with its thousands apart: 12,345."""
    return f"{value:,}"


def articles(count: int) -> str:
    """ "1 article", "12,345 articles"."""
    return counted(count, "article", "articles")


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun in the right form."""
    return f"{number(count)} {one if count == 1 else many}"


def duration(milliseconds: float) -> str:
    """How long a search took: "under 1 ms", "12 ms", "1.4 s"."""
    if milliseconds < 1:
        return "under 1 ms"
    if milliseconds < 1000:
        return f"{milliseconds:.0f} ms"
    return f"{milliseconds / 1000:.1f} s"


def day_label(day: date) -> str:
    """A day as a person reads it: "30 December 2022"."""
    return period_label(day.isoformat())


def period_name(value: str, *, short: bool = False) -> str:
    """A period named within the next coarser one: "2022", "December" (short: "Dec"), "30"."""
    parts = value.split("-")
    if len(parts) == 2:
        return (_SHORT_MONTHS if short else _MONTHS)[int(parts[1])]
    return str(int(parts[-1]))


def moment_label(moment: datetime) -> str:
    """A day and time of day with its zone: "30 December 2022, 14:05 UTC"."""
    zone = moment.strftime(" %Z") if moment.tzinfo else ""
    return f"{day_label(moment.date())}, {moment:%H:%M}{zone}"


def size_label(size: int) -> str:
    """A number of bytes in the unit that keeps it short: "740 bytes", "1.2 MB"."""
    if size < 1000:
        return f"{size} bytes"
    amount = size / 1000
    for unit in ("kB", "MB", "GB"):
        if amount < 1000:
            return f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} TB"
