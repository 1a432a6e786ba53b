"""How much of one file is read before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that is read. Bytes, unless the name says otherwise.

    A packed file may unpack to `ratio` times its own size, but always to `ratio_floor` and never
    to more than `unpacked`, counted while reading and not taken from its headers.
    """

    document: int = 10_000_000
    unpacked: int = 1_000_000_000
    ratio: int = 100
    ratio_floor: int = 10_000_000
    members: int = 100_000
    id: int = 512
    list_values: int = 50
    value_characters: int = 300
    url_characters: int = 2_000


DEFAULT = Limits()


def format_size(size: int) -> str:
    """A number of bytes as people write it: “10 MB”, “1 GB”, “512 bytes”."""
    for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if size >= unit:
            return f"{size / unit:.3g} {name}"
    return f"{size} bytes"
