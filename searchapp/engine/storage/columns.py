"""Facets as columns: each document's values, each value's documents, and counts over any set.

Columns span all segments of a generation and are numbered like them: documents of the first
segment first. Removed documents have no values and are never counted.
"""

from datetime import date
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from searchapp.countries import country_code
from searchapp.engine.storage.analysis import fold_text
from searchapp.engine.storage.arrays import ArrayFile, Ints
from searchapp.engine.storage.arrivals import Arrivals
from searchapp.engine.storage.kept import Kept
from searchapp.engine.storage.lexicon import Lexicon, Strings
from searchapp.engine.storage.name_words import NameWords
from searchapp.engine.storage.numbers import Numbers
from searchapp.engine.storage.renaming import Renaming
from searchapp.engine.storage.spellings import PEOPLE, Spellings
from searchapp.search.facets import Facet
from searchapp.search.holdings import Holdings
from searchapp.search.periods import Level
from searchapp.search.response import Value

Mask = npt.NDArray[np.bool_]

_EPOCH = date(1970, 1, 1).toordinal()
_UNITS = {Level.YEAR: "Y", Level.MONTH: "M", Level.DAY: "D"}
_HOLDINGS_BYTES = 1_000_000
_REMEMBERED = 4096
"""How many values of a facet are kept as text."""


class FacetColumn:
    """The values of one facet, numbered from 0 in the order of their code points.

    `none`, the number after the last value, stands for having no value. `label_ranks` are the
    places of all of them, `none` too, in the order of their labels.
    """

    def __init__(self, file: ArrayFile, facet: Facet) -> None:
        name = f"facet.{facet}"
        self.values = Lexicon(file, f"{name}.values")
        self.labels = Strings(file, f"{name}.labels")
        self.renaming = Renaming(file, f"renaming.{facet}")
        self.written = Spellings(file, f"spellings.{facet}") if facet in PEOPLE else None
        self.label_ranks = file.ints(f"{name}.label_ranks")
        self.none = len(self.values)
        self._numbers = Numbers(file, name, self.none + 1)
        self._value_starts = file.ints(f"{name}.value_starts")
        self._documents = file.ints(f"{name}.documents")
        self._spellings = Lexicon(file, f"{name}.spellings")
        self._spelled = file.ints(f"{name}.spelled")
        self._shown: dict[int, Value] = {}
        self._facet = facet

    def resolve(self, text: str) -> int | None:
        """The number of a value by itself, by its label, or by any spelling of it."""
        exact = self.values.find(text)
        if exact is not None:
            return exact
        spelling = self._spellings.find(fold_text(text))
        return None if spelling is None else int(self._spelled[spelling])

    def find(self, text: str) -> Ints:
        """The numbers of the values that a text begins to name, ascending.

        They have, for each of its words, a word that begins so, or are named by it in full.
        """
        named = [self.resolve(text)]
        if self._facet is Facet.COUNTRY:
            named.append(self.values.find(country_code(text) or ""))
        whole = [number for number in named if number is not None]
        return np.union1d(self._words.find(text), np.array(whole, np.int32))

    def value(self, number: int) -> Value:
        """A value by its number, with its label."""
        shown = self._shown.get(number)
        if shown is None:
            if len(self._shown) >= _REMEMBERED:
                self._shown.clear()
            shown = Value(value=self.values[number], label=self.labels[number])
            self._shown[number] = shown
        return shown

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The labels in the form in which names are compared, by number."""
        return tuple(map(fold_text, self.labels))

    def of_document(self, document: int) -> tuple[Value, ...]:
        """A document's values, in the article's order."""
        numbers = self._numbers.of_document(document)
        return () if numbers == [self.none] else tuple(map(self.value, numbers))

    def documents(self, number: int) -> Ints:
        """The living documents with a value, or with `none`, ascending."""
        return self._documents[self._value_starts[number] : self._value_starts[number + 1]]

    def by_document(self) -> list[tuple[int, ...]]:
        """The numbers of every document's values."""
        documents = range(len(self._numbers))
        found = (tuple(self._numbers.of_document(document)) for document in documents)
        return [() if numbers == (self.none,) else numbers for numbers in found]

    def totals(self) -> Ints:
        """How many living documents have each value."""
        return self.all_counts[:-1]

    @cached_property
    def _words(self) -> NameWords:
        """The words of all labels, of all ways of writing a value, and of all other names."""
        other = zip(self._spelled.tolist(), self._spellings, strict=True) if self.written else ()
        return NameWords(chain(enumerate(self.labels), self.written or (), other))

    @cached_property
    def all_counts(self) -> Ints:
        """`counts` over all living documents."""
        starts = self._value_starts.astype(np.int64)
        return starts[1:] - starts[:-1]

    def counts(self, documents: Ints) -> Ints:
        """How many of some living documents have each value, and last, how many have none."""
        return self._numbers.counts(documents)

    def occurring(self, documents: Ints) -> tuple[Ints, Ints]:
        """The numbers that some living documents have, `none` too, ascending, and their counts."""
        return np.unique(self._numbers.of_documents(documents), return_counts=True)


class DateColumn:
    """The days of an archive, numbered in their order; `days` are ordinals, 0 for undated."""

    def __init__(self, file: ArrayFile, alive: Mask) -> None:
        self.days = file.ints("days")
        self.numbers = file.ints("day_numbers")
        self.holdings = Kept[Holdings](_HOLDINGS_BYTES, lambda held: 200 + 150 * len(held.periods))
        self._alive = alive

    @property
    def has_undated(self) -> bool:
        """Whether the first day stands for the undated documents."""
        return len(self.days) > 0 and not self.days[0]

    def counts(self, documents: Ints) -> Ints:
        """How many of some documents are of each day."""
        return np.bincount(self.numbers.take(documents), minlength=len(self.days))

    @cached_property
    def all_counts(self) -> Ints:
        """`counts` over all living documents."""
        return self.counts(np.flatnonzero(self._alive))

    @cached_property
    def extent(self) -> tuple[date, date] | None:
        """The first and the last day of any living document, if one is dated."""
        dated = self.days.take(np.flatnonzero((self.all_counts > 0) & (self.days > 0)))
        if not len(dated):
            return None
        return date.fromordinal(int(dated[0])), date.fromordinal(int(dated[-1]))

    def undated(self) -> Mask:
        """The documents without a date, removed ones included."""
        return self.dated(range(int(self.has_undated)))

    def between(self, first: int | None, last: int | None) -> range:
        """The numbers of the days from one ordinal to another, both included; undated never is."""
        start = int(self.days.searchsorted(max(1, 1 if first is None else first)))
        end = len(self.days) if last is None else int(self.days.searchsorted(last, "right"))
        return range(start, max(start, end))

    @cached_property
    def years(self) -> tuple[list[str], Ints]:
        """`periods` of all days: which years there are."""
        return self.periods(self.between(None, None), Level.YEAR)

    def periods(self, inside: range, level: Level) -> tuple[list[str], Ints]:
        """The calendar periods of some days, and the place of the first day of each in them."""
        days = self.days[inside.start : inside.stop].astype(np.int64) - _EPOCH
        periods = days.astype("datetime64[D]").astype(f"datetime64[{_UNITS[level]}]")
        starts = np.flatnonzero(np.concatenate([[True], periods[1:] != periods[:-1]]))
        return periods.take(starts).astype(str).tolist(), starts

    def dated(self, numbers: range) -> Mask:
        """The documents, removed ones included, whose day has one of these numbers."""
        inside = np.greater_equal(self.numbers, numbers.start)
        return inside & np.less(self.numbers, numbers.stop)


class Columns:
    """All columns of a generation; arrays have one entry per document, removed ones included."""

    def __init__(self, file: ArrayFile) -> None:
        self.alive: Mask = file["alive"].astype(np.bool_)
        self.living = int(np.count_nonzero(self.alive))
        self.newest_ranks = file.ints("newest_ranks")
        self.id_order = file.ints("id_order")
        self.copies = file.ints("copies")
        self.date = DateColumn(file, self.alive)
        self._file = file
        self._facets: dict[Facet, FacetColumn] = {}

    @cached_property
    def arrivals(self) -> Arrivals:
        """When each document's article first came into the index."""
        return Arrivals(self._file)

    @property
    def has_removed(self) -> bool:
        """Whether any document has been removed."""
        return self.living < len(self.alive)

    @cached_property
    def has_copies(self) -> bool:
        """Whether any document has a copy."""
        return bool(self.copies.any())

    @cached_property
    def dates(self) -> Ints:
        """The day of every document as an ordinal, 0 for an undated one."""
        return self.date.days.take(self.date.numbers)

    def facet(self, facet: Facet) -> FacetColumn:
        """The column of a facet other than the date."""
        column = self._facets.get(facet)
        if column is None:
            column = self._facets[facet] = FacetColumn(self._file, facet)
        return column
