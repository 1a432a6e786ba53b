"""Which segments of a new generation are made one, so that their number stays low."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.segment import Segment

MAX_SEGMENTS = 8
_HOLLOW = 0.7
_SMALL = 0.1


@dataclass(slots=True, eq=False)
class LiveSegment:
    """A segment of the generation in the making; `alive` is crossed out in place.

    `shared` tells that the generation before has it too.
    """

    segment: Segment
    alive: Mask
    shared: bool

    @property
    def living(self) -> int:
        """How many of its articles are still in."""
        return int(np.count_nonzero(self.alive))

    @property
    def hollow(self) -> bool:
        """Whether so many are gone that it is worth writing anew."""
        return self.living < _HOLLOW * len(self.segment)


def choose_merged(parts: Sequence[LiveSegment]) -> tuple[LiveSegment, ...]:
    """The segments to make one of: new ones, hollow ones, and small ones when there are many.

    Nothing is chosen when merging would only copy a single segment.
    """
    total = sum(part.living for part in parts)
    crowded = len(parts) > MAX_SEGMENTS
    fresh = sum(not part.shared for part in parts)
    chosen = tuple(
        part
        for part in parts
        if part.hollow
        or (not part.shared and fresh > 1)
        or (crowded and part.living < _SMALL * total)
    )
    return () if len(chosen) == 1 and not chosen[0].hollow else chosen
