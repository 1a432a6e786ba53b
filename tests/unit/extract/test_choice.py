"""Shares of the evidence add up, grow with the score, and leave room for “none of them”."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.extract.choice import shares, weigh


def test_a_fact_without_a_weight_says_nothing() -> None:
    assert weigh(["alone", "unheard of"], {"alone": 1.5, "far": -1.0}) == 1.5


def test_a_score_of_nothing_is_as_likely_as_no_answer() -> None:
    assert shares([("a", 0.0)]) == {"a": pytest.approx(0.5)}


def test_a_value_that_stands_twice_gets_both_shares() -> None:
    share = shares([("a", 1.0), ("b", 1.0), ("a", 1.0)])
    assert share["a"] == pytest.approx(2 * share["b"])


def test_without_candidates_nothing_has_a_share() -> None:
    assert shares([]) == {}


@given(st.dictionaries(st.integers(), st.floats(-1000, 1000), min_size=1))
def test_shares_stay_below_one_together(scores: dict[int, float]) -> None:
    share = shares(scores.items())
    assert share.keys() == scores.keys()
    assert all(each >= 0 for each in share.values())
    assert sum(share.values()) <= 1.0 + 1e-9
