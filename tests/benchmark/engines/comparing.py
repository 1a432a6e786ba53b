"""Every query to every engine, in turns, and whether the answers are right."""

import gc
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from searchapp.search.facets import EXPANDED_FACET_LIMIT
from tests.benchmark.engines.engine import HITS, BenchmarkEngine, run_task
from tests.benchmark.engines.figures import BASE
from tests.benchmark.engines.queries import Query, Task
from tests.benchmark.engines.truth import Counts

_ENOUGH_SECONDS: Final = 0.5
"""After so long an engine need not answer the same query and task again."""
_FEWEST_ROUNDS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """An answer that is not what brute force says."""

    engine: str
    query: Query
    words: str


Clock = Callable[[], float]
Timings = dict[tuple[str, Task], dict[int, list[float]]]
"""Seconds by engine and task, then by the number of the query."""


def check_answers(
    engine: BenchmarkEngine, queries: Sequence[Query], truth: Sequence[Counts]
) -> Iterator[Mismatch]:
    """Everything an engine counts wrongly; what it does not count is not asked."""
    for query, expected in zip(queries, truth, strict=True):
        if not engine.understands(query, Task.FACETS):
            continue
        words = [*_wrong_counts(engine.counts(query), expected)]
        for task in Task:
            words += _wrong_answer(engine, query, task, expected)
        for text in words:
            yield Mismatch(engine=engine.name, query=query, words=text)


def measure(
    engines: Sequence[BenchmarkEngine],
    queries: Sequence[Query],
    rounds: int,
    clock: Clock = time.perf_counter,
) -> Timings:
    """The times of all engines, one after another at each class of queries, in turning order."""
    timings: Timings = {(engine.name, task): {} for engine in engines for task in Task}
    gc.collect()
    gc.disable()
    try:
        for together in _passes(engines):
            for turn in range(rounds + 1):
                for place, block in enumerate(_blocks(queries)):
                    first = (turn + place) % len(together)
                    for engine in (*together[first:], *together[:first]):
                        for task in Task:
                            _measure_block(engine, block, task, timings, turn, clock)
    finally:
        gc.enable()
    return timings


Block = list[tuple[int, Query]]
"""Queries of one class, with their numbers."""


def _blocks(queries: Sequence[Query]) -> list[Block]:
    return [list(block) for _, block in groupby(enumerate(queries), lambda one: one[1].kind)]


def _passes(engines: Sequence[BenchmarkEngine]) -> list[list[BenchmarkEngine]]:
    """The engines that are measured together.

    Of engines that share an index only one: each would find the files in the processor's caches
    that the other just read. The rest follow, beside the engine to which ratios are.
    """
    by_index: dict[str, BenchmarkEngine] = {}
    for engine in engines:
        by_index.setdefault(engine.index, engine)
    first = list(by_index.values())
    rest = [engine for engine in engines if engine not in first]
    base = [engine for engine in first if engine.name == BASE]
    return [first, [*rest, *base]] if rest else [first]


def _measure_block(
    engine: BenchmarkEngine, block: Block, task: Task, timings: Timings, turn: int, clock: Clock
) -> None:
    """One turn of an engine at a class of queries; turn 0 warms up and does not count.

    The engine first answers the last of them unmeasured: the engine before it has filled the
    processor's caches with its own, which no engine meets that is alone in its server.
    """
    found = timings[engine.name, task]
    asked = [
        (number, query)
        for number, query in block
        if engine.understands(query, task) and not _enough(found.setdefault(number, []))
    ]
    for place, (number, query) in enumerate([*asked[-1:], *asked]):
        started = clock()
        run_task(engine, query, task)
        if turn and place:
            found[number].append(clock() - started)


def _enough(times: list[float]) -> bool:
    return len(times) >= _FEWEST_ROUNDS and sum(times) > _ENOUGH_SECONDS


def _wrong_answer(
    engine: BenchmarkEngine, query: Query, task: Task, expected: Counts
) -> Iterator[str]:
    answer = run_task(engine, query, task)
    if answer.total != expected.total:
        yield f"{task}: {answer.total} hits instead of {expected.total}"
    elif answer.hits != min(HITS, expected.total):
        yield f"{task}: shows {answer.hits} hits of {expected.total}"
    if task is not Task.TOP:
        yield from _wrong_values(answer.facets, expected.facets, str(task), HITS)
    if task is Task.PAGE and len([text for text in answer.snippets if text]) != answer.hits:
        yield f"{task}: {len(answer.snippets)} snippets for {answer.hits} hits"


def _wrong_counts(found: Counts, expected: Counts) -> Iterator[str]:
    if found.total != expected.total:
        yield f"{found.total} hits instead of {expected.total}"
    yield from _wrong_values(found.facets, expected.facets, "all values", EXPANDED_FACET_LIMIT)


def _wrong_values(
    found: Mapping[str, Mapping[str, int]],
    expected: Mapping[str, Mapping[str, int]],
    where: str,
    limit: int,
) -> Iterator[str]:
    """Values with another count, and values that are not listed though the limit leaves room.

    Chosen values may be listed beyond the limit.
    """
    for facet, counts in expected.items():
        listed = found.get(facet, {})
        wrong = {v: (n, counts.get(v, 0)) for v, n in listed.items() if n != counts.get(v, 0)}
        for value, (count, right) in list(wrong.items())[:3]:
            yield f"{where}: {facet} {value} {count} instead of {right}"
        least = sorted(listed.values(), reverse=True)[limit - 1] if len(listed) >= limit else 0
        left_out = [v for v, n in counts.items() if n > least and v not in listed]
        if left_out or (counts and not listed):
            yield f"{where}: {facet} lacks {left_out[:3]}"
