"""At which of many points a fault is tried: at all of them, or at a few."""

import os
import random
from collections.abc import Sequence

EXHAUSTIVE = os.environ.get("SEARCHAPP_FAULTS") == "all"
"""Whether every point is tried, which takes many minutes, or a sample of them."""

PARTS = range(8 if EXHAUSTIVE else 1)
"""What a test of very many points is divided into, so that several processes share them."""


def choose_points(total: int, part: int | None, sample: int, seed: str) -> Sequence[int]:
    """The numbers from 1 to `total` that this part tries, or all; else always the same few."""
    if EXHAUSTIVE:
        return range(1, total + 1) if part is None else range(1 + part, total + 1, len(PARTS))
    return sorted(random.Random(seed).sample(range(1, total + 1), min(sample, total)))
