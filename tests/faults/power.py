"""A disk that forgets on a loss of power what was not flushed, as a cruel file system would.

Of a folder flushed last with some names, each name is afterwards as it was then or as it is now,
one independent of the other; of a file not flushed, the content is whole, empty, cut off, full of
zeros, or noise. Lucene's MockDirectoryWrapper does the same to files.
"""

import os
import random
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.faults.disk import Disk, Fault

Names = dict[str, int]


class ForgetfulDisk(Disk):
    """Keeps account of what is on the disk for certain; `lose_power` writes down what is left.

    A node is a file or folder, numbered in the order of appearance, for inodes are used again.
    """

    def __init__(self, root: Path, fault: Fault) -> None:
        super().__init__(root, fault)
        self._nodes: dict[int, int] = {}
        self._next = 0
        self._flushed_names: dict[int, Names] = {}
        self._flushed_content: dict[int, bytes] = {}
        for folder, _, files in os.walk(root):
            self._flush(Path(folder))
            for name in files:
                self._flush(Path(folder, name))

    def before(self, name: str, paths: list[Path]) -> None:
        lost = {"unlink": paths[:1], "rmdir": paths[:1], "replace": paths[1:]}.get(name, [])
        for path in lost:
            if path.exists() and (path.is_dir() or path.stat().st_nlink == 1):
                del self._nodes[self._seen(path)]

    def done(self, name: str, paths: list[Path]) -> None:
        if name == "fsync":
            self._flush(paths[0])
        elif name in ("open", "mkdir"):
            self._node(paths[0])

    def lose_power(self, sample: random.Random, target: Path) -> None:
        """Writes into a new folder what a machine finds after it was switched on again."""
        live: dict[int, Path] = {}
        for folder, folders, files in os.walk(self.root):
            for path in (Path(folder), *(Path(folder, name) for name in (*folders, *files))):
                live[self._node(path)] = path
        self._rebuild(self._node(self.root), live, sample, target)

    def _rebuild(
        self, node: int, live: Mapping[int, Path], sample: random.Random, target: Path
    ) -> None:
        path = live.get(node)
        if node in self._flushed_names or (path is not None and path.is_dir()):
            target.mkdir(parents=True)
            now = self._names(path) if path is not None else {}
            before = self._flushed_names.get(node, {})
            for name in sorted(before.keys() | now.keys()):
                child = sample.choice((before.get(name), now.get(name)))
                if child is not None:
                    self._rebuild(child, live, sample, target / name)
        else:
            content = path.read_bytes() if path is not None else b""
            if content != self._flushed_content.get(node):
                content = self._flushed_content.get(node) or damage(content, sample)
            target.write_bytes(content)

    def _flush(self, path: Path) -> None:
        if path.is_dir():
            self._flushed_names[self._node(path)] = self._names(path)
        else:
            self._flushed_content[self._node(path)] = path.read_bytes()

    def _names(self, folder: Path) -> Names:
        return {path.name: self._node(path) for path in folder.iterdir()}

    def _seen(self, path: Path) -> int:
        self._node(path)
        return path.stat().st_ino

    def _node(self, path: Path) -> int:
        inode = path.stat().st_ino
        if inode not in self._nodes:
            self._nodes[inode] = self._next
            self._next += 1
        return self._nodes[inode]


def damage(content: bytes, sample: random.Random) -> bytes:
    """What may be left of a file that was written and not flushed."""
    fates: tuple[Callable[[], bytes], ...] = (
        lambda: content,
        lambda: b"",
        lambda: content[: sample.randrange(len(content) + 1)],
        lambda: bytes(len(content)),
        lambda: sample.randbytes(len(content)),
    )
    return sample.choice(fates)()
