"""A generation's files against its manifest."""

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from searchapp.engine.generations import durable
from searchapp.engine.generations.manifest import (
    MANIFEST,
    Edition,
    FileEntry,
    Manifest,
    OtherEdition,
    Unservable,
    parse_manifest,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong in an index folder: where, as a path inside it, and what, in words."""

    path: str
    text: str

    def __str__(self) -> str:
        return f"{self.path} {self.text}"


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the generation in a folder. Raises Unservable, OtherEdition."""
    try:
        with os.fdopen(_open(folder / MANIFEST), "rb") as file:
            return parse_manifest(file.read())
    except FileNotFoundError:
        raise Unservable(f"{MANIFEST} is missing") from None
    except OSError as error:
        raise Unservable(f"{MANIFEST} cannot be read: {durable.reason(error)}") from error


def read_manifest_of(folder: Path, edition: Edition) -> Manifest:
    """The manifest of a generation of one edition. Raises Unservable, OtherEdition."""
    manifest = read_manifest(folder)
    if manifest.edition != edition:
        raise OtherEdition(
            f"it was made by {manifest.edition}, and this version of searchapp reads {edition}",
            sealed=True,
        )
    return manifest


def check_generation(folder: Path, edition: Edition, *, thorough: bool) -> Manifest:
    """The manifest of a generation that may be served.

    Looks at the manifest's seal and at every file's presence and size; `thorough` also hashes
    every file. Raises Unservable with the first thing that is wrong, OtherEdition when another
    version of searchapp has to read it.
    """
    manifest = read_manifest_of(folder, edition)
    for problem in iter_problems(folder, manifest, thorough=thorough):
        raise Unservable(str(problem))
    return manifest


def is_whole(folder: Path) -> bool:
    """Whether a generation, of whatever edition, has its manifest and files of the right sizes."""
    try:
        manifest = read_manifest(folder)
    except Unservable:
        return False
    return not any(iter_problems(folder, manifest, thorough=False))


def iter_problems(folder: Path, manifest: Manifest, *, thorough: bool) -> Iterator[Problem]:
    """Every file that is not as the manifest says, by its name in the folder."""
    for entry in manifest.files:
        try:
            wrong = _compare(folder / entry.name, entry, thorough=thorough)
        except FileNotFoundError:
            wrong = "is missing"
        except OSError as error:
            wrong = f"cannot be read: {durable.reason(error)}"
        if wrong:
            yield Problem(path=entry.name, text=wrong)


def iter_unexpected(folder: Path, manifest: Manifest) -> Iterator[Problem]:
    """Everything in a generation's folder that its manifest does not name."""
    expected = {MANIFEST, *(entry.name for entry in manifest.files)}
    try:
        names = {path.name for path in folder.iterdir()}
    except OSError as error:
        yield Problem(path=".", text=f"cannot be listed: {durable.reason(error)}")
        return
    for name in sorted(names - expected):
        yield Problem(path=name, text=f"does not belong here: {MANIFEST} does not name it")


def hash_file(path: Path) -> FileEntry:
    """The entry of a file for a manifest, from what can be read now. Raises OSError."""
    with os.fdopen(_open(path), "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return FileEntry(name=path.name, size=os.fstat(file.fileno()).st_size, sha256=digest)


def _compare(path: Path, entry: FileEntry, *, thorough: bool) -> str | None:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        return "is not a regular file"
    if status.st_size != entry.size:
        return f"has {status.st_size:,} bytes, and {entry.size:,} were written"
    if not thorough:
        os.close(_open(path))
        return None
    if hash_file(path) != entry:
        return "was changed after it was written: its SHA-256 is another one"
    return None


def _open(path: Path) -> int:
    """A descriptor for reading; never follows a link out of the folder, never waits for a pipe."""
    return os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
