"""The few largest are those of a full sort, whichever way they are found."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.evaluation.largest import places_of_largest

# Long enough for the sample: more than 32 numbers for each one wanted.
NUMBERS = st.lists(st.integers(-3, 9) | st.integers(-(10**6), 10**6), max_size=200)


@given(NUMBERS, st.integers(1, 6), st.sampled_from([0, 1, 5]))
def test_all_numbers_not_far_below_the_last_of_the_largest_are_found(
    numbers: list[int], count: int, within: int
) -> None:
    found = places_of_largest(np.array(numbers, np.int64), count, within).tolist()
    last = sorted(numbers, reverse=True)[count - 1] if len(numbers) >= count else -(10**9)
    assert found == [place for place, number in enumerate(numbers) if number >= last - within]


@given(st.integers(1, 5), st.integers(0, 500))
def test_equal_numbers_are_all_found(count: int, size: int) -> None:
    assert places_of_largest(np.ones(size), count).tolist() == list(range(size))
