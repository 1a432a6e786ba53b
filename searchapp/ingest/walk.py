"""Find the files of an archive, in the same order on every machine."""

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import FileIO
from operator import attrgetter
from pathlib import Path

from searchapp.article import Rejected
from searchapp.errors import ArchiveError
from searchapp.ingest.kinds import describe_unread, is_junk
from searchapp.ingest.roots import Root, resolve_roots

_CHUNK = 1 << 20
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_OTHER_TYPES = (
    (stat.S_ISFIFO, "is a pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file that is read: where it is, and what it is called inside the archive.

    `name` has "/" between parts and is safe to store and show; bytes that are not UTF-8, control
    characters and bidirectional controls stand in it as escapes (“\\xff”).
    """

    location: str
    name: str
    size: int
    mtime_ns: int

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.location)


def iter_files(
    roots: Sequence[Path], *, without: Path | None = None
) -> Iterator[SourceFile | Rejected]:
    """Every file under `roots`, sorted by name, each once.

    Hidden files and the usual junk are passed over. What is not read (links, pipes, devices,
    unreadable folders, other kinds of file) comes as `Rejected`. The folder `without` is not
    entered. One folder's names are held in memory at a time, never the archive's. Raises
    `ArchiveError`, at once, for a root that is missing or cannot be listed.
    """
    resolved = resolve_roots(roots)
    listings = [(root, _list_root(root)) for root in resolved]
    return _iter_roots(listings, without.resolve() if without else None)


def hash_file(file: SourceFile) -> str | Rejected:
    """SHA-256 of the file's bytes, as hexadecimal digits, or why it could not be read."""
    digest = hashlib.sha256()
    try:
        with open_regular(file.path) as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        return Rejected(path=file.name, reason=describe_error(error))
    return digest.hexdigest()


def open_regular(path: Path) -> FileIO:
    """Open a file for reading, unbuffered; never follows a link, never waits for a pipe.

    Raises OSError, also for what has stopped being an ordinary file since it was found.
    """
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    stream = FileIO(os.open(path, flags), "rb")
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError("is no longer an ordinary file")
    return stream


def describe_error(error: OSError) -> str:
    """An operating system's error in words that complete “left out: …”."""
    if isinstance(error, FileNotFoundError):
        return "has vanished since it was found"
    return f"cannot be read: {error.strerror or error}"


def safe_name(name: str) -> str:
    """A file name as text that can be stored, encoded and shown; what cannot is escaped."""
    # Most names are plain, and an archive has many.
    return name if name.isascii() and name.isprintable() else _UNSAFE.sub(_escape, name)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if 0xDC80 <= code <= 0xDCFF:  # how Python holds a byte of a name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return match.group().encode("unicode_escape").decode()


def _list_root(root: Root) -> list[os.DirEntry[str]]:
    if not root.is_folder:
        return []
    try:
        return _list_folder(str(root.path))
    except OSError as error:
        raise ArchiveError(
            f"The folder {str(root.path)!r} {describe_error(error)}. Give the user who runs "
            "searchapp the right to read it."
        ) from error


def _list_folder(path: str) -> list[os.DirEntry[str]]:
    """Entries sorted by code point: as their bytes in UTF-8, whatever the locale."""
    with os.scandir(path) as entries:
        return sorted(entries, key=attrgetter("name"))


def _iter_roots(
    listings: Sequence[tuple[Root, list[os.DirEntry[str]]]], without: Path | None
) -> Iterator[SourceFile | Rejected]:
    for root, entries in listings:
        if root.is_folder:
            yield from _iter_folder(root, entries, str(without) if without else None)
        else:
            name = safe_name(root.prefix)
            found = _look_at(str(root.path), name, root.path.lstat)
            if found:
                yield found


def _iter_folder(
    root: Root, listed: list[os.DirEntry[str]], without: str | None
) -> Iterator[SourceFile | Rejected]:
    """Walk depth first with a stack of its own: folders may nest deeper than Python may recurse."""
    stack = [(safe_name(root.prefix), iter(listed))]
    while stack:
        prefix, remaining = stack[-1]
        entry = next(remaining, None)
        if entry is None:
            stack.pop()
            continue
        if is_junk(entry.name) or entry.path == without:
            continue
        name = prefix + safe_name(entry.name)
        found = _look_at(entry.path, name, partial(entry.stat, follow_symlinks=False))
        if found is not None:
            yield found
            continue
        try:
            stack.append((f"{name}/", iter(_list_folder(entry.path))))
        except OSError as error:
            yield Rejected(path=name, reason=f"is a folder that {describe_error(error)}")


def _look_at(
    path: str, name: str, look: Callable[[], os.stat_result]
) -> SourceFile | Rejected | None:
    """What stands at `path`; None for a folder to walk into."""
    try:
        status = look()
    except OSError as error:
        return Rejected(path=name, reason=describe_error(error))
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        return None
    unusual = None if stat.S_ISREG(mode) else _describe_type(Path(path), mode)
    reason = unusual or describe_unread(name)
    if reason:
        return Rejected(path=name, reason=reason)
    return SourceFile(location=path, name=name, size=status.st_size, mtime_ns=status.st_mtime_ns)


def _describe_type(path: Path, mode: int) -> str:
    """Why something of this type, which is no ordinary file, is not read."""
    if stat.S_ISLNK(mode):
        try:
            target = path.stat().st_mode
        except (OSError, RuntimeError):
            return "is a link that leads nowhere; links are not followed"
        what = "a folder" if stat.S_ISDIR(target) else "a file"
        return f"is a link to {what}; links are not followed"
    for matches, reason in _OTHER_TYPES:
        if matches(mode):
            return reason
    return "is not an ordinary file"
