"""What a word says by how rare it is, and by how often a query has it."""

import pytest

from searchapp.engine.evaluation.scoring import repetition_weight


@pytest.mark.parametrize(
    ("count", "weight"),
    [
        pytest.param(1, 1.0, id="once is the measure"),
        pytest.param(2, 16 / 9, id="twice is nearly two words"),
        pytest.param(7, 4.0, id="seven times is half of the most"),
        pytest.param(1_000_000, 8.0, id="never more than eight"),
    ],
)
def test_a_repeated_word_weighs_more_but_ever_less_so(count: int, weight: float) -> None:
    assert repetition_weight(count) == pytest.approx(weight, rel=1e-5)
