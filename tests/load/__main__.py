"""What `make load` runs: the real server under load, measured.

    python -m tests.load (--data articles.jsonl.gz | --index FOLDER) [--rate N] [--seconds N]
                         [--workers N] [--cases NAME,…] [--minutes N] [--limit N]

The file is whatever `searchapp reindex` takes. Latencies run from the moment at which a request
was due. Prints Markdown.
"""

import argparse
import asyncio
import gzip
import itertools
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.load import cases
from tests.load.cases import Load
from tests.load.figures import Figures
from tests.load.queries import build_paths, read_vocabulary
from tests.load.server import Server, running

CASES = ("steady", "slow", "hostile", "reindex", "overload", "soak")
_WARM_UP = 5.0
_SEED = 11
_HEAD = (
    "| case | asked/s | asked | answered | shed | errors | p50 | p95 | p99 | max, ms |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
)


def main() -> None:
    """Measure and print."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        archive, index = Path(scratch) / "archive", options.index
        if index is None:
            index = Path(scratch) / "index"
            archive.mkdir()
            _build(options.data, options.limit, archive, index)
        elif "reindex" in options.cases:
            print("The case “reindex” is left out: it needs articles, named with --data.\n")
            options.cases.remove("reindex")
        asyncio.run(_measure(options, archive, index))


async def _measure(options: argparse.Namespace, archive: Path, index: Path) -> None:
    paths = build_paths(read_vocabulary(index), _SEED)
    load = Load(paths=paths, rate=options.rate, seconds=options.seconds)
    with running(index, workers=options.workers) as server:
        await Load(paths=paths, rate=options.rate / 2, seconds=_WARM_UP).run(server)
        print(
            f"{server.articles():,} articles, {options.workers} processes, "
            f"{len(paths)} different searches, Poisson arrivals.\n"
        )
        print(_HEAD)
        for case in options.cases:
            await _run(case, server, load, options, archive, index)


async def _run(
    case: str,
    server: Server,
    load: Load,
    options: argparse.Namespace,
    archive: Path,
    index: Path,
) -> None:
    match case:
        case "steady":
            _row("L1 steady", load.rate, await cases.steady(server, load))
        case "slow":
            name = f"Q28 beside {cases.SLOW_CLIENTS} slow clients"
            _row(name, load.rate, await cases.beside_slow(server, load))
        case "hostile":
            name = "L6 beside a hostile client"
            _row(name, load.rate, await cases.beside_hostile(server, load))
        case "reindex":
            figures = await cases.during_reindex(server, load, archive, index)
            _row("F13 during reindexes", load.rate, figures)
        case "overload":
            during, after, seconds = await cases.overloaded(server, load)
            _row("L4 overload", load.rate * cases.OVERLOAD, during)
            _row(f"L4 after it, recovered in {seconds:.1f} s", load.rate, after)
        case "soak":
            figures, taken = await cases.soaked(server, load, options.minutes)
            (first, opened), (last, open_) = taken[0], taken[-1]
            name = (
                f"L5 {options.minutes:g} min: {first:.0f} → {last:.0f} MB, {opened} → {open_} fds"
            )
            _row(name, load.rate / 2, figures)


def _row(name: str, rate: float, figures: Figures) -> None:
    print(
        f"| {name} | {rate:g} | {figures.asked:,} | {figures.answered:,} | {figures.shed:,} | "
        f"{figures.errors:,} | {figures.p50:.1f} | {figures.p95:.1f} | {figures.p99:.1f} | "
        f"{figures.longest:.1f} |",
        flush=True,
    )


def _build(articles: Path, limit: int | None, archive: Path, index: Path) -> None:
    opener = gzip.open if articles.suffix == ".gz" else open
    with opener(articles, "rb") as lines, (archive / "articles.jsonl").open("wb") as copy:
        copy.writelines(itertools.islice(lines, limit))
    command = [sys.executable, "-m", "searchapp", "reindex", str(archive), "--index", str(index)]
    if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode:
        sys.exit("The articles could not be indexed; the line above says why.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--data", type=Path, help="a file of articles as JSON Lines, may be gzipped"
    )
    parser.add_argument("--limit", type=int, help="take only the first so many articles")
    parser.add_argument("--index", type=Path, help="an index that is there already")
    parser.add_argument("--rate", type=float, default=100.0, help="requests a second (100)")
    parser.add_argument("--seconds", type=float, default=30.0, help="length of each case (30)")
    parser.add_argument("--workers", type=int, default=2, help="processes that answer (2)")
    parser.add_argument("--minutes", type=float, default=2.0, help="length of the soak (2)")
    parser.add_argument("--cases", default=",".join(CASES), help=f"of {', '.join(CASES)}")
    options = parser.parse_args()
    options.cases = options.cases.split(",")
    if unknown := set(options.cases) - set(CASES):
        sys.exit(f"There is no case {', '.join(sorted(unknown))}; there are {', '.join(CASES)}.")
    place = options.index or options.data
    if place is None or not place.exists():
        where = f"{place} is not there" if place else "No articles were named"
        sys.exit(f"{where}: name a file with `make load ARTICLES=articles.jsonl.gz`.")
    return options


if __name__ == "__main__":
    main()
