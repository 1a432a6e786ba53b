"""Choosing one value among candidates by weighted facts, or none if nothing stands out."""

from collections.abc import Hashable, Iterable, Mapping
from math import exp
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
_MOST = 30.0


def weigh(facts: Iterable[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights of the facts; a fact without a weight says nothing."""
    return sum(weights.get(fact, 0.0) for fact in facts)


def shares(scored: Iterable[tuple[K, float]]) -> dict[K, float]:
    """How likely each value is the right one, from the scores of the places that it stands at.

    A conditional logit (McFadden 1974) with a further alternative of score 0, “none of them”, so
    that the shares add up to less than 1; a value that stands at several places gets their sum.
    """
    odds: dict[K, float] = {}
    for value, score in scored:
        odds[value] = odds.get(value, 0.0) + exp(min(score, _MOST))
    total = 1.0 + sum(odds.values())
    return {value: each / total for value, each in odds.items()}
