"""The figures of a run as Markdown tables and as plain values for JSON."""

import os
import platform
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

from tests.benchmark.engines.comparing import Mismatch, Timings
from tests.benchmark.engines.figures import BASE, mean_ratio, medians, quantile
from tests.benchmark.engines.machinery import Machinery
from tests.benchmark.engines.queries import Kind, Task
from tests.benchmark.engines.storage import Corpus

_MIB = 1024**2
_DASH = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Everything that was measured on one corpus."""

    corpus: Corpus
    engines: tuple[str, ...]
    timings: Timings
    machinery: tuple[Machinery, ...]
    mismatches: tuple[Mismatch, ...]


def describe_run(*, cpu: bool) -> str:
    """When, where and of which commit the figures are, and by which clock queries were timed."""
    commit = _run("git", "rev-parse", "--short", "HEAD") or "no commit"
    changed = " with changes" if _run("git", "status", "--porcelain", "searchapp") else ""
    packages = ", ".join(f"{name} {version(name)}" for name in ("numpy", "whoosh-reloaded"))
    clock = "Queries in CPU time" if cpu else "Queries in wall-clock time"
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, commit `{commit}`{changed}, {_processor()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}, {packages}, "
        f"{platform.system()}. {clock}; every engine in one thread."
    )


def format_result(result: Result) -> str:
    """The tables of one corpus."""
    corpus = result.corpus
    parts = [
        f"## {corpus.size:,} articles, {corpus.text_bytes / 1e6:,.0f} MB of text\n",
        _format_tasks(result),
        "Page by class of query, geometric mean of the ratios to "
        f"{BASE}, and median in ms:\n\n{_format_kinds(result)}",
        *([_format_machinery(result)] if result.machinery else []),
        _format_mismatches(result),
    ]
    return "\n".join(parts)


def result_values(result: Result) -> dict[str, object]:
    """The same as values for JSON, with the median of every query in ms."""
    return {
        "articles": result.corpus.size,
        "text_bytes": result.corpus.text_bytes,
        "queries": [{"kind": q.kind, "query": str(q)} for q in result.corpus.queries],
        "medians_ms": {
            f"{engine} {task}": {n: round(t * 1e3, 4) for n, t in medians(times).items()}
            for (engine, task), times in result.timings.items()
        },
        "machinery": {
            entry.built.engine: {
                "build_s": entry.built.seconds,
                "build_cpu_s": entry.built.cpu_seconds,
                "build_peak_bytes": entry.built.peak_bytes,
                "index_bytes": entry.built.size_bytes,
                "opening_s": entry.opening,
                "memory_bytes": entry.memory,
                "update_s": entry.update,
                "pages_per_second": [entry.one_process, entry.two_processes],
            }
            for entry in result.machinery
        },
        "mismatches": [f"{m.engine}: {m.query}: {m.words}" for m in result.mismatches],
    }


def format_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first are aligned to the right."""
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _format_tasks(result: Result) -> str:
    head = ["engine"]
    for task in Task:
        head += [f"{task} p50 ms", "p95 ms", "×T"]
    rows = []
    for engine in result.engines:
        row = [engine]
        for task in Task:
            times = medians(result.timings[engine, task])
            if not times:
                row += ["n/a", "n/a", "n/a"]
                continue
            row += [_ms(quantile(list(times.values()), share)) for share in (0.5, 0.95)]
            row.append(_ratio(mean_ratio(times, _base(result, task))))
        rows.append(row)
    return format_table(head, rows)


def _format_kinds(result: Result) -> str:
    rows = []
    for kind in Kind:
        row = [kind.value]
        chosen = {n for n, query in enumerate(result.corpus.queries) if query.kind is kind}
        base = {n: t for n, t in _base(result, Task.PAGE).items() if n in chosen}
        for engine in result.engines:
            times = medians(result.timings[engine, Task.PAGE])
            found = {n: t for n, t in times.items() if n in chosen}
            if not found:
                row.append("n/a")
                continue
            row.append(f"{_ratio(mean_ratio(found, base))} ({_ms(median(found.values()))})")
        rows.append(row)
    return format_table(["class", *result.engines], rows)


def _format_machinery(result: Result) -> str:
    rows = []
    for entry in result.machinery:
        built, text = entry.built, result.corpus.text_bytes
        rows.append(
            [
                built.engine,
                f"{result.corpus.size / built.seconds:,.0f}",
                f"{result.corpus.size / built.cpu_seconds:,.0f}",
                f"{built.peak_bytes / _MIB:,.0f}",
                f"{built.size_bytes / text:.2f}",
                _ms(entry.opening["open"]),
                _ms(entry.opening["first"]),
                f"{entry.memory['rss'] / _MIB:,.0f}",
                f"{entry.memory['anonymous'] / _MIB:,.0f}",
                _ms(entry.update["seconds"]) if entry.update else "n/a",
                f"{entry.one_process:,.0f}" if entry.one_process else "n/a",
                f"{entry.two_processes:,.0f}" if entry.two_processes else "n/a",
            ]
        )
    head = (
        "engine|indexing docs/s|docs/CPU s|peak MB|index / text|open ms|first page ms|RSS MB|"
        "own MB|one changed ms|pages/s|2 processes"
    )
    return format_table(head.split("|"), rows)


def _format_mismatches(result: Result) -> str:
    if not result.mismatches:
        return "Totals and counts of every engine equal brute force.\n"
    shown = [f"- {m.engine}, `{m.query}`: {m.words}" for m in result.mismatches[:40]]
    count = len(result.mismatches)
    return f"**{count} answers differ from brute force:**\n\n" + "\n".join(shown) + "\n"


def _base(result: Result, task: Task) -> dict[int, float]:
    return medians(result.timings.get((BASE, task), {}))


def _ms(seconds: float) -> str:
    value = seconds * 1e3
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _ratio(value: float | None) -> str:
    return _DASH if value is None else f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _run(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
