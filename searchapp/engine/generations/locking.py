"""One writer at a time in an index folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from searchapp.engine.generations import durable
from searchapp.errors import IndexLocked, OperatorError, SettingsError

LOCK = "WRITER.lock"


@contextmanager
def writer_lock(index_dir: Path) -> Iterator[None]:
    """Holds the right to write in an index folder, which is created when it is not there.

    The kernel gives the lock back when its holder dies, however it dies, so it is never left
    behind; the file stays and holds the number of the process that has the lock.
    Raises IndexLocked at once when another reindex holds it, SettingsError when the folder
    cannot be made or written in.
    """
    descriptor = _open(index_dir)
    holder = _Holder(descriptor)
    try:
        _acquire(descriptor, index_dir)
        # A process forked from this one would share the lock and could outlive it.
        os.register_at_fork(after_in_child=holder.close)
        _write_pid(descriptor)
        yield
    finally:
        holder.close()


class _Holder:
    """Closes a descriptor once, though asked twice."""

    __slots__ = ("_descriptor",)

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def close(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            # Even a close that fails lets go of the file.
            with suppress(OSError):
                os.close(descriptor)


def _open(index_dir: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        index_dir.mkdir(mode=durable.FOLDER_MODE, parents=True, exist_ok=True)
        return os.open(index_dir / LOCK, flags, durable.FILE_MODE)
    except OSError as error:
        raise SettingsError(
            f"The index folder cannot be written: {error.filename}: {durable.reason(error)}. "
            "Make it writable or name another one with --index."
        ) from error


def _acquire(descriptor: int, index_dir: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise IndexLocked(
            f"Another reindex is already running on {index_dir}{_holder_words(descriptor)}. "
            "Wait until it is done, then run `searchapp reindex` again."
        ) from error
    except OSError as error:
        raise OperatorError(
            f"{index_dir / LOCK} cannot be locked: {durable.reason(error)}. "
            "Put the index on a file system with locks, for example a local disk."
        ) from error


def _holder_words(descriptor: int) -> str:
    pid = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip()
    return f" (process {pid})" if pid.isascii() and pid.isdigit() else ""


def _write_pid(descriptor: int) -> None:
    # The number only makes the other's message better: a full disk must not stop us here.
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
