"""How fast articles are extracted on one core, by part, and what a worker process needs.

    python -m tests.benchmark.extraction [--data FILE|FOLDER] [--limit N] [--repeat N]

Without --data the sample articles are measured, over and over until there are enough. Times are
CPU time, the best of several runs, so that other work on the machine disturbs little. Rates are
for articles of the size of the seed article (3,400 characters), so that archives of long and of
short articles compare. The memory is that of a fresh process that has imported what a reindex
worker imports and has extracted 200 articles.
"""

import argparse
import resource
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from importlib.resources import files
from itertools import chain, cycle, islice
from pathlib import Path
from time import process_time
from typing import TypeVar

from searchapp.article import Article, RawArticle
from searchapp.extract import ExtractOptions, Extractor, build_extractor
from searchapp.extract.countries import find_countries
from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.language import find_language
from searchapp.extract.persons import find_persons
from searchapp.extract.places import find_places
from searchapp.extract.tokens import tokenize
from searchapp.ingest import SourceFile, hash_file, iter_files, read_articles

SEED_SIZE = 3_400
"""Characters of the article that all rates are for."""
_FEWEST = 200
_MEASURE_MEMORY = "--measure-memory"
_REST = "zones, title, date, byline"

T = TypeVar("T")


def main(argv: Sequence[str] | None = None) -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, help="a file or folder of articles (the samples)")
    parser.add_argument("--limit", type=int, default=1_000, help="articles to measure (1000)")
    parser.add_argument("--repeat", type=int, default=5, help="runs, of which the best counts (5)")
    parser.add_argument(_MEASURE_MEMORY, action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    folder = options.data or Path(str(files("searchapp").joinpath("samples", "articles")))
    if not folder.exists():
        sys.exit(f"{folder} is not there; name a file or a folder of articles with --data.")
    if options.measure_memory:
        print(measure_memory(folder))
        return
    # First, while this process is small: a new process inherits the peak of the one it comes from.
    memory = fresh_memory(folder)
    raws = read(folder, options.limit)
    size = sum(len(raw.text) for raw in raws)
    extractor = build_extractor(ExtractOptions())
    best: dict[str, float] = {}
    for _ in range(options.repeat):
        for part, seconds in measure(extractor, raws).items():
            best[part] = min(best.get(part, seconds), seconds)
    print(format_table(best, articles=len(raws), size=size, memory=memory))


def read(path: Path, limit: int) -> list[RawArticle]:
    """Return the articles of a file or a folder; few are repeated until there are enough."""
    found = chain.from_iterable(
        read_articles(file, sha256)
        for file in iter_files([path])
        if isinstance(file, SourceFile) and isinstance(sha256 := hash_file(file), str)
    )
    raws = list(islice((raw for raw in found if isinstance(raw, RawArticle)), limit))
    if not raws:
        sys.exit(f"{path} holds no articles.")
    return list(islice(cycle(raws), max(len(raws), min(limit, _FEWEST))))


def measure(extractor: Extractor, raws: Sequence[RawArticle]) -> dict[str, float]:
    """Return the CPU seconds of all articles, whole and by part.

    Parts that need much of what others found are measured together, as what is left of the whole.
    """
    clock = _Clock()
    for raw in raws:
        _measure_parts(clock, clock.run("all facets", partial(extractor.extract, raw)))
    whole = clock.seconds["all facets"]
    parts = sum(clock.seconds.values()) - whole
    return {**clock.seconds, _REST: max(whole - parts, 0.0)}


def _measure_parts(clock: "_Clock", article: Article) -> None:
    text, gazetteer, passages = article.text, load_gazetteer(), article.passages
    tokens = clock.run("tokens", partial(tokenize, text))
    places = clock.run("places", partial(find_places, tokens, gazetteer))
    persons = clock.run("persons", partial(find_persons, text, tokens, places, passages, gazetteer))
    clock.run("countries", partial(find_countries, text, tokens, places, persons, passages))
    clock.run("language", partial(find_language, text))


class _Clock:
    """Adds up the CPU time of parts."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def run(self, part: str, work: Callable[[], T]) -> T:
        """Return what `work` returns, its time added to the part's."""
        began = process_time()
        result = work()
        self.seconds[part] += process_time() - began
        return result


def format_table(best: dict[str, float], *, articles: int, size: int, memory: int) -> str:
    """Return the figures as Markdown."""
    count = size / SEED_SIZE
    lines = [
        f"{articles:,} articles of {size / articles:,.0f} characters on average; figures for "
        f"articles of {SEED_SIZE:,} characters.",
        "",
        "| part | µs per article | articles/s | share |",
        "|---|---:|---:|---:|",
    ]
    for part, seconds in sorted(best.items(), key=lambda entry: -entry[1]):
        each = seconds / count
        rate = f"{1 / each:,.0f}" if each else "–"
        share = seconds / best["all facets"]
        lines.append(f"| {part} | {each * 1e6:,.0f} | {rate} | {share:.0%} |")
    lines += ["", f"Memory of a worker process: {memory:,} MB."]
    return "\n".join(lines)


def fresh_memory(folder: Path) -> int:
    """Return what `measure_memory` says in a fresh process."""
    command = [sys.executable, "-m", "tests.benchmark.extraction", _MEASURE_MEMORY]
    run = subprocess.run(
        [*command, "--data", str(folder)], check=True, capture_output=True, text=True
    )
    return int(run.stdout)


def measure_memory(folder: Path) -> int:
    """Return the most memory in MB that this process has had once it has done its share."""
    import_module("searchapp.reindex.pool")
    extractor = build_extractor(ExtractOptions())
    for raw in read(folder, _FEWEST):
        extractor.extract(raw)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Bytes on macOS, kibibytes elsewhere.
    return round(peak / (1024**2 if sys.platform == "darwin" else 1024))


if __name__ == "__main__":
    main()
