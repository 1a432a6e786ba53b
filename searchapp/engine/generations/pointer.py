"""The names of generations, and the pointer to the one in use.

`CURRENT` holds one line, the name of a generation's folder: `gen-000007`. Numbers only grow, and
no clock has a say in them.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from searchapp.engine.generations import durable

POINTER = "CURRENT"

_NAME = re.compile(r"gen-([0-9]{6,18})")
_MAX_SIZE = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """What CURRENT says: the name of a generation, and in words what is wrong with it, if any.

    Both are None where there is no pointer.
    """

    name: str | None = None
    trouble: str | None = None

    @property
    def exists(self) -> bool:
        return self.name is not None or self.trouble is not None


def generation_name(number: int) -> str:
    """The name of a generation's folder."""
    return f"gen-{number:06d}"


def generation_number(name: str) -> int | None:
    """The number in the name of a generation's folder; None if it is another name."""
    match = _NAME.fullmatch(name)
    number = int(match[1]) if match else 0
    return number if number and generation_name(number) == name else None


def list_generations(index_dir: Path) -> tuple[str, ...]:
    """The names of all generations in an index folder, newest first. Raises OSError."""
    numbers = filter(None, (generation_number(path.name) for path in index_dir.iterdir()))
    return tuple(map(generation_name, sorted(numbers, reverse=True)))


def read_pointer(index_dir: Path) -> Pointer:
    """What CURRENT says; a broken one is no error but a pointer with a trouble."""
    try:
        content = durable.read_start(index_dir / POINTER, _MAX_SIZE)
    except (FileNotFoundError, NotADirectoryError):
        return Pointer()
    except OSError as error:
        return Pointer(trouble=f"cannot be read: {durable.reason(error)}")
    name = content.decode("utf-8", "replace").removesuffix("\n")
    if generation_number(name) is None:
        return Pointer(trouble="does not name a generation")
    if content.endswith(b"\n"):
        return Pointer(name=name)
    # Whoever goes back by hand may leave out the newline; the name is good enough to serve.
    return Pointer(name=name, trouble="does not end in a newline, as it was written")


def write_pointer(index_dir: Path, name: str) -> None:
    """Makes a generation the one in use, at once and for good. Raises OSError."""
    durable.replace_file(index_dir / POINTER, f"{name}\n".encode())


def current_name(index_dir: Path) -> str | None:
    """The generation that CURRENT names; None without a pointer or with a broken one."""
    return read_pointer(index_dir).name
