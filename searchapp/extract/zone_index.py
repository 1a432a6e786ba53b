"""Which zone an offset lies in, for rules that ask it of every mention."""

from bisect import bisect_right
from collections.abc import Sequence

from searchapp.article import Passage, Zone


class ZoneIndex:
    """The passages of one article, ready to be asked by offset; each question is a bisection."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = sorted(passages, key=lambda passage: passage.start)
        self._starts = [passage.start for passage in self._passages]

    def at(self, offset: int) -> Zone:
        """Return the zone at `offset`; what no passage covers is body."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or self._passages[index].end <= offset:
            return Zone.BODY
        return self._passages[index].zone
