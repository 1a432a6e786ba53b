"""How a generation comes to be: built aside, checked, and put in use at once.

    with writer_lock(index_dir), begin(index_dir) as build:
        ...  # write flat files into build.path, or build.link() those that did not change
        generation = publish(build, description, self_check)

Whatever stops this, at whatever step, the generation in use before stays in use and whole. Only
the holder of the writer lock may call these.
"""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from searchapp.engine.generations import durable
from searchapp.engine.generations.checking import check_generation, hash_file, is_whole
from searchapp.engine.generations.choosing import Generation
from searchapp.engine.generations.manifest import (
    MANIFEST,
    FileEntry,
    ManifestDescription,
    Unservable,
    build_manifest,
    is_file_name,
    render_manifest,
)
from searchapp.engine.generations.pointer import (
    POINTER,
    current_name,
    generation_name,
    generation_number,
    list_generations,
    write_pointer,
)
from searchapp.errors import OperatorError

logger = logging.getLogger(__name__)

# Narrow enough never to take somebody's own folder for what a stopped reindex left.
_LEFTOVER = re.compile(rf"\.(?:(?:build|old)-gen-[0-9]{{6,}}|{POINTER})-[0-9a-f]{{8}}")


class Build:
    """A generation in the making: a folder aside that nobody reads."""

    __slots__ = ("_linked", "_whole", "index_dir", "name", "path")

    def __init__(self, index_dir: Path, number: int) -> None:
        self.index_dir = index_dir
        self.name = generation_name(number)
        self.path = durable.beside(index_dir / self.name, "build")
        self._linked: dict[str, FileEntry] = {}
        self._whole: set[str] = set()

    def link(self, generation: Generation, name: str) -> None:
        """Takes over an unchanged file of a published generation, without copying if possible.

        Neither may ever be written to again. Raises KeyError when the generation has no such
        file.
        """
        entry = generation.manifest.entry(name)
        if entry is None:
            raise KeyError(name)
        durable.link_or_copy(generation.path / name, self.path / name)
        self._linked[name] = entry
        if generation.hashed and (self.path / name).samefile(generation.path / name):
            self._whole.add(name)

    def taken_over(self, name: str) -> FileEntry | None:
        """What a linked file was when it was written; None for a file that is new."""
        return self._linked.get(name)

    def is_whole(self, name: str) -> bool:
        """Whether a file is one taken over, not a copy, that was read and hashed just before."""
        return name in self._whole


@contextmanager
def begin(index_dir: Path) -> Iterator[Build]:
    """A fresh build, which is removed at the end unless it has been published.

    Removes what stopped runs left behind first. Raises OperatorError when the disk fails, also
    for what the caller writes.
    """
    with durable.disk_errors(index_dir):
        # Numbered before anything goes: a number that a reader may have seen is never used again.
        build = Build(index_dir, _next_number(index_dir))
        remove_unneeded(index_dir)
        durable.make_folder(build.path)
        try:
            yield build
        finally:
            durable.remove_quietly(build.path)


def publish(
    build: Build, description: ManifestDescription, self_check: Callable[[Path], None]
) -> Generation:
    """Puts a finished build in use and returns it as a generation.

    `self_check` is given the folder to open it, count and search in it; what it raises goes
    through and nothing is published. Raises OperatorError when the disk fails.
    """
    with durable.disk_errors(build.index_dir):
        manifest = build_manifest(description, tuple(_iter_flushed(build)))
        durable.replace_file(build.path / MANIFEST, render_manifest(manifest))
        try:
            checked = check_generation(build.path, description.edition, thorough=False)
        except Unservable as reason:
            raise OperatorError(f"The new index in {build.path} is broken: {reason}.") from reason
        self_check(build.path)
        path = build.index_dir / build.name
        _put_in_use(build, path)
    _tidy_up(build.index_dir)
    return Generation(name=build.name, path=path, manifest=checked, pointer=build.name)


def remove_unneeded(index_dir: Path) -> None:
    """Removes all but the generation in use and the whole one before it.

    As long as the one in use is broken every generation stays: any may be the one that is served.
    What cannot be removed is logged and waits for the next time. Raises OSError when the folder
    cannot be listed.
    """
    for path in sorted(index_dir.iterdir()):
        if _LEFTOVER.fullmatch(path.name):
            durable.remove_quietly(path)
    current = current_name(index_dir)
    if current is None or not is_whole(index_dir / current):
        return
    names = list_generations(index_dir)
    older = names[names.index(current) + 1 :]
    previous = next((name for name in older if is_whole(index_dir / name)), None)
    for name in names:
        if name not in (current, previous):
            _retire(index_dir / name)


def _tidy_up(index_dir: Path) -> None:
    """Removes what is no longer needed; the new index is in use whether or not that works."""
    try:
        remove_unneeded(index_dir)
    except OSError as error:
        logger.warning("%s could not be tidied up: %s", index_dir, durable.reason(error))


def _next_number(index_dir: Path) -> int:
    """A number above every one in the folder and in CURRENT; the clock has no say."""
    names = [*list_generations(index_dir), current_name(index_dir) or ""]
    return 1 + max(generation_number(name) or 0 for name in names)


def _iter_flushed(build: Build) -> Iterator[FileEntry]:
    """The entry of every file of a build, flushed to the disk.

    Raises OperatorError when a file taken over is no longer what it was: a new manifest must not
    vouch for old damage.
    """
    for path in sorted(build.path.iterdir()):
        if not is_file_name(path.name) or path.is_symlink() or not path.is_file():
            raise ValueError(f"{path} cannot be part of a generation")
        taken_over = build.taken_over(path.name)
        if taken_over and build.is_whole(path.name):
            yield taken_over
            continue
        durable.flush_file(path)
        entry = hash_file(path)
        if taken_over not in (None, entry):
            raise OperatorError(
                f"{path.name} was damaged in the index before. "
                "Run `searchapp reindex --full` to make it anew."
            )
        yield entry


def _put_in_use(build: Build, path: Path) -> None:
    try:
        durable.rename(build.path, path)
        write_pointer(build.index_dir, build.name)
    except BaseException:
        # Only what CURRENT does not name may go; under its old name the build is removed.
        if current_name(build.index_dir) != build.name:
            _take_back(build, path)
        raise


def _take_back(build: Build, path: Path) -> None:
    try:
        path.rename(build.path)
    except OSError as error:
        logger.info("%s stays until the next reindex: %s", path, durable.reason(error))


def _retire(folder: Path) -> None:
    """Removes a generation: under another name first, so that no half of one is ever found."""
    aside = durable.beside(folder, "old")
    try:
        folder.rename(aside)
    except OSError as error:
        logger.warning("%s could not be removed: %s", folder, durable.reason(error))
    else:
        durable.remove_quietly(aside)
