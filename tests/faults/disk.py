"""A disk that counts what is done to one folder and can stop, fail or lose any of it.

While it is in place every call of `os` that opens, changes or flushes something below the folder
is an operation with a number, from 1, and so is what file objects do there. The idea is SQLite's:
https://sqlite.org/testing.html, 3.
"""

import io
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

OPERATIONS = (
    "close fsync ftruncate link mkdir open pwrite rename replace rmdir unlink write"
).split()

Fault = Callable[[int], BaseException | None]
"""What happens at the operation with that number: None lets it through."""


class Killed(BaseException):
    """The process is gone: nothing it still tries to do happens."""


def no_fault(number: int) -> None:
    """A healthy disk."""


def stop_at(stop: int) -> Fault:
    """kill -9: from that operation on nothing happens any more."""
    return lambda number: Killed() if number >= stop else None


def fail_at(broken: int, code: int) -> Fault:
    """One operation fails, all others work."""
    return lambda number: OSError(code, os.strerror(code)) if number == broken else None


def fail_from(broken: int, code: int) -> Fault:
    """From that operation on all fail."""
    return lambda number: OSError(code, os.strerror(code)) if number >= broken else None


def out_of_memory_at(broken: int) -> Fault:
    """One operation finds no memory."""
    return lambda number: MemoryError() if number == broken else None


class Disk:
    """Counts the operations below `root` and asks `fault` about each before it is done."""

    def __init__(self, root: Path, fault: Fault) -> None:
        self.root = root
        self.count = 0
        self.is_gone = False
        self._fault = fault
        self._open: Callable[..., object] = io.open
        self._real: Mapping[str, Callable[..., object]] = {
            name: getattr(os, name) for name in (*OPERATIONS, "fdopen")
        }
        self.paths: dict[int, Path] = {}

    @contextmanager
    def in_place(self) -> Iterator["Disk"]:
        with pytest.MonkeyPatch.context() as patch:
            for name in OPERATIONS:
                patch.setattr(os, name, self._wrap(name))
            patch.setattr(os, "fdopen", self._fdopen)
            patch.setattr(io, "open", self._open_file)
            try:
                yield self
            finally:
                self.is_gone = True
                # As the kernel does for a process that is gone; locks go with their files.
                for descriptor in self.paths:
                    self._real["close"](descriptor)

    def done(self, name: str, paths: list[Path]) -> None:
        """Called after an operation that worked, with the paths it was about."""

    def before(self, name: str, paths: list[Path]) -> None:
        """Called before an operation that will be done."""

    def _wrap(self, name: str) -> Callable[..., object]:
        def operation(*arguments: object, **options: object) -> object:
            paths = self._concerned(arguments)
            if not paths:
                return self._real[name](*arguments, **options)
            self.count += 1
            fault = self._fault(self.count)
            if fault is not None:
                raise self._damage(name, arguments, fault)
            self.before(name, paths)
            result = self._do(name, arguments, options)
            self.done(name, paths)
            return result

        return operation

    def _do(
        self, name: str, arguments: tuple[object, ...], options: Mapping[str, object]
    ) -> object:
        if name == "fsync":
            return None
        result = self._real[name](*arguments, **options)
        match name, arguments[0], result:
            case "open", str() | Path() as path, int(descriptor):
                self.paths[descriptor] = Path(path)
            case "close", int(descriptor), _:
                del self.paths[descriptor]
        return result

    def _damage(
        self, name: str, arguments: tuple[object, ...], fault: BaseException
    ) -> BaseException:
        match name, arguments[0], fault:
            case "write", descriptor, _ if isinstance(arguments[1], bytes | memoryview):
                content = bytes(arguments[1])
                self._real["write"](descriptor, content[: len(content) // 2])
            case "close", int(descriptor), OSError() | MemoryError():
                # The descriptor is gone even when close fails: close(2).
                del self.paths[descriptor]
                self._real["close"](descriptor)
            case _, str() | Path() as path, OSError():
                fault.filename = os.fspath(path)
        return fault

    def _concerned(self, arguments: tuple[object, ...]) -> list[Path]:
        paths = [
            self.paths.get(argument) if isinstance(argument, int) else Path(argument)
            for argument in arguments[:2]
            if isinstance(argument, int | str | Path)
        ]
        return [path for path in paths if path is not None and path.is_relative_to(self.root)]

    def _fdopen(self, descriptor: int, mode: str) -> object:
        # A file object closes its descriptor itself, unseen.
        self.paths.pop(descriptor, None)
        return self._real["fdopen"](descriptor, mode)

    def _open_file(
        self, path: object, mode: str = "r", *arguments: object, **options: object
    ) -> object:
        """In the place of `io.open`, which is what `Path.open` calls."""
        if not isinstance(path, str | Path) or not Path(path).is_relative_to(self.root):
            return self._open(path, mode, *arguments, **options)
        if mode in ("r", "rb"):
            return self._fdopen(os.open(path, os.O_RDONLY), mode)
        new = os.O_EXCL if mode.startswith("x") else os.O_TRUNC
        raw = CountedFile(self, os.open(path, os.O_WRONLY | os.O_CREAT | new, 0o666))
        buffered = io.BufferedWriter(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, encoding="utf-8")


class CountedFile(io.RawIOBase):
    """What is below a file object that writes: its calls are operations of the disk."""

    def __init__(self, disk: Disk, descriptor: int) -> None:
        self._disk = disk
        self._descriptor = descriptor

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        return os.lseek(self._descriptor, offset, whence)

    def write(self, content: "Buffer", /) -> int:
        # What a process that is gone had not handed on is lost, and its descriptor is closed.
        view = memoryview(content)
        return len(view) if self._disk.is_gone else os.write(self._descriptor, view)

    def close(self) -> None:
        if not self.closed:
            super().close()
            if not self._disk.is_gone:
                os.close(self._descriptor)


def count_operations(root: Path, action: Callable[[], object]) -> int:
    """How many operations an action takes on a healthy disk."""
    with Disk(root, no_fault).in_place() as disk:
        action()
    return disk.count
