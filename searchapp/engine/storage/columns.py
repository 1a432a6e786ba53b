"""Facets as columns: each document's values, each value's documents, and counts over any set.

Columns span all segments of a generation and are numbered like them: documents of the first
segment first.
"""

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from searchapp.engine.storage.analysis import fold_text
from searchapp.engine.storage.arrays import ArrayFile, Ints
from searchapp.engine.storage.lexicon import Lexicon, Strings
from searchapp.engine.storage.renaming import Renaming
from searchapp.engine.storage.spellings import PEOPLE, Spellings
from searchapp.search.facets import Facet

Mask = npt.NDArray[np.bool_]


class FacetColumn:
    """The values of one facet, numbered from 0 in the order of their code points."""

    def __init__(self, file: ArrayFile, facet: Facet) -> None:
        name = f"facet.{facet}"
        self.values = Lexicon(file, f"{name}.values")
        self.labels = Strings(file, f"{name}.labels")
        self.renaming = Renaming(file, f"renaming.{facet}")
        self.written = Spellings(file, f"spellings.{facet}") if facet in PEOPLE else None
        self.label_ranks = file.ints(f"{name}.label_ranks")
        self._starts = file.ints(f"{name}.starts")
        self._numbers = file.ints(f"{name}.numbers")
        self._value_starts = file.ints(f"{name}.value_starts")
        self._documents = file.ints(f"{name}.documents")
        self._spellings = Lexicon(file, f"{name}.spellings")
        self._spelled = file.ints(f"{name}.spelled")

    def resolve(self, text: str) -> int | None:
        """The number of a value by itself, by its label, or by any spelling of it."""
        exact = self.values.find(text)
        if exact is not None:
            return exact
        spelling = self._spellings.find(fold_text(text))
        return None if spelling is None else int(self._spelled[spelling])

    def of_document(self, document: int) -> Ints:
        """The numbers of a document's values, in the article's order."""
        return self._numbers[self._starts[document] : self._starts[document + 1]]

    def by_document(self) -> list[list[int]]:
        """The numbers of every document's values: `of_document` for all of them at once."""
        numbers, starts = self._numbers.tolist(), self._starts.tolist()
        return [numbers[start:end] for start, end in pairwise(starts)]

    def documents(self, number: int) -> Ints:
        """The documents with a value, ascending."""
        return self._documents[self._value_starts[number] : self._value_starts[number + 1]]

    def totals(self) -> Ints:
        """How many documents have each value."""
        return np.diff(self._value_starts)

    def empty(self) -> Mask:
        """Which documents have no value."""
        return np.equal(self._starts[1:], self._starts[:-1])

    def counts(self, mask: Mask) -> Ints:
        """How many of the chosen documents have each value."""
        chosen = np.flatnonzero(mask)
        places = runs(self._starts[chosen], np.diff(self._starts)[chosen])
        return np.bincount(self._numbers[places], minlength=len(self.values))


def runs(starts: Ints, lengths: Ints) -> Ints:
    """Runs of consecutive places, laid end to end."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(total)


class Columns:
    """All columns of a generation; arrays have one entry per document, removed ones included."""

    def __init__(self, file: ArrayFile) -> None:
        self.alive: Mask = file["alive"].astype(np.bool_)
        self.dates = file.ints("dates")
        self.id_ranks = file.ints("id_ranks")
        self._file = file
        self._facets: dict[Facet, FacetColumn] = {}

    def facet(self, facet: Facet) -> FacetColumn:
        """The column of a facet other than the date."""
        column = self._facets.get(facet)
        if column is None:
            column = self._facets[facet] = FacetColumn(self._file, facet)
        return column
