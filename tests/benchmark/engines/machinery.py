"""What fresh processes measure of an engine: opening, memory, a change, pages per second."""

from dataclasses import dataclass
from typing import Final

from tests.benchmark.engines.catalogue import make_engine
from tests.benchmark.engines.process import Measured, run_apart, run_together
from tests.benchmark.engines.queries import Task
from tests.benchmark.engines.storage import BuiltIndex, Corpus

_SECONDS: Final = "4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Machinery:
    """What is measured outside of the interleaved run, in seconds and bytes; None if it cannot.

    `opening` has `open` and `first`, `memory` has `rss`, `pss` and `anonymous`, as Linux calls
    them; `update` has `seconds`.
    """

    built: BuiltIndex
    opening: Measured
    memory: Measured
    update: Measured | None = None
    one_process: float | None = None
    two_processes: float | None = None


def measure_machinery(index: BuiltIndex, corpus: Corpus) -> Machinery:
    """Measure an index; engines without pages are not asked for changes and rates."""
    place = (index.engine, index.folder, corpus.folder)
    opening, memory = run_apart("open", *place), run_apart("memory", *place)
    engine = make_engine(index.engine, index.folder)
    if not any(engine.understands(query, Task.PAGE) for query in corpus.queries):
        return Machinery(built=index, opening=opening, memory=memory)
    return Machinery(
        built=index,
        opening=opening,
        memory=memory,
        update=run_apart("update", *place),
        one_process=_pages_per_second(index, corpus, processes=1),
        two_processes=_pages_per_second(index, corpus, processes=2),
    )


def _pages_per_second(index: BuiltIndex, corpus: Corpus, *, processes: int) -> float:
    place = (index.engine, index.folder, corpus.folder)
    measured = run_together("throughput", *place, _SECONDS, processes=processes)
    return sum(entry["per_second"] for entry in measured)
