"""The few largest of many numbers, without sorting them all."""

import numpy as np

from searchapp.engine.storage.arrays import Array, Ints

_SAMPLED = 16
"""One number in so many is looked at for a first bound."""


def places_of_largest(numbers: Array, count: int, within: float = 0) -> Ints:
    """The places of the `count` largest numbers, and of all not more than `within` below them.

    The count-th largest of a sample is a lower bound for the count-th largest of them all: one
    comparison with it leaves few candidates. Places are ascending.
    """
    if len(numbers) <= count:
        return np.arange(len(numbers))
    if len(numbers) < 2 * _SAMPLED * count:
        return _places_from(numbers, _nth_largest(numbers, count) - within)
    candidates = _places_from(numbers, _nth_largest(numbers[::_SAMPLED], count) - within)
    few = numbers.take(candidates)
    return candidates.take(_places_from(few, _nth_largest(few, count) - within))


def _nth_largest(numbers: Array, count: int) -> float | int:
    nth: float | int = np.partition(numbers, -count)[-count].item()
    return nth


def _places_from(numbers: Array, bound: float | int) -> Ints:
    (places,) = (numbers >= bound).nonzero()
    return places
