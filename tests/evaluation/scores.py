"""Precision, recall and F1 over sets of answers, and the text of a report about them."""

import gzip
import json
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SET_ASIDE = 3
"""Every so-manieth document is measured and never looked at."""
_WORST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many answers were expected, were found, and were both."""

    expected: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            expected=self.expected + other.expected,
            found=self.found + other.found,
            right=self.right + other.right,
        )

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        both = self.expected + self.found
        return 2 * self.right / both if both else 1.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  n {self.expected}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was found in one document, by the name of the figure, and what was wrong with it."""

    id: str
    set_aside: bool
    prose: bool
    counts: dict[str, Counts]
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


def count(expected: Set[object], found: Set[object]) -> Counts:
    """Return the counts of two sets of answers."""
    return Counts(expected=len(expected), found=len(found), right=len(expected & found))


def iter_documents(path: Path) -> Iterator[tuple[bool, dict[str, Any]]]:
    """Yield (set aside, document) for each line of a JSON Lines file, gzip-compressed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for index, line in enumerate(lines):
            yield index % SET_ASIDE == SET_ASIDE - 1, json.loads(line)


def format_report(outcomes: Sequence[Outcome], seconds: float) -> str:
    """Return the figures of all parts and the worst documents of the part that may be seen."""
    lines = [f"{len(outcomes)} documents, {len(outcomes) / seconds:.0f} documents/s"]
    for part, chosen in (
        ("seen", [outcome for outcome in outcomes if not outcome.set_aside]),
        ("set aside", [outcome for outcome in outcomes if outcome.set_aside]),
    ):
        for kind, subset in (("all", chosen), ("prose", [o for o in chosen if o.prose])):
            for figure in outcomes[0].counts:
                total = sum((outcome.counts[figure] for outcome in subset), Counts())
                lines.append(f"{part:<10} {kind:<6} {figure:<10} {total}")
    seen = [outcome for outcome in outcomes if not outcome.set_aside]
    lines.append(f"The {_WORST} worst documents of the seen part:")
    for outcome in sorted(seen, key=lambda o: -len(o.missed) - len(o.wrong))[:_WORST]:
        lines.append(f"  {outcome.id}: missed {list(outcome.missed)}, wrong {list(outcome.wrong)}")
    return "\n".join(lines)
