"""Everything that is wrong with an index folder, for `searchapp verify`.

Who may write in the folder decides what people find, but cannot run anything: the files hold
numbers and JSON, and nothing is ever unpickled. So permissions refuse nobody, which would break
containers and shared folders for no gain; `permission_warning` says when they are wide.
"""

import stat
from collections.abc import Iterator
from pathlib import Path

from searchapp.engine.generations.checking import (
    Problem,
    is_whole,
    iter_problems,
    iter_unexpected,
    read_manifest,
    read_manifest_of,
)
from searchapp.engine.generations.choosing import ATTEMPTS, require_generations
from searchapp.engine.generations.manifest import MANIFEST, Edition, OtherEdition, Unservable
from searchapp.engine.generations.pointer import POINTER, Pointer, read_pointer


def verify(index_dir: Path, edition: Edition) -> tuple[Problem, ...]:
    """Every problem of an index folder; every byte of every generation is read.

    Raises IndexMissing when there is no index, OperatorError when the folder cannot be read.
    """
    for _ in range(ATTEMPTS):
        pointer = read_pointer(index_dir)
        problems = tuple(_iter_all(index_dir, pointer, edition))
        # A reindex that has published meanwhile moved things under our eyes.
        if not problems or read_pointer(index_dir) == pointer:
            break
    return problems


def permission_warning(index_dir: Path) -> str | None:
    """A warning when others than its owner may change the index, else None.

    Who owns it does not matter: one user may write what another one serves.
    """
    for path in (index_dir, *sorted(index_dir.glob("gen-*"))):
        try:
            mode = path.stat().st_mode
        except OSError:
            continue
        if mode & (stat.S_IWGRP | stat.S_IWOTH):
            return f"Other users may change {path}; `chmod -R go-w {index_dir}` ends that."
    return None


def _iter_all(index_dir: Path, pointer: Pointer, edition: Edition) -> Iterator[Problem]:
    names = require_generations(index_dir, pointer)
    trouble = _pointer_trouble(index_dir, pointer, names)
    if trouble:
        yield Problem(path=POINTER, text=trouble)
    for name in names:
        in_use = name == pointer.name
        for problem in _iter_generation_problems(index_dir / name, edition, in_use=in_use):
            yield Problem(path=f"{name}/{problem.path}", text=problem.text)


def _pointer_trouble(index_dir: Path, pointer: Pointer, names: tuple[str, ...]) -> str | None:
    if pointer.name is None or pointer.trouble:
        return pointer.trouble or "is missing"
    if pointer.name not in names:
        return f"names {pointer.name}, which is not there"
    if names[0] != pointer.name and is_whole(index_dir / names[0]):
        return f"names {pointer.name}, but {names[0]} is newer and whole"
    return None


def _iter_generation_problems(folder: Path, edition: Edition, *, in_use: bool) -> Iterator[Problem]:
    try:
        manifest = read_manifest_of(folder, edition) if in_use else read_manifest(folder)
    except OtherEdition as reason:
        # After an upgrade the generation before is another version's, which is as it should be.
        if in_use or not reason.sealed:
            yield Problem(path=MANIFEST, text=f"cannot be used: {reason}")
    except Unservable as reason:
        yield Problem(path=MANIFEST, text=f"cannot be used: {reason}")
    else:
        yield from iter_problems(folder, manifest, thorough=True)
        yield from iter_unexpected(folder, manifest)
