"""Fitting weights: what goes with right answers gets a positive weight, by sites left out too."""

from tests.evaluation.fit import Choice, choose, cross_validate, fit


def pages(count: int) -> list[Choice]:
    """Pages whose right value stands beside the headline, one wrong value far away."""
    return [
        Choice(
            site=f"{number % 20}.example.org",
            candidates=(("right", ("near",)), ("wrong", ("far",))),
            right="right",
        )
        for number in range(count)
    ]


def test_what_goes_with_right_answers_gets_a_positive_weight() -> None:
    weights = fit(pages(60))
    assert weights["near"] > 0.5 > -0.5 > weights["far"]


def test_pages_without_an_answer_speak_against_their_facts() -> None:
    empty = Choice(site="a", candidates=(("x", ("near",)),), right=None)
    assert fit([empty] * 30)["near"] < -0.5


def test_a_site_is_answered_by_weights_from_other_sites() -> None:
    alone = Choice(site="alone.example.org", candidates=(("x", ("odd",)),), right="x")
    choices = [*pages(60), alone]
    answers = cross_validate(choices)
    assert [value for value, _ in answers[:60]] == ["right"] * 60
    # Nothing about “odd” can have been learnt without the page itself.
    assert answers[60] == ("x", 0.5)


def test_a_page_without_candidates_has_no_answer() -> None:
    assert choose(Choice(site="a", candidates=(), right="x"), {"near": 1.0}) == (None, 0.0)
