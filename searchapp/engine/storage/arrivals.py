"""When each article first came into the index: the moments there are, and each document's."""

from datetime import UTC, datetime

import numpy as np

from searchapp.engine.storage.arrays import Array, ArrayFile, Ints, narrow

_MOMENTS = "arrivals.moments"
_NUMBERS = "arrivals.numbers"
_SECOND = 1_000_000


class Arrivals:
    """The moments of arrival, numbered in their order; the largest number arrived last."""

    def __init__(self, file: ArrayFile) -> None:
        self.moments = file.ints(_MOMENTS)
        self.numbers = file.ints(_NUMBERS)

    def moment(self, document: int) -> datetime:
        """When the article of a document arrived."""
        return to_moment(int(self.moments[self.numbers[document]]))

    def microseconds(self) -> Ints:
        """When the article of every document arrived, in microseconds since 1970."""
        return self.moments.take(self.numbers)


def arrival_arrays(microseconds: Ints) -> dict[str, Array]:
    """The arrays of `Arrivals`, from the moment of every document."""
    moments, numbers = np.unique(microseconds, return_inverse=True)
    return {_MOMENTS: moments, _NUMBERS: narrow(numbers)}


def to_microseconds(moment: datetime) -> int:
    """A moment as arrivals are written down."""
    return round(moment.timestamp() * _SECOND)


def to_moment(microseconds: int) -> datetime:
    """The moment that was written down so."""
    return datetime.fromtimestamp(microseconds / _SECOND, UTC)
