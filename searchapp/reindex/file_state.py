"""A file during a reindex: the ids it gives, those it loses to other files, what was left out."""

from dataclasses import dataclass, field

from searchapp.article import Rejected
from searchapp.ingest import SourceFile
from searchapp.reindex.catalogue import Entry


@dataclass(slots=True)
class FileState:
    """What is known of a file so far; `entry` is what the catalogue keeps of it."""

    name: str
    size: int
    mtime_ns: int
    sha256: str
    ids: dict[str, None] = field(default_factory=dict)
    lost: dict[str, None] = field(default_factory=dict)
    doubled: list[str] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)

    @classmethod
    def of_file(cls, file: SourceFile, sha256: str) -> "FileState":
        """A file about to be read."""
        return cls(name=file.name, size=file.size, mtime_ns=file.mtime_ns, sha256=sha256)

    @classmethod
    def of_entry(cls, entry: Entry) -> "FileState":
        """A file that is not read again."""
        return cls(
            name=entry.name,
            size=entry.size,
            mtime_ns=entry.mtime_ns,
            sha256=entry.sha256,
            ids=dict.fromkeys(entry.ids),
            lost=dict.fromkeys(entry.lost),
            doubled=list(entry.doubled),
            rejected=list(entry.rejected),
        )

    def lose(self, article_id: str, winner: "FileState") -> None:
        """Give an id up to an article that comes later in the archive."""
        self.ids.pop(article_id, None)
        if winner is self or article_id in self.lost:
            self.doubled.append(article_id)
        else:
            self.lost[article_id] = None

    def entry(self) -> Entry:
        """What the catalogue keeps of the file."""
        return Entry(
            name=self.name,
            size=self.size,
            mtime_ns=self.mtime_ns,
            sha256=self.sha256,
            ids=tuple(self.ids),
            lost=tuple(self.lost),
            doubled=tuple(self.doubled),
            rejected=tuple(self.rejected),
        )
