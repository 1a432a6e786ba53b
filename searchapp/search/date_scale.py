"""How fine the dates of a request are listed, and between which days."""

from dataclasses import dataclass

from searchapp.search.facets import NONE, Facet
from searchapp.search.periods import Level, Period, parse_period, period_level
from searchapp.search.request import SearchRequest

MAX_DAYS = 62
"""A typed period of so many days is listed by days."""
MAX_MONTHS = 36
"""A longer one that touches so many months is listed by months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateScale:
    """The level of the listed periods, the year or month that all are parts of, and their days.

    `within` is None when every day of the archive is listed.
    """

    level: Level = Level.YEAR
    parent: str | None = None
    within: Period | None = None

    def lists(self, value: str) -> bool:
        """Whether a calendar value is one of the periods that can be listed."""
        if period_level(value) is not self.level:
            return False
        return self.parent is None or value.startswith(f"{self.parent}-")


def date_scale(request: SearchRequest) -> DateScale:
    """The parts of what the chosen periods have in common; failing that, of the typed period."""
    included = request.selection(Facet.DATE).included
    parent = common_parent([value for value in included if value != NONE])
    if parent is None:
        return DateScale(level=_level(request.period), within=request.period)
    inside = parse_period(parent)
    return DateScale(
        level=period_level(parent).finer,
        parent=parent,
        within=inside.overlap(request.period) if request.period else inside,
    )


def common_parent(values: list[str]) -> str | None:
    """The finest year or month in which all the values lie, if there is one."""
    common: list[str] = []
    for parts in zip(*(value.split("-")[:2] for value in values), strict=False):
        if len(set(parts)) > 1:
            break
        common.append(parts[0])
    return "-".join(common) or None


def _level(period: Period | None) -> Level:
    if period is None or period.start is None or period.last_day is None:
        return Level.YEAR
    first, last = period.start, period.last_day
    if (last - first).days < MAX_DAYS:
        return Level.DAY
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return Level.MONTH if months <= MAX_MONTHS else Level.YEAR
