"""A reindex by two processes: time, rate, memory, and the size of what it makes."""

import resource
import subprocess
import sys
import time
from pathlib import Path

_PROCESSES = "2"


def measure_reindex(archive: Path, index: Path) -> str:
    """A table of the first reindex of an archive, and of one with nothing to do."""
    files = [path for path in archive.rglob("*") if path.is_file()]
    text = sum(path.stat().st_size for path in files)
    seconds, together = _reindex(archive, index, "--full")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    again, _ = _reindex(archive, index)
    size = sum(path.stat().st_size for path in max(index.glob("gen-*")).iterdir())
    rows = [
        ("articles", f"{len(files):,}"),
        ("text, MB", f"{text / 1e6:.1f}"),
        ("reindex, s", f"{seconds:.1f}"),
        ("articles/s", f"{len(files) / seconds:,.0f}"),
        ("largest process, MB", f"{memory:.0f}"),
        ("all processes together, MB", f"{together:.0f}"),
        ("index, MB", f"{size / 1e6:.1f}"),
        ("index / text", f"{size / text:.2f}"),
        ("reindex with nothing changed, s", f"{again:.1f}"),
    ]
    return "| reindex | |\n|---|---|\n" + "".join(f"| {name} | {value} |\n" for name, value in rows)


def _reindex(archive: Path, index: Path, *options: str) -> tuple[float, float]:
    """Seconds it took, and the most memory, in MB, that its processes had at one time."""
    command = [sys.executable, "-m", "searchapp", "reindex", str(archive), "--index", str(index)]
    command += ["--jobs", _PROCESSES]
    started, most = time.monotonic(), 0.0
    with subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, _memory_of(process.pid))
            time.sleep(0.2)
    if process.returncode:
        sys.exit("The reindex failed, so nothing can be measured.")
    return time.monotonic() - started, most


def _memory_of(process: int) -> float:
    """What a process and those it started have in memory, in MB; pages they share count twice."""
    kilobytes = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
        except OSError:
            continue
        if process in (int(fields["Pid"]), int(fields["PPid"])):
            kilobytes += int(fields.get("VmRSS", "0").split()[0])
    return kilobytes / 1024
