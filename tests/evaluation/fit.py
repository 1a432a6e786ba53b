"""Fit the weights by which the byline and the date of a page are chosen, and cross-validate them.

    python -m tests.evaluation.fit bylines|dates --data PATH

Only pages that may be seen are used; every third one stays aside. The folds keep the pages of one
site together, so that no site is both learnt from and measured on. The printed weights, rounded,
are those of `searchapp/extract/bylineweights.py` and `dateweights.py`.

The model is a conditional logit (McFadden 1974): each place on a page has a score, the sum of its
facts' weights, a further alternative (“none of them”) has score 0, and the shares of all are their
exponentials. Weights are those of the greatest likelihood less a penalty on large ones.
"""

import argparse
import sys
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from searchapp.extract.bylinefacts import find_byline_candidates
from searchapp.extract.choice import shares, weigh
from searchapp.extract.datefacts import find_date_candidates
from searchapp.extract.dates import find_date
from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.headline import find_headline
from searchapp.extract.layout import build_layout
from searchapp.extract.unwrap import unwrap
from tests.evaluation.bylines import name_set
from tests.evaluation.pages import Page, iter_pages

_FOLDS = 8
_PENALTY = 1.0
_STEPS = 300
_THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)

Weights = dict[str, float]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The candidates of a page, as value and facts, and the right value; None for none."""

    site: str
    candidates: tuple[tuple[Hashable, tuple[str, ...]], ...]
    right: Hashable | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """All candidates below each other: facts as 0 and 1, their page, whether they are right."""

    facts: Floats
    page: NDArray[np.intp]
    right: NDArray[np.bool_]
    pages: int


def read_choices(task: str, pages: Sequence[Page]) -> list[Choice]:
    """What there is to choose from on each page."""
    describe = _describe_bylines if task == "bylines" else _describe_dates
    return [describe(page) for page in pages]


def _describe_dates(page: Page) -> Choice:
    layout = build_layout(unwrap(page.text), dayfirst=True)
    headline = find_headline(layout, given=None, path="", gazetteer=load_gazetteer())
    found = find_date_candidates(layout, layout.anchor(headline.place))
    candidates = tuple((candidate.day.isoformat(), candidate.facts) for candidate in found)
    return Choice(site=_site(page), candidates=candidates, right=page.date)


def _describe_bylines(page: Page) -> Choice:
    layout, gazetteer = build_layout(unwrap(page.text), dayfirst=True), load_gazetteer()
    headline = find_headline(layout, given=None, path="", gazetteer=gazetteer)
    found = find_byline_candidates(
        layout,
        headline=layout.anchor(headline.place),
        dateline=find_date(layout, headline=headline.place, today=None).place,
        gazetteer=gazetteer,
    )
    candidates = tuple(
        (name_set(author.label for author in candidate.byline.authors), candidate.facts)
        for candidate in found
        if candidate.names
    )
    return Choice(site=_site(page), candidates=candidates, right=name_set(page.authors) or None)


def _site(page: Page) -> str:
    return urlsplit(page.url).netloc.removeprefix("www.")


def fit(choices: Sequence[Choice]) -> Weights:
    """The weights of the greatest penalised likelihood, by gradient ascent with momentum."""
    names = sorted({fact for choice in choices for _, facts in choice.candidates for fact in facts})
    rows = _lay_out(choices, names)
    weights, speed = np.zeros(len(names)), np.zeros(len(names))
    step = 1.0 / (len(choices) + _PENALTY)
    for _ in range(_STEPS):
        speed = 0.9 * speed + step * _gradient(rows, weights)
        weights = weights + speed
    return dict(zip(names, weights.tolist(), strict=True))


def _lay_out(choices: Sequence[Choice], names: Sequence[str]) -> _Rows:
    column = {name: place for place, name in enumerate(names)}
    flat = [
        (page, facts, value == choice.right)
        for page, choice in enumerate(choices)
        for value, facts in choice.candidates
    ]
    facts = np.zeros((len(flat), len(names)))
    for row, (_, held, _) in enumerate(flat):
        facts[row, [column[fact] for fact in held]] = 1.0
    return _Rows(
        facts=facts,
        page=np.array([page for page, _, _ in flat], dtype=np.intp),
        right=np.array([right for _, _, right in flat], dtype=np.bool_),
        pages=len(choices),
    )


def _gradient(rows: _Rows, weights: Floats) -> Floats:
    odds = np.exp(np.clip(rows.facts @ weights, -30.0, 30.0))
    total = 1.0 + np.bincount(rows.page, odds, rows.pages)
    rightly = np.bincount(rows.page, odds * rows.right, rows.pages)
    wanted = np.where(rows.right, odds / np.where(rightly > 0, rightly, 1.0)[rows.page], 0.0)
    gradient: Floats = rows.facts.T @ (wanted - odds / total[rows.page]) - _PENALTY * weights
    return gradient


def choose(choice: Choice, weights: Weights) -> tuple[Hashable | None, float]:
    """The value with the greatest share, and that share."""
    share = shares((value, weigh(facts, weights)) for value, facts in choice.candidates)
    return max(share.items(), key=lambda pair: pair[1], default=(None, 0.0))


def cross_validate(choices: Sequence[Choice]) -> list[tuple[Hashable | None, float]]:
    """The answer for each page by weights fitted without the pages of its fold."""
    sites = sorted({choice.site for choice in choices})
    order = np.random.default_rng(0).permutation(len(sites))
    fold = {site: int(place) % _FOLDS for site, place in zip(sites, order, strict=True)}
    answers: list[tuple[Hashable | None, float]] = [(None, 0.0)] * len(choices)
    for left_out in range(_FOLDS):
        weights = fit([choice for choice in choices if fold[choice.site] != left_out])
        for place, choice in enumerate(choices):
            if fold[choice.site] == left_out:
                answers[place] = choose(choice, weights)
    return answers


def format_curve(
    choices: Sequence[Choice], answers: Sequence[tuple[Hashable | None, float]]
) -> Iterator[str]:
    """Found and precision by the share that an answer needs."""
    annotated = sum(choice.right is not None for choice in choices)
    yield "| share needed | found | precision |"
    yield "|---:|---:|---:|"
    for threshold in _THRESHOLDS:
        given = [
            value == choice.right
            for choice, (value, share) in zip(choices, answers, strict=True)
            if value is not None and share >= threshold
        ]
        precision = sum(given) / len(given) if given else 0.0
        yield f"| {threshold} | {sum(given) / annotated:.3f} | {precision:.3f} |"


def main() -> int:
    """Print the cross-validated figures and the weights of all seen pages."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.fit")
    parser.add_argument("task", choices=("bylines", "dates"))
    parser.add_argument("--data", type=Path, required=True, help="annotated pages, .jsonl(.gz)")
    options = parser.parse_args()
    if not options.data.is_file():
        sys.stderr.write(f"There is no annotated set at {options.data}; nothing was fitted.\n")
        return 2
    pages = [page for page in iter_pages(options.data) if not page.set_aside]
    choices = read_choices(options.task, pages)
    weights = sorted(fit(choices).items(), key=lambda pair: -pair[1])
    lines = chain(
        [f"{len(pages)} pages, {_FOLDS} folds by site, cross-validated:"],
        format_curve(choices, cross_validate(choices)),
        ["weights fitted on all of them:"],
        (f"{weight:6.2f}  {fact}" for fact, weight in weights),
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
