"""`engines`: this engine and its peers over the same articles, in one interleaved run.

    python -m tests.benchmark engines --reuters FILE [--sizes 21k,100k,1m] [--engines NAMES]
                                      [--rounds N] [--work FOLDER] [--json FILE]

FILE has Reuters articles as JSON Lines. Corpora, truths and indexes are kept in the work folder,
so that another run measures at once. Ends with status 1 when any count is not what brute force
says.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.benchmark.engines.catalogue import ENGINES, engine_class, make_engine
from tests.benchmark.engines.comparing import Mismatch, check_answers, measure
from tests.benchmark.engines.machinery import Machinery, measure_machinery
from tests.benchmark.engines.report import (
    Result,
    describe_run,
    format_result,
    result_values,
)
from tests.benchmark.engines.storage import (
    BuiltIndex,
    Corpus,
    prepare_corpus,
    prepare_index,
    prepare_truth,
)

_NAMED_SIZES: Final = {"21k": 21_578, "100k": 100_000, "1m": 1_000_000}
_LARGEST: Final = {"whoosh": 200_000, "bm25s": 200_000}
"""Engines that are left out of larger corpora: indexing takes them too long or too much memory."""


def main(arguments: Sequence[str]) -> int:
    """Measure and print; returns the exit status."""
    options = _parse(arguments)
    if options.reuters is None or not options.reuters.is_file():
        where = f"{options.reuters} is not there" if options.reuters else "No articles were named"
        sys.exit(f"{where}: name a file of Reuters articles with --reuters (make bench REUTERS=…).")
    names = _installed(options.engines)
    results = []
    with tempfile.TemporaryDirectory() as scratch:
        work = options.work or Path(scratch)
        print(describe_run(cpu=options.cpu), flush=True)
        for size in options.sizes:
            fitting = [name for name in names if size <= _LARGEST.get(name, size)]
            result = _measure_size(options, prepare_corpus(options.reuters, size, work), fitting)
            print(f"\n{format_result(result)}", flush=True)
            results.append(result)
    if options.json:
        values = {
            "run": describe_run(cpu=options.cpu),
            "results": [result_values(r) for r in results],
        }
        options.json.write_text(json.dumps(values, indent=1))
    return int(any(result.mismatches for result in results))


def _measure_size(options: argparse.Namespace, corpus: Corpus, names: Sequence[str]) -> Result:
    built = [prepare_index(name, corpus, rebuild=name in options.rebuild) for name in names]
    engines = [make_engine(index.engine, index.folder) for index in built]
    readings = {engine.reading.name: engine.reading for engine in engines}
    truth = prepare_truth(corpus, tuple(readings.values()))
    machinery = () if options.quick else _measure_apart(built, corpus)
    for engine in engines:
        engine.open()
    mismatches: list[Mismatch] = []
    for engine in engines:
        mismatches += check_answers(engine, corpus.queries, truth[engine.reading.name])
    clock = time.thread_time if options.cpu else time.perf_counter
    timings = measure(engines, corpus.queries, options.rounds, clock)
    for engine in engines:
        engine.close()
    return Result(
        corpus=corpus,
        engines=tuple(names),
        timings=timings,
        machinery=machinery,
        mismatches=tuple(mismatches),
    )


def _measure_apart(built: Sequence[BuiltIndex], corpus: Corpus) -> tuple[Machinery, ...]:
    """What is measured once for each index, however many engines share it."""
    distinct: dict[Path, BuiltIndex] = {}
    for index in built:
        distinct.setdefault(index.folder, index)
    return tuple(measure_machinery(index, corpus) for index in distinct.values())


def _installed(wanted: Sequence[str]) -> list[str]:
    """The engines whose packages are installed; says which are not."""
    names = []
    for name in wanted:
        try:
            engine_class(name)
        except ImportError as error:
            print(f"{name} is left out: {error}. Install it with pip install '.[bench]'.")
        else:
            names.append(name)
    return names


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    summary = __doc__.splitlines()[0] if __doc__ else None
    parser = argparse.ArgumentParser(prog="tests.benchmark engines", description=summary)
    parser.add_argument("--reuters", type=Path, help="Reuters articles as JSON Lines")
    parser.add_argument("--sizes", type=_parse_sizes, default=[21_578], help="21k,100k,1m (21k)")
    parser.add_argument("--engines", type=_parse_engines, default=ENGINES, help=",".join(ENGINES))
    parser.add_argument("--rounds", type=int, default=5, help="rounds over all queries (5)")
    parser.add_argument("--work", type=Path, help="folder that keeps corpora and indexes")
    parser.add_argument("--rebuild", type=_parse_engines, default=(), help="engines to index anew")
    parser.add_argument("--quick", action="store_true", help="queries only, no fresh processes")
    parser.add_argument("--cpu", action="store_true", help="CPU times: for a machine that is busy")
    parser.add_argument("--json", type=Path, help="file for the figures as JSON")
    return parser.parse_args(arguments)


def _parse_sizes(text: str) -> list[int]:
    try:
        return [_NAMED_SIZES.get(part) or int(part) for part in text.lower().split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a list like 21k,100k,1m") from None


def _parse_engines(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    unknown = [name for name in names if name not in ENGINES]
    if unknown:
        raise argparse.ArgumentTypeError(f"“{unknown[0]}” is none of {', '.join(ENGINES)}")
    return names
