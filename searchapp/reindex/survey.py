"""What changed in an archive since the last time: the files on disk against the catalogue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from searchapp.article import Rejected
from searchapp.ingest import SourceFile, hash_file
from searchapp.reindex.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFile:
    """A file to read; `order` is its place among all files of the archive."""

    file: SourceFile
    sha256: str
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """An archive's files by what is to be done with them.

    `kept` has the files that did not change: for their order in the archive the place of their
    entry in the catalogue. `times` are those that a kept file has got since, by that place.
    `unread` are files that are of no use, with the reason.
    """

    kept: Mapping[int, int]
    times: Mapping[int, int]
    changed: tuple[ChangedFile, ...]
    unread: tuple[Rejected, ...]


def survey_files(
    found: Iterable[SourceFile | Rejected], catalogue: Catalogue, *, trust_times: bool
) -> Survey:
    """Sort an archive's files into changed and unchanged.

    A file of the same size and time as before has not changed, if times are trusted; else its
    content decides. Of files that did not change hardly anything is kept, for there are many.
    """
    kept: dict[int, int] = {}
    times: dict[int, int] = {}
    changed: list[ChangedFile] = []
    unread: list[Rejected] = []
    losing = {place for place, entry in catalogue.odd.items() if entry.lost}
    losers: list[ChangedFile] = []
    for order, file in enumerate(found):
        if isinstance(file, Rejected):
            unread.append(file)
            continue
        place = catalogue.find(file.name)
        if place is None or not (trust_times and catalogue.is_as_before(place, file)):
            sha256 = hash_file(file)
            if isinstance(sha256, Rejected):
                unread.append(sha256)
                continue
            if place is None or catalogue.sha256(place) != sha256:
                changed.append(ChangedFile(file=file, sha256=sha256, order=order))
                continue
            times[place] = file.mtime_ns
        kept[order] = place
        if place in losing:
            sha256 = catalogue.sha256(place)
            losers.append(ChangedFile(file=file, sha256=sha256, order=order))
    if changed or list(kept.values()) != list(range(len(catalogue))):
        # An id that went to another file may come back to the one that lost it: when that file
        # changed, is gone, or now comes first because the folders are given in another order.
        changed += losers
        for source in losers:
            del kept[source.order]
    return Survey(
        kept=kept,
        times=times,
        changed=tuple(sorted(changed, key=lambda part: part.order)),
        unread=tuple(unread),
    )
