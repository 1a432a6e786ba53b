"""Documents in, one segment file out."""

from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from searchapp.engine.storage.analysis import split_words
from searchapp.engine.storage.arrays import Array, write_arrays
from searchapp.engine.storage.documents import Document
from searchapp.engine.storage.inversion import Postings, Words, WordStream, invert
from searchapp.engine.storage.lexicon import blob_arrays, string_arrays
from searchapp.engine.storage.schema import CODE_FIELDS, MISSING, TEXT_FIELDS
from searchapp.engine.storage.spellings import PEOPLE, join_written
from searchapp.engine.storage.stored import encode_article
from searchapp.engine.storage.vocabulary import Vocabulary
from searchapp.search.facets import VALUE_FACETS, Facet
from searchapp.search.language import NAME_FIELDS
from searchapp.search.response import Value


class SegmentWriter:
    """Collects documents; `write` makes a segment of them. `words` tells how much it holds."""

    def __init__(self) -> None:
        self.words = 0
        self._vocabulary = Vocabulary()
        names = (*(field.name for field in TEXT_FIELDS), *NAME_FIELDS, *CODE_FIELDS)
        self._streams = {name: WordStream() for name in names}
        self._facets = {facet: _FacetWriter() for facet in VALUE_FACETS}
        self._written = {facet: _FacetWriter() for facet in PEOPLE}
        self._dates = array("i")
        self._ids: list[str] = []
        self._stored: list[bytes] = []

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, document: Document) -> None:
        """Take a document in; its number is the count of those before it."""
        article = document.article
        for name, texts in document.texts.items():
            self._add_texts(name, texts)
        for name in NAME_FIELDS:
            self._add_texts(name, [value.label for value in document.values[Facet(name)]])
        countries = [value.value for value in document.values[Facet.COUNTRY]]
        missing = [facet.value for facet in VALUE_FACETS if not document.values[facet]]
        missing += [] if article.date else [Facet.DATE.value]
        self._add_terms(Facet.COUNTRY.value, countries)
        self._add_terms(MISSING, missing)
        for facet, values in document.values.items():
            self._facets[facet].add(values)
        for facet, found in document.written.items():
            self._written[facet].add([Value(value=join_written(w), label="") for w in found])
        self._dates.append(article.date.toordinal() if article.date else 0)
        self._stored.append(encode_article(article))
        self._ids.append(article.id)

    def write(self, path: Path) -> None:
        """Write everything taken in as a new segment file."""
        arrays: dict[str, Array] = {"dates": np.array(self._dates, np.int32)}
        arrays |= string_arrays("ids", self._ids)
        arrays |= blob_arrays("articles", self._stored)
        exact_terms, exact_ranks = self._vocabulary.exact_terms()
        stem_terms, stem_ranks = self._vocabulary.stem_terms()
        zones = {field.name: field.exact for field in TEXT_FIELDS}
        for name, stream in self._streams.items():
            words = stream.unroll()
            exact = self._invert(words.ranked(exact_ranks))
            arrays |= _field_arrays(zones.get(name, name), exact, exact_terms)
            if name in zones:
                stems = self._invert(words.ranked(stem_ranks))
                arrays |= _field_arrays(name, stems, stem_terms, positions=False)
        for facet, column in self._facets.items():
            arrays |= column.arrays(f"facet.{facet}")
        for facet, column in self._written.items():
            arrays |= column.arrays(f"written.{facet}")
        write_arrays(path, arrays)

    def _add_texts(self, name: str, texts: Iterable[str]) -> None:
        numbers = [self._vocabulary.numbers(split_words(text)) for text in texts]
        self.words += self._streams[name].add(len(self._ids), numbers)

    def _add_terms(self, name: str, terms: Iterable[str]) -> None:
        self._streams[name].add(len(self._ids), [[self._vocabulary.number(t)] for t in terms])

    def _invert(self, words: Words) -> Postings:
        return invert(words, len(self._ids))


class _FacetWriter:
    """The values of one facet by document, as numbers of its own dictionary."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._labels: list[str] = []
        self._values = array("i")
        self._counts = array("i")

    def add(self, values: Sequence[Value]) -> None:
        for entry in values:
            number = self._numbers.get(entry.value)
            if number is None:
                number = self._numbers[entry.value] = len(self._labels)
                self._labels.append(entry.label)
            self._values.append(number)
        self._counts.append(len(values))

    def arrays(self, name: str) -> dict[str, Array]:
        starts = np.zeros(len(self._counts) + 1, np.int64)
        np.cumsum(np.array(self._counts, np.int64), out=starts[1:])
        return {
            f"{name}.starts": starts,
            f"{name}.numbers": np.array(self._values, np.int32),
            **string_arrays(f"{name}.values", self._numbers),
            **string_arrays(f"{name}.labels", self._labels),
        }


def _field_arrays(
    name: str, postings: Postings, terms: Sequence[str], *, positions: bool = True
) -> dict[str, Array]:
    arrays: dict[str, Array] = {
        f"{name}.starts": postings.starts,
        f"{name}.documents": postings.documents,
        f"{name}.frequencies": postings.frequencies,
        f"{name}.lengths": postings.lengths,
        **string_arrays(f"{name}.terms", [terms[rank] for rank in postings.terms]),
    }
    if positions:
        arrays[f"{name}.positions"] = postings.positions
        arrays[f"{name}.position_starts"] = postings.position_starts
    return arrays
