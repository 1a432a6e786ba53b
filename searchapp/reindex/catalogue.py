"""What the index holds of each file, so that a reindex reads only what changed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from searchapp.article import Rejected

CATALOGUE_FILE = "catalogue.jsonl"
CATALOGUE_VERSION = 1


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


Catalogue = Mapping[str, Entry]


def encode_catalogue(entries: Iterable[Entry]) -> bytes:
    """The catalogue as JSON Lines."""
    return "".join(_encode(entry) + "\n" for entry in entries).encode()


def decode_catalogue(content: bytes) -> Catalogue:
    """The catalogue that `encode_catalogue` made this of, by file name."""
    entries = (_decode(line) for line in content.decode().splitlines())
    return {entry.name: entry for entry in entries}


def _encode(entry: Entry) -> str:
    rejected = [[part.path, part.line, part.reason] for part in entry.rejected]
    state = [entry.name, entry.size, entry.mtime_ns, entry.sha256]
    record = [*state, entry.ids, entry.lost, entry.doubled, rejected]
    return json.dumps(record, separators=(",", ":"))


def _decode(line: str) -> Entry:
    name, size, mtime_ns, sha256, ids, lost, doubled, rejected = json.loads(line)
    return Entry(
        name=name,
        size=size,
        mtime_ns=mtime_ns,
        sha256=sha256,
        ids=tuple(ids),
        lost=tuple(lost),
        doubled=tuple(doubled),
        rejected=tuple(Rejected(path=path, line=row, reason=why) for path, row, why in rejected),
    )
