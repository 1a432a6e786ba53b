"""What the readers of the formats hand on: fields as they stand in the file, or a refusal."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One article's fields, by the names the file gives them, not yet cleaned.

    `number` tells articles of one file apart in their ids (None: the file is one article), `line`
    is where it stands in the file. `marked_up` says that texts may hold HTML tags and entities.
    """

    fields: Mapping[str, object]
    number: int | None = None
    line: int | None = None
    marked_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A part of a file that could not be used; reading goes on after it."""

    reason: str
    line: int | None = None


class Unreadable(Exception):
    """Reading this file, or this member of an archive, ends here; what was read so far is kept."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
