"""The arithmetic behind the tables."""

import pytest

from tests.benchmark.engines.figures import mean_ratio, medians, quantile


def test_a_median_is_taken_of_each_query_and_queries_without_times_are_left_out():
    assert medians({0: [3.0, 1.0, 2.0], 1: [4.0, 2.0], 2: []}) == {0: 2.0, 1: 3.0}


@pytest.mark.parametrize(
    ("share", "value"),
    [(0.0, 1.0), (0.5, 3.0), (0.95, 4.8), (1.0, 5.0), (0.25, 2.0)],
)
def test_a_quantile_lies_between_its_neighbours(share, value):
    assert quantile([5.0, 1.0, 4.0, 2.0, 3.0], share) == pytest.approx(value)


def test_a_quantile_of_one_value_is_that_value():
    assert quantile([7.0], 0.95) == 7.0


def test_ratios_are_averaged_geometrically_so_that_twice_and_half_cancel_out():
    assert mean_ratio({0: 2.0, 1: 5.0}, {0: 1.0, 1: 10.0}) == pytest.approx(1.0)


def test_only_queries_that_both_answered_count_in_a_ratio():
    assert mean_ratio({0: 3.0, 1: 100.0}, {0: 1.0, 2: 1.0}) == pytest.approx(3.0)


def test_there_is_no_ratio_without_a_query_in_common():
    assert mean_ratio({0: 3.0}, {}) is None
