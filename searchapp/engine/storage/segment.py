"""One segment: an immutable file of postings, facet values and stored articles."""

from dataclasses import dataclass
from pathlib import Path

from searchapp.article import Article
from searchapp.engine.storage.arrays import ArrayFile, Ints
from searchapp.engine.storage.lexicon import Lexicon, Strings
from searchapp.engine.storage.stored import decode_article
from searchapp.search.facets import Facet


class Field:
    """The postings of one field of a segment."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.terms = Lexicon(file, f"{name}.terms")
        self.lengths = file.ints(f"{name}.lengths")
        self._starts = file.ints(f"{name}.starts")
        self._documents = file.ints(f"{name}.documents")
        self._frequencies = file.ints(f"{name}.frequencies")
        self._positions = file.ints(f"{name}.positions") if f"{name}.positions" in file else None
        if self._positions is not None:
            self._position_starts = file.ints(f"{name}.position_starts")

    def documents(self, term: int) -> Ints:
        """The documents of a term by its place in the lexicon, ascending."""
        return self._documents[self._starts[term] : self._starts[term + 1]]

    def documents_of(self, terms: range) -> Ints:
        """The documents of neighbouring terms, term after term."""
        return self._documents[self._starts[terms.start] : self._starts[terms.stop]]

    def frequencies(self, term: int) -> Ints:
        """How often the term occurs in each of its documents."""
        return self._frequencies[self._starts[term] : self._starts[term + 1]]

    def positions(self, term: int) -> Ints:
        """Where the term stands, document after document; KeyError in a field of stems."""
        if self._positions is None:
            raise KeyError("this field has no positions")
        return self._positions[self._position_starts[term] : self._position_starts[term + 1]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValues:
    """A facet's values in a segment: document d has `numbers[starts[d]:starts[d + 1]]`."""

    starts: Ints
    numbers: Ints
    values: Strings
    labels: Strings


class Segment:
    """An open segment file; documents are numbered from 0."""

    def __init__(self, path: Path) -> None:
        """Raises IndexDamaged or IndexOutdated for a file that cannot be used."""
        self.name = path.name
        self._file = ArrayFile(path)
        self.dates = self._file.ints("dates")
        self.ids = Strings(self._file, "ids")
        self._articles = self._file.ints("articles.blob").data
        self._offsets = self._file.ints("articles.offsets")
        self._fields: dict[str, Field] = {}

    def __len__(self) -> int:
        return len(self.dates)

    def field(self, name: str) -> Field:
        """A field by its name."""
        found = self._fields.get(name)
        if found is None:
            found = self._fields[name] = Field(self._file, name)
        return found

    def facet(self, facet: Facet) -> FacetValues:
        """The values of a facet other than the date."""
        return self._facet_values(f"facet.{facet}")

    def written(self, facet: Facet) -> FacetValues:
        """The spellings of a facet of people, each joined to its value (`join_written`)."""
        return self._facet_values(f"written.{facet}")

    def _facet_values(self, name: str) -> FacetValues:
        return FacetValues(
            starts=self._file.ints(f"{name}.starts"),
            numbers=self._file.ints(f"{name}.numbers"),
            values=Strings(self._file, f"{name}.values"),
            labels=Strings(self._file, f"{name}.labels"),
        )

    def article(self, document: int) -> Article:
        """The stored article of a document."""
        start, end = self._offsets[document], self._offsets[document + 1]
        return decode_article(bytes(self._articles[start:end]))
