"""What changed in an archive since the last time: the files on disk against the catalogue."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from searchapp.article import Rejected
from searchapp.ingest import SourceFile, hash_file
from searchapp.reindex.catalogue import Catalogue, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFile:
    """A file to read; `order` is its place among all files of the archive."""

    file: SourceFile
    sha256: str
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """An archive's files by what is to be done with them.

    `kept` are the catalogue's entries of files that did not change, with their place among all
    files; `unread` are files that are of no use, with the reason.
    """

    kept: tuple[tuple[int, Entry], ...]
    changed: tuple[ChangedFile, ...]
    unread: tuple[Rejected, ...]


def survey_files(
    found: Iterable[SourceFile | Rejected], catalogue: Catalogue, *, trust_times: bool
) -> Survey:
    """Sort an archive's files into changed and unchanged.

    A file of the same size and time as before has not changed, if times are trusted; else its
    content decides.
    """
    kept: list[tuple[int, Entry, SourceFile]] = []
    changed: list[ChangedFile] = []
    unread: list[Rejected] = []
    for order, file in enumerate(found):
        if isinstance(file, Rejected):
            unread.append(file)
            continue
        entry = catalogue.get(file.name)
        if entry and trust_times and (entry.size, entry.mtime_ns) == (file.size, file.mtime_ns):
            kept.append((order, entry, file))
            continue
        sha256 = hash_file(file)
        if isinstance(sha256, Rejected):
            unread.append(sha256)
        elif entry and entry.sha256 == sha256:
            touched = replace(entry, size=file.size, mtime_ns=file.mtime_ns)
            kept.append((order, touched, file))
        else:
            changed.append(ChangedFile(file=file, sha256=sha256, order=order))
    if changed or [file.name for _, _, file in kept] != list(catalogue):
        # An id that went to another file may come back to the one that lost it: when that file
        # changed, is gone, or now comes first because the folders are given in another order.
        changed += [
            ChangedFile(file=file, sha256=entry.sha256, order=order)
            for order, entry, file in kept
            if entry.lost
        ]
        kept = [place for place in kept if not place[1].lost]
    return Survey(
        kept=tuple((order, entry) for order, entry, _ in kept),
        changed=tuple(sorted(changed, key=lambda part: part.order)),
        unread=tuple(unread),
    )
