"""Read .gz and .zip without unpacking more than was agreed on.

A packed file's own statements about its size are not believed: bytes are counted as they come out.
"""

import io
import lzma
import re
import stat
import struct
import zipfile
import zlib
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Protocol

from searchapp.ingest.kinds import is_junk
from searchapp.ingest.limits import Limits, format_size
from searchapp.ingest.records import Unreadable
from searchapp.ingest.walk import safe_name

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_GZIP_WINDOW = 31
_GZIP_MAGIC = b"\x1f\x8b"
_CHUNK = 65_536
# What zipfile, and the decompressors under it, raise for archives that are damaged or too modern.
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    struct.error,
)
_DRIVE = re.compile(r"[A-Za-z]:")


class Meter:
    """Counts what comes out of one packed file, however many members and layers it has."""

    def __init__(self, packed_size: int, limits: Limits) -> None:
        self._left = min(limits.unpacked, max(limits.ratio_floor, limits.ratio * packed_size))
        self._allowed = self._left

    @property
    def is_exhausted(self) -> bool:
        """Whether more has come out than was agreed on."""
        return self._left < 0

    def count(self, size: int) -> None:
        """Raises `Unreadable` once more has come out than was agreed on."""
        self._left -= size
        if self.is_exhausted:
            raise Unreadable(
                f"unpacks to more than {format_size(self._allowed)}, far more than articles do; "
                "reading stopped there"
            )


class Readable(Protocol):
    """Anything bytes can be read from."""

    def read(self, size: int = -1, /) -> bytes: ...


class _MeteredStream(io.RawIOBase):
    """A raw stream whose bytes come from `_take` and are counted."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer).cast("B")
        content = self._take(len(view))
        self._meter.count(len(content))
        view[: len(content)] = content
        return len(content)

    @abstractmethod
    def _take(self, size: int) -> bytes: ...


class GunzipStream(_MeteredStream):
    """The unpacked bytes of a gzip file, RFC 1952. Bytes after its end are ignored, as gzip does.

    Raises `Unreadable` if the file breaks off, is damaged, or unpacks to too much.
    """

    def __init__(self, packed: Readable, meter: Meter) -> None:
        super().__init__(meter)
        self._packed = packed
        self._inflate = zlib.decompressobj(_GZIP_WINDOW)
        self._waiting = b""
        self._ended = False

    def _take(self, size: int) -> bytes:
        content = b""
        while not content and not self._ended:
            content = self._unpack(size)
        return content

    def _unpack(self, size: int) -> bytes:
        waiting = self._waiting or self._packed.read(_CHUNK)
        if not waiting:
            raise Unreadable("is a gzip file that breaks off before its end")
        try:
            content = self._inflate.decompress(waiting, size)
        except zlib.error as error:
            raise Unreadable(f"is a damaged gzip file ({error})") from error
        self._waiting = self._inflate.unconsumed_tail
        if self._inflate.eof:
            self._start_next_member(self._inflate.unused_data)
        return content

    def _start_next_member(self, rest: bytes) -> None:
        while len(rest) < len(_GZIP_MAGIC) and (more := self._packed.read(_CHUNK)):
            rest += more
        self._ended = not rest.startswith(_GZIP_MAGIC)
        self._waiting = rest
        self._inflate = zlib.decompressobj(_GZIP_WINDOW)


class _MemberStream(_MeteredStream):
    """The unpacked bytes of a zip member; raises `Unreadable` where zipfile finds it damaged."""

    def __init__(self, member: IO[bytes], meter: Meter) -> None:
        super().__init__(meter)
        self._member = member

    def _take(self, size: int) -> bytes:
        try:
            return self._member.read(size)
        except _ZIP_ERRORS as error:
            raise Unreadable(f"is damaged inside the zip ({error})") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file inside a zip: its safe name, and its bytes or the reason why they are refused."""

    name: str
    stream: io.BufferedReader | None = None
    refused: str | None = None


def iter_members(file: io.BufferedReader, meter: Meter, limits: Limits) -> Iterator[Member]:
    """The files of a zip in the order of its directory; folders and junk are passed over.

    A member's stream is usable until the next member is asked for. Raises `Unreadable` if the zip
    as a whole cannot be used.
    """
    try:
        archive = zipfile.ZipFile(file)
    except _ZIP_ERRORS as error:
        raise Unreadable(f"is not a usable zip archive ({error})") from error
    with archive:
        members = [member for member in archive.infolist() if not _is_passed_over(member)]
        if len(members) > limits.members:
            raise Unreadable(
                f"holds {len(members):,} files; at most {limits.members:,} are read from one zip"
            )
        if not members:
            raise Unreadable("is a zip archive with no files in it")
        for member in members:
            yield from _open_member(archive, member, meter)


def _open_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, meter: Meter
) -> Iterator[Member]:
    name = safe_name(member.filename)
    if reason := _describe_unsafe(member):
        yield Member(name=name, refused=reason)
        return
    try:
        opened = archive.open(member)
    except _ZIP_ERRORS as error:
        yield Member(name=name, refused=f"cannot be taken out of the zip ({error})")
        return
    with opened:
        yield Member(name=name, stream=io.BufferedReader(_MemberStream(opened, meter), 262_144))


def _is_passed_over(member: zipfile.ZipInfo) -> bool:
    parts = member.filename.replace("\\", "/").split("/")
    return member.is_dir() or any(is_junk(part) and part != ".." for part in parts)


def _describe_unsafe(member: zipfile.ZipInfo) -> str | None:
    """Why a member is refused before it is opened (ASVS 5.3.3), or None."""
    name = member.filename.replace("\\", "/")
    if name.startswith("/") or _DRIVE.match(name):
        return "has an absolute path inside the zip"
    if ".." in name.split("/"):
        return "has a path that leads out of the zip"
    mode = member.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "is a link or a device inside the zip, not a file"
    if member.flag_bits & 0x1:
        return "is protected by a password"
    return None
