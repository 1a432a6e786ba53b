"""All files of an archive during a reindex: what was known of them, and what is found now."""

from collections.abc import Iterator
from dataclasses import replace

from searchapp.article import Rejected
from searchapp.reindex.catalogue import Catalogue, CatalogueWriter, Entry
from searchapp.reindex.file_state import FileState
from searchapp.reindex.survey import ChangedFile, Survey


class ArchiveFiles:
    """Files by their order in the archive.

    Of the many that did not change only the catalogue's entry is looked at, and of those that are
    done and plain only an entry is kept.
    """

    def __init__(self, survey: Survey, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._kept = survey.kept
        self._times = survey.times
        self._read: dict[int, FileState | Entry] = {}

    def __len__(self) -> int:
        return len(self._kept.keys() | self._read.keys())

    def begin(self, source: ChangedFile) -> FileState:
        """The state of a file about to be read."""
        state = self._read[source.order] = FileState.of_file(source.file, source.sha256)
        return state

    def state(self, order: int) -> FileState:
        """The state of a file, for changing it."""
        found = self._read.get(order)
        if not isinstance(found, FileState):
            found = self._read[order] = FileState.of_entry(found or self._kept_entry(order))
        return found

    def name(self, order: int) -> str:
        """The name of a file."""
        found = self._read.get(order)
        return self._catalogue.names[self._kept[order]] if found is None else found.name

    def settle(self, order: int) -> None:
        """Keep only an entry of a file that has been read, if there is no more to it."""
        found = self._read[order]
        if isinstance(found, FileState) and (entry := found.entry()).is_plain:
            self._read[order] = entry

    def owners(self) -> dict[str, int]:
        """For each id of the files that did not change, which of them it is from, by order."""
        names, odd = self._catalogue.names, self._catalogue.odd
        found = {names[place]: order for order, place in self._kept.items() if place not in odd}
        for order, place in self._kept.items() if odd else ():
            if place in odd:
                found |= dict.fromkeys(odd[place].ids, order)
        return found

    def rejected(self) -> tuple[Rejected, ...]:
        """What could not be used in all files."""
        return tuple(part for state in self.iter_odd() for part in state.rejected)

    def iter_odd(self) -> Iterator[FileState | Entry]:
        """The files that lost articles or had some that could not be used, in order."""
        odd = self._catalogue.odd
        orders = {order for order, place in self._kept.items() if place in odd} if odd else set()
        for order in sorted(orders | self._read.keys()):
            found = self._read.get(order)
            if found is None:
                found = self._kept_entry(order)
            if isinstance(found, FileState) or not found.is_plain:
                yield found

    def encode(self) -> bytes:
        """The catalogue of all files."""
        writer = CatalogueWriter()
        for order in sorted(self._kept.keys() | self._read.keys()):
            found = self._read.get(order)
            if found is None:
                place = self._kept[order]
                writer.copy(self._catalogue, place, self._time(place))
            else:
                writer.add(found.entry() if isinstance(found, FileState) else found)
        return writer.encode()

    def _kept_entry(self, order: int) -> Entry:
        place = self._kept[order]
        return replace(self._catalogue.entry(place), mtime_ns=self._time(place))

    def _time(self, place: int) -> int:
        found = self._times.get(place)
        return self._catalogue.times[place] if found is None else found
