"""When requests are due."""

import statistics

import pytest

from tests.load.schedule import constant, poisson


@pytest.mark.parametrize(
    ("rate", "seconds", "moments"),
    [
        (2.0, 2.0, (0.0, 0.5, 1.0, 1.5)),
        (4.0, 0.5, (0.0, 0.25)),
        (0.5, 4.0, (0.0, 2.0)),
        (1.0, 0.0, ()),
    ],
)
def test_a_constant_schedule_has_equal_distances(
    rate: float, seconds: float, moments: tuple[float, ...]
) -> None:
    assert constant(rate, seconds) == moments


def test_a_poisson_schedule_is_ascending_and_within_its_time() -> None:
    moments = poisson(100.0, 20.0, seed=3)
    assert list(moments) == sorted(moments)
    assert moments[0] >= 0.0 and moments[-1] < 20.0


def test_a_poisson_schedule_is_the_same_for_the_same_seed_only() -> None:
    assert poisson(50.0, 5.0, seed=1) == poisson(50.0, 5.0, seed=1)
    assert poisson(50.0, 5.0, seed=1) != poisson(50.0, 5.0, seed=2)


def test_a_poisson_schedule_has_the_rate_and_the_bursts_of_independent_arrivals() -> None:
    rate, seconds = 100.0, 400.0
    moments = poisson(rate, seconds, seed=5)
    # 40,000 arrivals have a standard deviation of 200; this is five of them.
    assert abs(len(moments) - rate * seconds) < 1_000
    counts = [0] * int(seconds)
    for moment in moments:
        counts[int(moment)] += 1
    # The variance of a Poisson count is its mean; equal distances would have none.
    assert 0.7 < statistics.variance(counts) / statistics.mean(counts) < 1.3
