"""What every engine in the comparison can do, each in a file of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from tests.benchmark.engines.articles import SourceArticle
from tests.benchmark.engines.queries import Query, Task
from tests.benchmark.engines.reading import Reading
from tests.benchmark.engines.truth import Counts

HITS: Final = 10
"""How many hits are wanted, and how many values of each facet."""

SNIPPET_LENGTH: Final = 200
"""About how many characters of text a hit is shown with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an engine answered; `total` is None when it cannot tell. Facets and snippets are empty
    when they were not wanted."""

    hits: int
    total: int | None
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    snippets: tuple[str, ...] = ()


class BenchmarkEngine(Protocol):
    """An engine over a folder.

    `index` names what it writes there, with a version that goes up with any change to that;
    engines of the same index share it. All of its methods run in one thread. `open` is called
    before anything but `build`.
    """

    name: str
    index: str
    reading: Reading

    def build(self, articles: Iterable[SourceArticle]) -> None:
        """Index articles into the folder, which is new, so that they can be searched."""
        ...

    def open(self) -> None:
        """Open the index, as a server does that starts."""
        ...

    def understands(self, query: Query, task: Task) -> bool:
        """Whether the engine can do that at all."""
        ...

    def top(self, query: Query) -> Answer:
        """The ten best hits and the exact total."""
        ...

    def facets(self, query: Query) -> Answer:
        """The same with the ten most frequent values of each facet, counted over all hits."""
        ...

    def page(self, query: Query) -> Answer:
        """The same with a snippet of each of the ten hits."""
        ...

    def counts(self, query: Query) -> Counts:
        """All the counts there are, or the first of each facet, to be checked, not measured."""
        ...

    def update(self, article: SourceArticle) -> int:
        """Replace one article; returns the hits of the first word of its title once visible."""
        ...

    def close(self) -> None:
        """Let go of the folder."""
        ...


def run_task(engine: BenchmarkEngine, query: Query, task: Task) -> Answer:
    """The answer of an engine to a query, as much of it as the task wants."""
    if task is Task.TOP:
        return engine.top(query)
    return engine.facets(query) if task is Task.FACETS else engine.page(query)
