"""File operations that a crash or a loss of power cannot leave half done.

Everything the index folder's life needs from the file system goes through here, one call per
operation, so that the tests can stop, fail or lose each of them. A change is safe only once the
file *and* the folder that names it have been flushed: https://lwn.net/Articles/457667/.

Files are made readable by all and writable by their owner, less what the umask takes away: with
022 a separate web user can read the index, with 077 nobody else can.
"""

import errno
import fcntl
import logging
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from searchapp.errors import OperatorError, SettingsError

logger = logging.getLogger(__name__)

FILE_MODE = 0o644
FOLDER_MODE = 0o755

_NO_FLUSH_OF_FOLDERS = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_RIGHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Turns a failure to write in an index folder into an OperatorError of one line.

    That is a SettingsError where writing is not allowed at all. A failure that names a path
    elsewhere is not about the index and goes through unchanged.
    """
    try:
        yield
    except OSError as error:
        path = Path(os.fsdecode(error.filename)) if _names_a_path(error) else folder
        if not path.is_relative_to(folder):
            raise
        words = f"The index could not be written: {path}: {reason(error)}."
        if error.errno in _NO_RIGHT:
            raise SettingsError(
                f"{words} Make the folder writable or name another one with --index."
            ) from error
        mend = "Free some space" if error.errno in _NO_SPACE else "Put that right"
        raise OperatorError(
            f"{words} What was served before still is. {mend} and run `searchapp reindex` again."
        ) from error


def reason(error: OSError) -> str:
    """What went wrong, in the system's words."""
    return error.strerror or str(error) or type(error).__name__


def beside(path: Path, *prefix: str) -> Path:
    """A free, hidden name in the folder of `path`: `.prefix-name-0123abcd`."""
    return path.with_name("." + "-".join((*prefix, path.name, secrets.token_hex(4))))


def read_start(path: Path, limit: int) -> bytes:
    """The first `limit` bytes of a file. Raises OSError; never waits for a pipe."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        return os.read(descriptor, limit)
    finally:
        os.close(descriptor)


def make_folder(path: Path) -> None:
    """A new, empty folder. Raises OSError."""
    path.mkdir(mode=FOLDER_MODE)


def write_file(path: Path, content: bytes) -> None:
    """A new file that is on the disk when this returns; its folder is not. Raises OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    with _naming(path):
        descriptor = os.open(path, flags, FILE_MODE)
        try:
            left = memoryview(content)
            while left:
                left = left[os.write(descriptor, left) :]
            _flush(descriptor)
        finally:
            os.close(descriptor)


def replace_file(path: Path, content: bytes) -> None:
    """Puts `content` in the place of `path` at once: readers see the old file or the new one."""
    temporary = beside(path)
    try:
        write_file(temporary, content)
        temporary.replace(path)
    except OSError:
        remove_quietly(temporary)
        raise
    flush_folder(path.parent)


def flush_file(path: Path) -> None:
    """Waits until what was written to a file is on the disk. Raises OSError."""
    with _naming(path):
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            _flush(descriptor)
        finally:
            os.close(descriptor)


def flush_folder(path: Path) -> None:
    """Waits until a folder's names are on the disk. Raises OSError."""
    try:
        flush_file(path)
    except OSError as error:
        # Some network and FUSE file systems know no such thing and write names at once.
        if error.errno not in _NO_FLUSH_OF_FOLDERS:
            raise


def rename(source: Path, target: Path) -> None:
    """Gives a folder a name that is free, and waits until that is on the disk."""
    source.rename(target)
    flush_folder(target.parent)


def link_or_copy(source: Path, target: Path) -> None:
    """The same file under a second name; a copy where the file system has no hard links."""
    try:
        target.hardlink_to(source)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:
        with _naming(target):
            shutil.copyfile(source, target, follow_symlinks=False)


def remove_tree(path: Path) -> None:
    """Removes a file, or a folder with all it holds; links are removed, not followed."""
    if stat.S_ISDIR(path.lstat().st_mode):
        for child in sorted(path.iterdir()):
            remove_tree(child)
        path.rmdir()
    else:
        path.unlink()


def remove_quietly(path: Path) -> None:
    """Removes what can be removed; the rest is logged and waits for the next reindex."""
    try:
        remove_tree(path)
    except FileNotFoundError:
        return
    except OSError as error:
        logger.warning("%s could not be removed: %s", path, reason(error))


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":
        try:
            # There fsync stops at the drive's own cache.
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError:
            os.fsync(descriptor)
    else:
        os.fsync(descriptor)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Names the file in errors of calls that only know its descriptor."""
    try:
        yield
    except OSError as error:
        if not _names_a_path(error):
            error.filename = str(path)
        raise


def _names_a_path(error: OSError) -> bool:
    return isinstance(error.filename, str | bytes)
