"""What was measured, in figures."""

from collections.abc import Sequence
from dataclasses import dataclass

SHED = 503


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One request: when it was due and how long its answer took from then, in seconds.

    `status` is None when there was no answer.
    """

    due: float
    latency: float
    status: int | None

    @property
    def answered(self) -> bool:
        """Whether it was answered with what was asked for, or a sentence why it cannot be."""
        return self.status is not None and self.status < 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A series of requests; latencies are those of answered requests, in milliseconds."""

    asked: int
    answered: int
    shed: int
    errors: int
    p50: float
    p95: float
    p99: float
    longest: float


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that at least that share of them does not exceed; 0 of none."""
    if not values:
        return 0.0
    ordered = sorted(values)
    # Counted in whole values, so that no rounding of the share takes the next one.
    place = -(-len(ordered) * round(share * 1_000_000) // 1_000_000)
    return ordered[max(place, 1) - 1]


def build_figures(samples: Sequence[Sample]) -> Figures:
    """The figures of a series."""
    times = [sample.latency * 1_000 for sample in samples if sample.answered]
    shed = sum(sample.status == SHED for sample in samples)
    return Figures(
        asked=len(samples),
        answered=len(times),
        shed=shed,
        errors=len(samples) - len(times) - shed,
        p50=percentile(times, 0.5),
        p95=percentile(times, 0.95),
        p99=percentile(times, 0.99),
        longest=max(times, default=0.0),
    )


def recovery(samples: Sequence[Sample], bearable: float) -> float:
    """Seconds from the first moment until everything is answered within `bearable` seconds."""
    bad = [one.due for one in samples if not one.answered or one.latency > bearable]
    return max(bad, default=0.0)
