"""What the index holds of each file, so that a reindex reads only what changed.

Kept by columns, because an archive has many files and nearly all of them are plain: they gave one
article, which has the file's name for its id. Only what is odd about the others stands beside.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from searchapp.article import Rejected
from searchapp.ingest import SourceFile

CATALOGUE_FILE: Final = "catalogue"
CATALOGUE_VERSION: Final = 2

_DIGEST: Final = 32
_LEVEL: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file as it was read: its state, the articles it gave, and what in it could not be used.

    `lost` are ids it also holds but that a file later in the archive has as well; `doubled` are
    ids that it holds more than once, as often as that happens.
    """

    name: str
    size: int
    mtime_ns: int
    sha256: str
    ids: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether it gave one article, whose id is its name, and nothing else."""
        return self.ids == (self.name,) and not (self.lost or self.doubled or self.rejected)


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The entries of all files, in the order of the archive; an entry is known by its place.

    `digests` has 32 bytes for each; `odd` are the entries that are not plain, by their places.
    """

    names: Sequence[str] = ()
    sizes: Sequence[int] = ()
    times: Sequence[int] = ()
    digests: bytes = b""
    odd: Mapping[int, Entry]

    def __len__(self) -> int:
        return len(self.names)

    def find(self, name: str) -> int | None:
        """The place of a file's entry."""
        return self._places.get(name)

    def is_as_before(self, place: int, file: SourceFile) -> bool:
        """Whether a file has the size and the time of the entry at a place."""
        return self.times[place] == file.mtime_ns and self.sizes[place] == file.size

    def entry(self, place: int) -> Entry:
        """The entry at a place."""
        found = self.odd.get(place)
        if found is not None:
            return found
        return Entry(
            name=self.names[place],
            size=self.sizes[place],
            mtime_ns=self.times[place],
            sha256=self.sha256(place),
            ids=(self.names[place],),
        )

    def sha256(self, place: int) -> str:
        """The hash of the file at a place."""
        return self.digests[place * _DIGEST : (place + 1) * _DIGEST].hex()

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.names)}


NO_CATALOGUE: Final = Catalogue(odd={})


class CatalogueWriter:
    """Takes entries in the order of the archive and encodes them."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._sizes: list[int] = []
        self._times: list[int] = []
        self._digests: list[bytes] = []
        self._odd: dict[int, list[object]] = {}

    def add(self, entry: Entry) -> None:
        """Take an entry."""
        self._put(entry.name, entry.size, entry.mtime_ns, bytes.fromhex(entry.sha256))
        if not entry.is_plain:
            rejected = [[part.path, part.line, part.reason] for part in entry.rejected]
            self._odd[len(self._names) - 1] = [entry.ids, entry.lost, entry.doubled, rejected]

    def copy(self, catalogue: Catalogue, place: int, mtime_ns: int) -> None:
        """Take an entry over from a catalogue; its file may have got another time since."""
        found = catalogue.odd.get(place)
        if found is not None:
            self.add(replace(found, mtime_ns=mtime_ns))
            return
        digest = catalogue.digests[place * _DIGEST : (place + 1) * _DIGEST]
        self._put(catalogue.names[place], catalogue.sizes[place], mtime_ns, digest)

    def encode(self) -> bytes:
        """The catalogue as `decode_catalogue` reads it: deflated JSON, then the hashes."""
        columns = [self._names, self._sizes, self._times, list(self._odd.items())]
        text = zlib.compress(json.dumps(columns, separators=(",", ":")).encode(), _LEVEL)
        return b"".join([len(text).to_bytes(8, "little"), text, *self._digests])

    def _put(self, name: str, size: int, mtime_ns: int, digest: bytes) -> None:
        self._names.append(name)
        self._sizes.append(size)
        self._times.append(mtime_ns)
        self._digests.append(digest)


def decode_catalogue(content: bytes) -> Catalogue:
    """The catalogue that a `CatalogueWriter` encoded."""
    end = 8 + int.from_bytes(content[:8], "little")
    names, sizes, times, odd = json.loads(zlib.decompress(content[8:end]))
    digests = content[end:]
    entries = {}
    for place, (ids, lost, doubled, rejected) in odd:
        entries[place] = Entry(
            name=names[place],
            size=sizes[place],
            mtime_ns=times[place],
            sha256=digests[place * _DIGEST : (place + 1) * _DIGEST].hex(),
            ids=tuple(ids),
            lost=tuple(lost),
            doubled=tuple(doubled),
            rejected=tuple(
                Rejected(path=path, line=row, reason=why) for path, row, why in rejected
            ),
        )
    return Catalogue(names=names, sizes=sizes, times=times, digests=digests, odd=entries)
