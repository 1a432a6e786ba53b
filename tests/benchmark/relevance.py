"""How well this engine and its peers rank, on test collections with judged answers.

    python -m tests.benchmark.relevance --data FOLDER

FOLDER holds a folder for each collection (`relevance_collections` says of what). Prints nDCG@10
and recall@100 as a table in Markdown.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import fmean

from tests.benchmark.relevance_collections import Collection, read_collections
from tests.benchmark.relevance_engines import BEST, ENGINES, Open, split_question

DEPTH = 10
"""How many documents a person looks at: the depth of nDCG."""

OWN = "searchapp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """The means over the questions of a collection."""

    ndcg: float
    recall: float


def main(argv: Sequence[str] | None = None) -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, help="a folder with a folder for each collection")
    options = parser.parse_args(argv)
    if options.data is None or not options.data.is_dir():
        where = f"{options.data} is not there" if options.data else "No collections were named"
        sys.exit(f"{where}: name the folder of the test collections with --data.")
    collections = read_collections(options.data)
    if not collections:
        sys.exit(f"{options.data} holds no folder with corpus.jsonl, queries.jsonl and qrels.tsv.")
    found, absent = {}, []
    for name, engine in ENGINES.items():
        try:
            found[name] = [measure(engine, collection) for collection in collections]
        except ModuleNotFoundError as error:
            absent.append(f"{name} was left out: the package “{error.name}” is not installed.")
    print(format_table(collections, found))
    print(*absent, sep="\n")


def measure(engine: Open, collection: Collection) -> Quality:
    """How well an engine answers the questions of a collection."""
    with engine(collection.documents) as ask:
        answers = {name: ask(split_question(text)) for name, text in collection.questions.items()}
    grades = collection.grades
    return Quality(
        ndcg=fmean(ndcg(ids, grades[name], DEPTH) for name, ids in answers.items()),
        recall=fmean(recall(ids, grades[name], BEST) for name, ids in answers.items()),
    )


def ndcg(ids: Sequence[str], grades: Mapping[str, int], depth: int) -> float:
    """Normalised discounted cumulative gain of the first documents, from 0 to 1.

    A document of grade g at place p, counted from 1, gives (2^g - 1) / log2(p + 1); the sum is
    divided by that of the best order there is (Järvelin and Kekäläinen 2002; the gain is that of
    Burges et al. 2005). `grades` holds at least one document.
    """
    return _gain([grades.get(name, 0) for name in ids[:depth]]) / _gain(
        sorted(grades.values(), reverse=True)[:depth]
    )


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, start=1))


def recall(ids: Sequence[str], grades: Mapping[str, int], depth: int) -> float:
    """The share of the documents with a grade that are among the first."""
    return len(grades.keys() & set(ids[:depth])) / len(grades)


def format_table(collections: Sequence[Collection], found: Mapping[str, Sequence[Quality]]) -> str:
    """A row for each engine, and one for how far this one is ahead of the best of the others."""
    names = [*(collection.name.capitalize() for collection in collections), "mean"]
    rows = {name: [*qualities, _mean(qualities)] for name, qualities in found.items()}
    lines = [_row("nDCG@10 (recall@100)", names), "|---" * (len(names) + 1) + "|"]
    for name, row in rows.items():
        lines.append(_row(name, [f"{q.ndcg:.3f} ({q.recall:.3f})" for q in row]))
    others = [row for name, row in rows.items() if name != OWN]
    if others:
        best = [max(q.ndcg for q in column) for column in zip(*others, strict=True)]
        ahead = [f"{q.ndcg - other:+.3f}" for q, other in zip(rows[OWN], best, strict=True)]
        lines.append(_row(f"{OWN} against the best of the others", ahead))
    return "\n".join(lines)


def _mean(qualities: Sequence[Quality]) -> Quality:
    return Quality(ndcg=fmean(q.ndcg for q in qualities), recall=fmean(q.recall for q in qualities))


def _row(name: str, cells: Sequence[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
