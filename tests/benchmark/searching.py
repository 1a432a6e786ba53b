"""200 different searches over HTTP against a server of its own: how long a whole page takes."""

import json
import random
import re
import statistics
import subprocess
import sys
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from searchapp.engine import EmbeddedEngine
from searchapp.search.facets import Facet
from searchapp.search.request import MAX_PAGE_SIZE, SearchRequest

_SEED = 7
_PER_KIND = 25
Search = tuple[str, list[tuple[str, str]]]


def measure_searches(index: Path) -> str:
    """A table of times by kind of search: the whole page over HTTP, and the engine's part of it."""
    searches = list(iter_searches(index))
    random.Random(_SEED).shuffle(searches)
    command = [sys.executable, "-m", "searchapp", "serve", "--index", str(index), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = re.search(r"http://\S+", server.stdout.readline())
            assert address is not None
            times: dict[str, list[float]] = defaultdict(list)
            engine: dict[str, list[float]] = defaultdict(list)
            for _, args in searches[:20]:
                _fetch(address[0], args)
            for kind, args in searches:
                elapsed, took = _fetch(address[0], args), _took(address[0], args)
                for name in (kind, "all"):
                    times[name].append(elapsed)
                    engine[name].append(took)
            memory = _memory(server.pid)
        finally:
            server.terminate()
    table = "| search, ms | page p50 | p95 | max | engine p50 | p95 | max |\n"
    table += "|---|---|---|---|---|---|---|\n"
    for kind in sorted(times, key=lambda kind: (kind == "all", kind)):
        cells = " | ".join(_quantiles(times[kind]) + _quantiles(engine[kind]))
        table += f"| {kind} ({len(times[kind])}) | {cells} |\n"
    return f"{table}\nMemory of the server: {memory:.0f} MB\n"


def iter_searches(index: Path) -> Iterator[Search]:
    """200 different searches drawn from the archive's own words, the same every time."""
    engine = EmbeddedEngine(index)
    chance = random.Random(_SEED)
    newest = SearchRequest(size=MAX_PAGE_SIZE, expanded=(Facet.PERSON, Facet.COUNTRY))
    response = engine.search(newest)
    texts = [engine.article(hit.id).text for hit in response.hits]
    pairs = [pair for text in texts for pair in re.findall(r"\b([a-z]{4,}) ([a-z]{4,})\b", text)]
    chosen = chance.sample(sorted(set(pairs)), 4 * _PER_KIND)
    words = iter(dict.fromkeys(word for pair in chosen for word in pair))
    persons = [bucket.value for bucket in response.facet(Facet.PERSON).buckets]
    countries = [bucket.value for bucket in response.facet(Facet.COUNTRY).buckets]
    for number in range(_PER_KIND):
        first, second = chosen[number]
        day = f"{chance.randint(2012, 2020)}-{chance.randint(1, 12):02}"
        yield "one word", [("q", next(words))]
        yield "two words", [("q", f"{first} {second}")]
        yield "phrase", [("q", f'"{" ".join(chosen[number + _PER_KIND])}"')]
        yield "either word", [("q", " OR ".join(chosen[number + 2 * _PER_KIND]))]
        yield "prefix", [("q", f"{next(words)[:4]}*")]
        yield (
            "word in a country",
            [("q", next(words)), ("country", countries[number % len(countries)])],
        )
        yield (
            "word about a person",
            [("q", next(words)), ("person", persons[number % len(persons)])],
        )
        yield (
            "browsing from a month",
            [("from", day), ("sort", "oldest"), ("page", str(number + 1))],
        )


def _fetch(address: str, args: list[tuple[str, str]]) -> float:
    started = time.perf_counter()
    with urllib.request.urlopen(f"{address}/search?{urlencode(args)}") as response:
        response.read()
    return (time.perf_counter() - started) * 1000


def _took(address: str, args: list[tuple[str, str]]) -> float:
    with urllib.request.urlopen(f"{address}/search.json?{urlencode(args)}") as response:
        return float(json.load(response)["took_ms"])


def _quantiles(values: list[float]) -> list[str]:
    return [
        f"{value:.1f}"
        for value in (
            statistics.median(values),
            statistics.quantiles(values, n=20)[-1],
            max(values),
        )
    ]


def _memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else float("nan")
