"""Which zone an offset lies in, for rules that ask it of every mention."""

from bisect import bisect_right
from collections.abc import Sequence

from searchapp.article import Passage, Zone

SILENT_ZONES = (Zone.DEBRIS, Zone.BYLINE, Zone.AGENCY_NOTE)
"""What stands there names nobody and nothing that the article speaks of."""


class ZoneIndex:
    """The passages of one article, ready to be asked by offset; each question is a bisection."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        ordered = sorted(passages, key=lambda passage: passage.start)
        self._starts = [passage.start for passage in ordered]
        self._ends = [passage.end for passage in ordered]
        self._zones = [passage.zone for passage in ordered]
        self._silent = [passage.zone in SILENT_ZONES for passage in ordered]

    def at(self, offset: int) -> Zone:
        """Return the zone at `offset`; what no passage covers is body."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or self._ends[index] <= offset:
            return Zone.BODY
        return self._zones[index]

    def is_silent_at(self, offset: int) -> bool:
        """Return whether `offset` lies in one of SILENT_ZONES."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and self._silent[index] and offset < self._ends[index]
