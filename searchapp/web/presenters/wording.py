"""Days, moments, sizes and commands as people read them."""

import calendar
import re
from datetime import date, datetime

from searchapp.search.periods import period_label

_MONTHS, _SHORT_MONTHS = tuple(calendar.month_name), tuple(calendar.month_abbr)
_COMMAND = re.compile("`([^`]*)`")


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


def quote_commands(message: str) -> str:
    """A message in which commands stand in quotation marks, where a terminal has backticks."""
    return _COMMAND.sub(r"“\1”", message)
