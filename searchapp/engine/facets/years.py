"""The years of an archive, and how many articles of each some documents have."""

import numpy as np

from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.columns import DateColumn


class Years:
    """The years that have articles, in order."""

    def __init__(self, column: DateColumn) -> None:
        self._column = column
        dated = column.between(None, None)
        self.names, starts = column.years if dated else ([], np.zeros(0, np.int64))
        # Undated documents, whose day comes first, are counted apart, after the last year.
        self._of_day = np.full(len(column.days), len(self.names))
        lengths = np.diff([*starts.tolist(), len(dated)])
        self._of_day[dated.start :] = np.repeat(np.arange(len(lengths)), lengths)

    def count(self, documents: Ints) -> tuple[int, ...]:
        """How many of some documents are of each year."""
        years = self._of_day.take(self._column.numbers.take(documents))
        counts: list[int] = np.bincount(years, minlength=len(self.names) + 1).tolist()
        return tuple(counts[:-1])
