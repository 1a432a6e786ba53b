"""A reindex in a process of its own: time, rate, memory, and the size of what it makes."""

import resource
import subprocess
import sys
import time
from pathlib import Path


def measure_reindex(archive: Path, index: Path) -> str:
    """A table of the first reindex of an archive, and of one with nothing to do."""
    files = [path for path in archive.rglob("*") if path.is_file()]
    text = sum(path.stat().st_size for path in files)
    seconds = _reindex(archive, index, "--full")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    again = _reindex(archive, index)
    size = sum(path.stat().st_size for path in max(index.glob("gen-*")).iterdir())
    rows = [
        ("articles", f"{len(files):,}"),
        ("text, MB", f"{text / 1e6:.1f}"),
        ("reindex, s", f"{seconds:.1f}"),
        ("articles/s", f"{len(files) / seconds:,.0f}"),
        ("largest process, MB", f"{memory:.0f}"),
        ("index, MB", f"{size / 1e6:.1f}"),
        ("index / text", f"{size / text:.2f}"),
        ("reindex with nothing changed, s", f"{again:.1f}"),
    ]
    return "| reindex | |\n|---|---|\n" + "".join(f"| {name} | {value} |\n" for name, value in rows)


def _reindex(archive: Path, index: Path, *options: str) -> float:
    command = [sys.executable, "-m", "searchapp", "reindex", str(archive), "--index", str(index)]
    started = time.monotonic()
    subprocess.run([*command, *options], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - started
