"""The files and folders that reading starts from, and what their articles' paths begin with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from searchapp.errors import ArchiveError
from searchapp.ingest.kinds import is_junk


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """An existing file or folder; `prefix` stands before the names of what is in it ("" or "a/").

    For a single file, `prefix` is its whole name.
    """

    path: Path
    prefix: str
    is_folder: bool


def resolve_roots(paths: Sequence[Path]) -> tuple[Root, ...]:
    """The roots to walk, in the order given, none inside another.

    One folder gives its files their paths inside it. Several are told apart by the shortest end of
    their own paths that no other shares, so the order they are given in does not matter. Raises
    `ArchiveError` if one is missing or neither file nor folder.
    """
    if not paths:
        raise ArchiveError("No articles were named. Give a folder: searchapp reindex FOLDER")
    real = tuple(dict.fromkeys(_resolve(path) for path in paths))
    outermost = tuple(path for path in real if not any(_reaches(outer, path) for outer in real))
    return tuple(
        Root(path=path, prefix=prefix, is_folder=path.is_dir())
        for path, prefix in zip(outermost, _iter_prefixes(outermost), strict=True)
    )


def _resolve(path: Path) -> Path:
    try:
        real = path.resolve(strict=True)
        usable = real.is_dir() or real.is_file()
    except FileNotFoundError:
        raise ArchiveError(
            f"There is no file or folder {str(path)!r}. Check the path given to reindex, or "
            "SEARCHAPP_ARTICLES and searchapp.toml."
        ) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise ArchiveError(f"{str(path)!r} cannot be read: {error}") from error
    if not usable:
        raise ArchiveError(f"{str(path)!r} is neither a file nor a folder. Give a folder.")
    return real


def _reaches(outer: Path, inner: Path) -> bool:
    """Whether walking `outer` comes by `inner`; hidden folders are not walked."""
    if outer == inner or not inner.is_relative_to(outer):
        return False
    return not any(is_junk(part) for part in inner.relative_to(outer).parts)


def _iter_prefixes(paths: Sequence[Path]) -> Iterator[str]:
    for path in paths:
        if len(paths) == 1:
            name = "" if path.is_dir() else path.name
        else:
            name = _shortest_tail(path, [other for other in paths if other != path])
        yield f"{name}/" if name and path.is_dir() else name


def _shortest_tail(path: Path, others: Sequence[Path]) -> str:
    parts = path.parts[1:]
    for length in range(1, len(parts) + 1):
        tail = parts[-length:]
        if not any(other.parts[1:][-length:] == tail for other in others):
            return "/".join(tail)
    return "/".join(parts)
