"""What is measured in a fresh process: building, opening, memory, queries per second.

    python -m tests.benchmark.engines.process MEASURE ENGINE INDEX CORPUS [SECONDS]

Prints a JSON object. Interpreter start and imports are not in the times, memory is in bytes.
"""

import gc
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from tests.benchmark.engines.articles import SourceArticle, iter_articles
from tests.benchmark.engines.catalogue import make_engine
from tests.benchmark.engines.engine import BenchmarkEngine, run_task
from tests.benchmark.engines.queries import Query, Task, read_queries

Measured = dict[str, float]

MARK = "zzbenchmarkzz"
"""A word that no article has before it is changed."""

_OPENING_QUERY = 2
_KIB = 1024


def run_apart(measure: str, engine: str, index: Path, corpus: Path, *more: str) -> Measured:
    """What a fresh process measures. Raises CalledProcessError when it fails."""
    (measured,) = run_together(measure, engine, index, corpus, *more, processes=1)
    return measured


def run_together(
    measure: str, engine: str, index: Path, corpus: Path, *more: str, processes: int
) -> list[Measured]:
    """What several fresh processes measure at the same time."""
    command = [sys.executable, "-m", "tests.benchmark.engines.process", measure, engine]
    command += [str(index), str(corpus), *more]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(processes)
    ]
    outputs = [process.communicate()[0] for process in running]
    for process in running:
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
    return [json.loads(output) for output in outputs]


def main() -> None:
    """Measure what the command line says, and print it."""
    measure, name, index, corpus = sys.argv[1:5]
    engine, folder = make_engine(name, Path(index)), Path(corpus)
    queries = read_queries(folder / "queries.json")
    if measure == "build":
        measured = _build(engine, iter_articles(folder / "articles.jsonl"))
    elif measure == "open":
        measured = _open(engine, queries)
    elif measure == "memory":
        measured = _memory(engine, queries)
    elif measure == "update":
        measured = _update(name, Path(index), next(iter_articles(folder / "articles.jsonl")))
    else:
        measured = _throughput(engine, queries, float(sys.argv[5]))
    print(json.dumps(measured))


def _build(engine: BenchmarkEngine, articles: Iterable[SourceArticle]) -> Measured:
    """Seconds without those that reading the articles took, of the clock and of all processors."""
    wall, processors = _Stopwatch(time.perf_counter), _Stopwatch(time.process_time)
    began = (time.perf_counter(), time.process_time())
    engine.build(wall.over(processors.over(articles)))
    return {
        "seconds": time.perf_counter() - began[0] - wall.seconds,
        "cpu_seconds": time.process_time() - began[1] - processors.seconds,
        "peak_bytes": _proc_bytes("status")["VmHWM"],
    }


def _open(engine: BenchmarkEngine, queries: tuple[Query, ...]) -> Measured:
    query = queries[_OPENING_QUERY]
    started = time.perf_counter()
    engine.open()
    opened = time.perf_counter()
    run_task(engine, query, _fullest(engine, query))
    return {"open": opened - started, "first": time.perf_counter() - opened}


def _memory(engine: BenchmarkEngine, queries: tuple[Query, ...]) -> Measured:
    """After every query once: all pages in memory, those of its own, those not of files."""
    engine.open()
    for query in _answerable(engine, queries):
        run_task(engine, query, _fullest(engine, query))
    gc.collect()
    fields = _proc_bytes("smaps_rollup")
    return {"rss": fields["Rss"], "pss": fields["Pss"], "anonymous": fields["Anonymous"]}


def _proc_bytes(file: str) -> Measured:
    """The sizes that Linux tells of this process, by name."""
    fields = {}
    for line in Path("/proc/self", file).read_text().splitlines():
        if line.endswith(" kB"):
            name, _, value = line.partition(":")
            fields[name] = float(value.split()[0]) * _KIB
    return fields


def _update(name: str, index: Path, article: SourceArticle) -> Measured:
    """The median of three changes of one article, from its text to being found, in a copy."""
    with tempfile.TemporaryDirectory(dir=index.parent) as scratch:
        copy = Path(scratch) / "index"
        shutil.copytree(index, copy)
        engine = make_engine(name, copy)
        engine.open()
        times = []
        for number in range(3):
            changed = replace(article, title=f"{MARK}{number} {article.title}")
            started = time.perf_counter()
            if engine.update(changed) != 1:
                raise RuntimeError(f"{name} does not find the article that was changed")
            times.append(time.perf_counter() - started)
        engine.close()
    return {"seconds": sorted(times)[1]}


def _throughput(engine: BenchmarkEngine, queries: tuple[Query, ...], seconds: float) -> Measured:
    engine.open()
    answerable = _answerable(engine, queries)
    for query in answerable:
        run_task(engine, query, _fullest(engine, query))
    count, started = 0, time.perf_counter()
    for query in cycle(answerable):
        run_task(engine, query, _fullest(engine, query))
        count += 1
        elapsed = time.perf_counter() - started
        if elapsed >= seconds:
            break
    return {"per_second": count / elapsed}


def _answerable(engine: BenchmarkEngine, queries: tuple[Query, ...]) -> list[Query]:
    return [query for query in queries if engine.understands(query, Task.TOP)]


def _fullest(engine: BenchmarkEngine, query: Query) -> Task:
    return Task.PAGE if engine.understands(query, Task.PAGE) else Task.TOP


class _Stopwatch:
    """Adds up the time that an iterator takes to produce its entries."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.seconds = 0.0

    def over(self, articles: Iterable[SourceArticle]) -> Iterator[SourceArticle]:
        entries = iter(articles)
        with suppress(StopIteration):
            while True:
                started = self._clock()
                entry = next(entries)
                self.seconds += self._clock() - started
                yield entry


if __name__ == "__main__":
    main()
