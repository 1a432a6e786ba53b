"""What the archive holds of each period, whatever was searched for."""

from dataclasses import dataclass
from datetime import date

from searchapp.search.periods import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """The articles of the whole archive, by periods of one level, inside the days that are listed.

    `periods` are in calendar order, with their number of articles; those without any are left out.
    `undated` articles have no date. `first` and `last` are the ends of all dated articles, listed
    or not; None when there are none.
    """

    level: Level = Level.YEAR
    periods: tuple[tuple[str, int], ...] = ()
    undated: int = 0
    first: date | None = None
    last: date | None = None
