"""Which generation of an index folder to serve.

An index folder holds

    CURRENT          the name of the generation in use, one line
    gen-000007/      a generation: flat files that never change, and MANIFEST.json
    gen-000006/      the one before, for going back: write its name into CURRENT
    WRITER.lock      held by the reindex at work, if there is one

Names that begin with a dot are a reindex at work, or what a stopped one left behind; the next one
removes it. Readers take no lock: what CURRENT names does not change and stays until two newer
generations have been published, and a file that is open stays readable even then.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from searchapp.engine.generations import durable
from searchapp.engine.generations.checking import check_generation, is_whole, read_manifest
from searchapp.engine.generations.manifest import (
    Edition,
    Manifest,
    OtherEdition,
    Scalar,
    Unservable,
)
from searchapp.engine.generations.pointer import (
    POINTER,
    Pointer,
    current_name,
    list_generations,
    read_pointer,
)
from searchapp.errors import IndexDamaged, IndexMissing, IndexOutdated, OperatorError

logger = logging.getLogger(__name__)

Opened = TypeVar("Opened")

ATTEMPTS = 20
"""How many new generations may overtake one reader before it gives up."""

_MEND = "Run `searchapp reindex` to mend it."
_MAKE_ANEW = "Run `searchapp reindex --full` to make it anew."


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """A published, immutable index that passed its checks.

    `pointer` is what CURRENT named when this one was chosen: while `current_name` says the same,
    there is nothing newer to look at. `hashed` tells that every file was just read and is what was
    written. `degraded` says in words why this is not what CURRENT asks for, or that something newer
    is there, and how to mend it.
    """

    name: str
    path: Path
    manifest: Manifest
    pointer: str | None = None
    hashed: bool = field(default=False, compare=False)
    degraded: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Failure:
    name: str
    reason: Unservable


def find_generation(index_dir: Path, edition: Edition, *, thorough: bool) -> Generation:
    """The generation to serve: the one CURRENT names, else the newest other one that is whole.

    `thorough` hashes every file. Raises IndexMissing when there is no generation, IndexOutdated
    when another version of searchapp made it, IndexDamaged when none passes its own manifest.
    """
    for _ in range(ATTEMPTS):
        pointer = read_pointer(index_dir)
        found = _choose(index_dir, pointer, edition, thorough=thorough)
        # A reindex may meanwhile have removed what was looked at, having put a newer one in use.
        if not _is_trouble(found) or current_name(index_dir) == pointer.name:
            break
    if isinstance(found, OperatorError):
        raise found
    if found.degraded:
        logger.warning("%s", found.degraded)
    return found


def read_settings(index_dir: Path) -> Mapping[str, Scalar]:
    """The settings of the generation in use, or of the newest other one whose manifest is sound.

    They are read whatever edition made it, and whether or not it can be served; empty for none.
    """
    try:
        names = list_generations(index_dir)
    except OSError:
        return {}
    for name in (current_name(index_dir), *names):
        try:
            if name:
                return read_manifest(index_dir / name).settings
        except Unservable:
            continue
    return {}


def open_generation(
    index_dir: Path,
    edition: Edition,
    open_: Callable[[Generation], Opened],
    *,
    thorough: bool,
) -> Opened:
    """What `open_` makes of the generation to serve.

    A file that vanishes under `open_` because newer generations were published is no failure:
    the newest is opened instead. Raises what `find_generation` and `open_` raise.
    """
    for attempt in range(1, ATTEMPTS + 1):
        generation = find_generation(index_dir, edition, thorough=thorough)
        try:
            return open_(generation)
        except FileNotFoundError as error:
            if attempt == ATTEMPTS or current_name(index_dir) == generation.pointer:
                raise IndexDamaged(
                    f"{error.filename} vanished while it was opened. {_MAKE_ANEW}"
                ) from error
    raise AssertionError("the last attempt returns or raises")


def require_generations(index_dir: Path, pointer: Pointer) -> tuple[str, ...]:
    """The names of all generations, newest first; none only if there is a pointer all the same.

    Raises IndexMissing when there is no index, OperatorError when the folder cannot be read.
    """
    state = "holds no index yet"
    try:
        names = list_generations(index_dir)
    except FileNotFoundError:
        names, state = (), "is not there"
    except NotADirectoryError:
        names, state = (), "is a file and not a folder"
    except OSError as error:
        raise OperatorError(
            f"{index_dir} cannot be read: {durable.reason(error)}. "
            "Let the user who runs searchapp read it."
        ) from error
    if not names and not pointer.exists:
        raise IndexMissing(
            f"There is nothing to search: {index_dir} {state}. "
            "Run `searchapp reindex FOLDER` with the folder of your articles."
        )
    return names


def _choose(
    index_dir: Path, pointer: Pointer, edition: Edition, *, thorough: bool
) -> Generation | OperatorError:
    names = require_generations(index_dir, pointer)
    wanted = [pointer.name] if pointer.name else []
    failures: list[_Failure] = []
    for name in [*wanted, *(name for name in names if name != pointer.name)]:
        try:
            manifest = check_generation(index_dir / name, edition, thorough=thorough)
        except Unservable as reason:
            failures.append(_Failure(name=name, reason=reason))
        else:
            return Generation(
                name=name,
                path=index_dir / name,
                manifest=manifest,
                pointer=pointer.name,
                hashed=thorough,
                degraded=_degraded(index_dir, pointer, name, names[0], failures),
            )
    return _nothing_serves(index_dir, pointer, failures)


def _is_trouble(found: Generation | OperatorError) -> bool:
    return isinstance(found, OperatorError) or found.degraded is not None


def _degraded(
    index_dir: Path, pointer: Pointer, name: str, newest: str, failures: list[_Failure]
) -> str | None:
    if failures:
        return (
            f"{index_dir / failures[0].name}: {failures[0].reason}. "
            f"{name} is served instead. {_MEND}"
        )
    if pointer.name is None:
        trouble = pointer.trouble or "is missing"
        return f"{index_dir / POINTER} {trouble}. The newest, {name}, is served. {_MEND}"
    if newest != name and is_whole(index_dir / newest):
        return f"{index_dir / POINTER} names {name}, but {newest} is newer and whole. {_MEND}"
    return None


def _nothing_serves(index_dir: Path, pointer: Pointer, failures: list[_Failure]) -> OperatorError:
    if not failures:
        return IndexDamaged(
            f"{index_dir / POINTER} {pointer.trouble}, and there is no generation. {_MAKE_ANEW}"
        )
    name, reason = failures[0].name, failures[0].reason
    kind = IndexOutdated if isinstance(reason, OtherEdition) else IndexDamaged
    return kind(f"{index_dir / name} cannot be served: {reason}. {_MAKE_ANEW}")
