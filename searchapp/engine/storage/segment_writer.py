"""Documents in, one segment file out."""

from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from searchapp.engine.copies.signatures import hash_words, sign
from searchapp.engine.storage.arrays import Array, narrow, write_arrays
from searchapp.engine.storage.blobs import BlobWriter
from searchapp.engine.storage.documents import Document
from searchapp.engine.storage.field_writer import field_arrays
from searchapp.engine.storage.inversion import Postings, Words, WordStream, invert
from searchapp.engine.storage.lexicon import blob_arrays, string_arrays
from searchapp.engine.storage.schema import (
    CODE_FIELDS,
    EXACT,
    MISSING,
    STEMS,
    TEXT_FIELDS,
)
from searchapp.engine.storage.segment import ZONE_WEIGHTS, Segment
from searchapp.engine.storage.spellings import PEOPLE, join_written
from searchapp.engine.storage.stored import encode_evidence, encode_front
from searchapp.engine.storage.vocabulary import Numbers, Vocabulary
from searchapp.search.facets import VALUE_FACETS, Facet
from searchapp.search.language import NAME_FIELDS
from searchapp.search.response import Value

_ZONES = tuple(field.name for field in TEXT_FIELDS)
_TITLE = (_ZONES.index("title"),)
_RUNNING_TEXT = (_ZONES.index("lede"), _ZONES.index("body"))


class SegmentWriter:
    """Collects documents; `write` makes a segment of them. `words` tells how much it holds.

    Stored articles are deflated with the dictionaries of the segment `like`, if there is one, and
    the words that a vocabulary has met before need not be learnt again.
    """

    def __init__(self, like: Segment | None = None, vocabulary: Vocabulary | None = None) -> None:
        self.words = 0
        self._vocabulary = Vocabulary() if vocabulary is None else vocabulary
        self._text = WordStream()
        self._streams = {name: WordStream() for name in (*NAME_FIELDS, *CODE_FIELDS)}
        self._facets = {facet: _FacetWriter() for facet in VALUE_FACETS}
        self._written = {facet: _FacetWriter() for facet in PEOPLE}
        self._dates = array("i")
        self._ids: list[str] = []
        self._hashes: list[bytes] = []
        self._fronts = BlobWriter(like.fronts.dictionary if like else None)
        self._evidence = BlobWriter(like.evidence.dictionary if like else None)

    def __len__(self) -> int:
        return len(self._ids)

    def vocabulary(self, limit: int) -> Vocabulary | None:
        """Its vocabulary for the next segment, unless more written forms are in it than that."""
        return self._vocabulary if len(self._vocabulary) <= limit else None

    def add(self, document: Document) -> None:
        """Take a document in; its number is the count of those before it."""
        article, number = document.article, len(self._ids)
        numbers = self._vocabulary.numbers
        for zone, name in enumerate(_ZONES):
            texts = document.texts[name]
            if texts:
                self.words += self._text.add(number, map(numbers, texts), zone)
        for name in NAME_FIELDS:
            values = document.values[Facet(name)]
            if values:
                # A name is found by its usual spelling and by the one in the article.
                spellings = dict.fromkeys(text for v in values for text in (v.label, v.value))
                self._streams[name].add(number, map(numbers, spellings))
        missing = [facet.value for facet in VALUE_FACETS if not document.values[facet]]
        missing += [] if article.date else [Facet.DATE.value]
        self._add_terms(MISSING, missing)
        self._add_terms(
            Facet.COUNTRY.value, [value.value for value in document.values[Facet.COUNTRY]]
        )
        for facet, values in document.values.items():
            self._facets[facet].add(values)
        for facet, found in document.written.items():
            self._written[facet].add([Value(value=join_written(w), label="") for w in found])
        self._dates.append(article.date.toordinal() if article.date else 0)
        self._fronts.add(encode_front(article))
        self._evidence.add(encode_evidence(article))
        self._hashes.append(bytes.fromhex(article.sha256))
        self._ids.append(article.id)

    def write(self, path: Path) -> None:
        """Write everything taken in as a new segment file."""
        exact = self._vocabulary.exact_terms()
        arrays: dict[str, Array] = {
            "dates": np.array(self._dates, np.int32),
            **string_arrays("ids", self._ids),
            **blob_arrays("hashes", self._hashes),
            **self._fronts.arrays("fronts"),
            **self._evidence.arrays("evidence"),
            **self._text_arrays(exact),
        }
        terms, ranks = exact
        for name, stream in self._streams.items():
            postings = self._invert(stream.unroll().ranked(ranks))
            arrays |= field_arrays(name, postings, terms, positions=name in NAME_FIELDS)
        for facet, column in self._facets.items():
            arrays |= column.arrays(f"facet.{facet}")
        for facet, column in self._written.items():
            arrays |= column.arrays(f"written.{facet}")
        write_arrays(path, arrays)

    def _text_arrays(self, exact: tuple[list[str], Numbers]) -> dict[str, Array]:
        """The fields of all zones: exact forms and stems."""
        words = self._text.unroll()
        terms, ranks = exact
        ranked = words.ranked(ranks)
        forms = self._invert(ranked, ZONE_WEIGHTS)
        stem_terms, stem_ranks = self._vocabulary.stem_terms()
        stems = self._invert(words.ranked(stem_ranks), ZONE_WEIGHTS)
        return {
            **field_arrays(EXACT, forms, terms, positions=True),
            f"{EXACT}.zone_starts": words.zone_starts(len(self), len(_ZONES)),
            **field_arrays(STEMS, stems, stem_terms, positions=False),
            "signatures": self._signatures(ranked, terms),
        }

    def _signatures(self, words: Words, terms: list[str]) -> Array:
        """What tells copies: the words of titles, and those of the running text."""
        hashes = hash_words(terms)
        title, text = (np.isin(words.zones, zones) for zones in (_TITLE, _RUNNING_TEXT))
        return sign(
            hashes[words.terms[title]],
            words.documents[title],
            hashes[words.terms[text]],
            words.documents[text],
            len(self),
        )

    def _add_terms(self, name: str, terms: Iterable[str]) -> None:
        self._streams[name].add(len(self._ids), [[self._vocabulary.number(t)] for t in terms])

    def _invert(self, words: Words, weights: Array | None = None) -> Postings:
        return invert(words, len(self._ids), weights)


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
            f"{name}.starts": narrow(starts),
            f"{name}.numbers": narrow(np.array(self._values, np.int32)),
            **string_arrays(f"{name}.values", self._numbers),
            **string_arrays(f"{name}.labels", self._labels),
        }
