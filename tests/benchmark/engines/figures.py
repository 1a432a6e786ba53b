"""From times to figures: medians per query, quantiles over queries, ratios to one engine."""

import math
import statistics
from collections.abc import Mapping, Sequence
from typing import Final

BASE: Final = "tantivy"
"""The engine to which ratios are."""

Times = Mapping[int, Sequence[float]]
"""Seconds by the number of a query."""


def medians(times: Times) -> dict[int, float]:
    """The median time of each query."""
    return {query: statistics.median(values) for query, values in times.items() if values}


def quantile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of the values does not exceed, between two if need be."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def mean_ratio(times: Mapping[int, float], base: Mapping[int, float]) -> float | None:
    """The geometric mean of the ratios over the queries that both answered; None without any."""
    ratios = [math.log(times[query] / base[query]) for query in times if query in base]
    return math.exp(statistics.fmean(ratios)) if ratios else None
