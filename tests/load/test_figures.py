"""Percentiles, and what counts as answered."""

import pytest

from tests.load.figures import Sample, build_figures, percentile, recovery


def sample(latency: float, status: int | None = 200, due: float = 0.0) -> Sample:
    return Sample(due=due, latency=latency, status=status)


@pytest.mark.parametrize(
    ("values", "share", "found"),
    [
        ([], 0.5, 0.0),
        ([7.0], 0.5, 7.0),
        ([7.0], 0.99, 7.0),
        ([3.0, 1.0, 2.0, 4.0], 0.5, 2.0),
        ([3.0, 1.0, 2.0], 0.5, 2.0),
        ([3.0, 1.0, 2.0, 4.0], 0.51, 3.0),
        (list(range(1, 101)), 0.95, 95),
        (list(range(1, 101)), 0.99, 99),
        (list(range(1, 101)), 1.0, 100),
        (list(range(1, 1_001)), 0.99, 990),
        (list(range(1, 101)), 0.07, 7),
    ],
)
def test_a_percentile_is_a_value_that_was_measured(
    values: list[float], share: float, found: float
) -> None:
    assert percentile(values, share) == found


def test_only_answers_have_latencies_and_the_rest_is_counted_by_kind() -> None:
    figures = build_figures(
        [
            sample(0.010),
            sample(0.020, 404),
            sample(0.030, 400),
            sample(9.0, 503),
            sample(9.0, 500),
            sample(9.0, None),
        ]
    )
    assert (figures.asked, figures.answered, figures.shed, figures.errors) == (6, 3, 1, 2)
    assert (figures.p50, figures.longest) == (20.0, 30.0)


def test_nothing_asked_has_figures_too() -> None:
    assert build_figures([]).asked == 0


@pytest.mark.parametrize(
    ("samples", "seconds"),
    [
        ([], 0.0),
        ([sample(0.1, due=1.0), sample(0.4, due=2.0)], 0.0),
        ([sample(0.1, 503, due=1.0), sample(0.6, due=3.0), sample(0.1, due=4.0)], 3.0),
        ([sample(0.1, None, due=5.0), sample(0.1, due=6.0)], 5.0),
    ],
    ids=["nothing asked", "well from the first", "slow until 3", "unanswered at 5"],
)
def test_recovery_is_when_the_last_bad_answer_was_due(
    samples: list[Sample], seconds: float
) -> None:
    assert recovery(samples, 0.5) == seconds
