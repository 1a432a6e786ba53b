"""What can be seen of an index folder without reading it: whether it is still as it was."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from searchapp.engine.generations.pointer import POINTER, list_generations

_Stamp: TypeAlias = tuple[str, int, int, int]
"""A file's path, inode, size and time of its last change: another one once it is written anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """The stamp of CURRENT, None without one; looked at closely, those of all generations too."""

    pointer: _Stamp | None
    files: tuple[_Stamp, ...] | None = None


def look(index_dir: Path, *, closely: bool) -> Sight:
    """What is to be seen now; looked at closely also what could mend a broken generation."""
    pointer = None
    with suppress(OSError):
        pointer = _stamp(index_dir / POINTER)
    return Sight(pointer=pointer, files=tuple(_iter_stamps(index_dir)) if closely else None)


def _iter_stamps(index_dir: Path) -> Iterator[_Stamp]:
    """The stamps of every generation's folder and files; what cannot be seen has none."""
    with suppress(OSError):
        for name in list_generations(index_dir):
            yield _stamp(index_dir / name)
            for path in sorted((index_dir / name).iterdir()):
                yield _stamp(path)


def _stamp(path: Path) -> _Stamp:
    found = path.stat()
    return str(path), found.st_ino, found.st_size, found.st_ctime_ns
