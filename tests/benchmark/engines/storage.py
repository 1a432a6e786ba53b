"""Where corpora, truths and indexes are kept between runs, keyed by all that decides them."""

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.benchmark.engines.articles import iter_articles, read_reuters, write_articles
from tests.benchmark.engines.catalogue import engine_class
from tests.benchmark.engines.corpus import iter_corpus
from tests.benchmark.engines.mix import choose_queries, count_frequencies
from tests.benchmark.engines.process import run_apart
from tests.benchmark.engines.queries import Query, read_queries, write_queries
from tests.benchmark.engines.reading import Reading
from tests.benchmark.engines.truth import Counts, count_all, read_counts, write_counts

_FORMAT: Final = 3
"""The version of corpora, query mix and truths; the next one makes them all anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A corpus on disk with its queries. `text_bytes` counts titles and paragraphs."""

    folder: Path
    size: int
    text_bytes: int
    queries: tuple[Query, ...]

    @property
    def articles(self) -> Path:
        """The file of its articles."""
        return self.folder / "articles.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltIndex:
    """An engine's index over a corpus: how long it took, memory and size in bytes.

    `cpu_seconds` are those of all processors, which on a busy machine say more.
    """

    engine: str
    folder: Path
    seconds: float
    cpu_seconds: float
    peak_bytes: int
    size_bytes: int


def prepare_corpus(reuters: Path, size: int, work: Path) -> Corpus:
    """The corpus of so many articles made of a Reuters file; made once, then found."""
    digest = hashlib.sha256(reuters.read_bytes()).hexdigest()[:8]
    folder = work / f"corpus-{size}-{digest}-{_FORMAT}"
    if not folder.exists():
        aside = work / f"{folder.name}.making"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        write_articles(aside / "articles.jsonl", iter_corpus(read_reuters(reuters), size))
        found = count_frequencies(iter_articles(aside / "articles.jsonl"), size)
        write_queries(aside / "queries.json", choose_queries(found))
        text = sum(len(article.text) for article in iter_articles(aside / "articles.jsonl"))
        (aside / "text.json").write_text(json.dumps(text))
        aside.rename(folder)
    return Corpus(
        folder=folder,
        size=size,
        text_bytes=json.loads((folder / "text.json").read_text()),
        queries=read_queries(folder / "queries.json"),
    )


def prepare_truth(corpus: Corpus, readings: Sequence[Reading]) -> dict[str, list[Counts]]:
    """What must be found, by the name of the reading; counted once, then found."""
    paths = {reading.name: corpus.folder / f"truth-{reading.name}.json.gz" for reading in readings}
    missing = {r.name: r for r in readings if not paths[r.name].exists()}
    if missing:
        counted = count_all(iter_articles(corpus.articles), corpus.queries, tuple(missing.values()))
        for name, counts in zip(missing, counted, strict=True):
            write_counts(paths[name], counts)
    return {name: read_counts(path) for name, path in paths.items()}


def prepare_index(name: str, corpus: Corpus, *, rebuild: bool = False) -> BuiltIndex:
    """An engine's index over a corpus, built in a process of its own unless it is there already."""
    folder = corpus.folder / f"index-{engine_class(name).index}"
    figures = corpus.folder / f"{folder.name}.json"
    if rebuild or not figures.exists():
        figures.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        measured = run_apart("build", name, folder, corpus.folder)
        measured["size_bytes"] = _folder_size(folder)
        figures.write_text(json.dumps(measured))
    measured = json.loads(figures.read_text())
    return BuiltIndex(
        engine=name,
        folder=folder,
        seconds=measured["seconds"],
        cpu_seconds=measured["cpu_seconds"],
        peak_bytes=int(measured["peak_bytes"]),
        size_bytes=int(measured["size_bytes"]),
    )


def _folder_size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
