"""What `make fuzz` runs: very many broken files and strange requests.

    python -m tests.fuzz requests|files [--cases N] [--seed N] [--first N]

Every case has a number and follows from it and the seed alone: `--first 4711 --cases 1` repeats
one. Ends with 1 when a case failed or took too long.
"""

import argparse
import logging
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from searchapp.console import NoProgress, echo
from searchapp.engine import EmbeddedEngine
from searchapp.extract import ExtractOptions, build_extractor
from searchapp.reindex import ReindexOptions, reindex
from searchapp.web import build_app
from tests.conftest import SAMPLES
from tests.fuzz import files, requests

LONGEST = {"requests": 1.0, "files": 5.0}
"""Seconds of processor that a case may take; a small file may unpack to 10 MB."""
Case = Callable[[random.Random], tuple[str, float]]


def build_requests(folder: Path) -> Case:
    """Asks one strange thing of the pages over the sample articles."""
    reindex(ReindexOptions(index=folder / "index", roots=(SAMPLES,)), NoProgress())
    client = build_app(EmbeddedEngine(folder / "index")).test_client()

    def case(sample: random.Random) -> tuple[str, float]:
        address = requests.build_address(sample)
        return address, requests.ask(client, address, fragment=sample.random() < 0.3)

    return case


def build_files(folder: Path) -> Case:
    """Reads one broken file."""
    seeds = files.build_seeds()
    extractor = build_extractor(ExtractOptions(today=date(2026, 1, 1)))

    def case(sample: random.Random) -> tuple[str, float]:
        ending, content = files.build_file(seeds, sample)
        return f"{ending} {content[:200]!r}", files.read(folder, ending, content, extractor)

    return case


BUILD = {"requests": build_requests, "files": build_files}


def run(kind: str, folder: Path, *, cases: int, seed: int, first: int = 0) -> tuple[int, float]:
    """How many cases failed, which are printed, and the seconds that the slowest took."""
    case = BUILD[kind](folder)
    failed, slowest = 0, 0.0
    for number in range(first, first + cases):
        try:
            name, seconds = case(random.Random(f"{kind} {seed} {number}"))
        except Exception as error:
            failed += 1
            echo(f"{kind} --seed {seed} --first {number} --cases 1: {error!r}")
            continue
        if seconds > LONGEST[kind]:
            failed += 1
            echo(f"{kind} --seed {seed} --first {number} --cases 1: {seconds:.2f} s, {name[:300]}")
        slowest = max(slowest, seconds)
    return failed, slowest


def main() -> None:
    """Run what was asked for and say how it went."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("kind", choices=BUILD)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        failed, slowest = run(
            options.kind,
            Path(folder),
            cases=options.cases,
            seed=options.seed,
            first=options.first,
        )
    echo(
        f"{options.cases:,} {options.kind}: {failed:,} failed, the slowest took {slowest:.3f} s of "
        "processor"
    )
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
