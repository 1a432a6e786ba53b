"""Streams of words to postings, with numpy instead of a Python step per posting.

A stable sort of the words by term turns a stream in document order into postings in term order:
sort-based inversion (Witten, Moffat, Bell: Managing Gigabytes, 1999, chapter 5).
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.schema import PASSAGE_GAP


class WordStream:
    """The words of one field, document after document, as numbers of a vocabulary."""

    def __init__(self) -> None:
        self._words = array("i")
        self._lengths = array("i")
        self._documents = array("i")

    def add(self, document: int, passages: Iterable[list[int]]) -> int:
        """Take in a document's passages; returns the number of words in them."""
        before = len(self._words)
        for numbers in passages:
            self._words.extend(numbers)
            self._lengths.append(len(numbers))
            self._documents.append(document)
        return len(self._words) - before

    def unroll(self) -> "Words":
        """Every word with its document and its position there, passages a gap apart."""
        lengths = np.array(self._lengths, np.int64)
        owners = np.array(self._documents, np.int32)
        starts = np.cumsum(lengths) - lengths
        # Positions restart in each document: take away what the stream held before it.
        spread = starts + PASSAGE_GAP * np.arange(len(lengths))
        first = np.ones(len(owners), np.bool_)
        first[1:] = owners[1:] != owners[:-1]
        base = np.repeat(spread[first], np.diff(np.append(np.flatnonzero(first), len(owners))))
        offsets = spread - base - starts
        return Words(
            terms=np.array(self._words, np.int32),
            documents=np.repeat(owners, lengths),
            positions=np.arange(len(self._words), dtype=np.int32)
            + np.repeat(offsets.astype(np.int32), lengths),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Parallel arrays, one entry per word in document order; `terms` are ranks, -1 for none."""

    terms: Ints
    documents: Ints
    positions: Ints

    def ranked(self, ranks: Ints) -> "Words":
        """The same words with each term number replaced by its rank, those without one left out."""
        terms = ranks[self.terms] if len(self.terms) else self.terms
        kept = terms >= 0
        return Words(
            terms=terms[kept], documents=self.documents[kept], positions=self.positions[kept]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """Postings in term order, compressed sparse rows.

    `terms` are the ranks that occur, ascending; term i owns the postings
    `starts[i]:starts[i + 1]` of `documents` (ascending in a term) and `frequencies`, and the
    positions `position_starts[i]:position_starts[i + 1]`. `lengths` counts words by document.
    """

    terms: Ints
    starts: Ints
    documents: Ints
    frequencies: Ints
    positions: Ints
    position_starts: Ints
    lengths: Ints


def invert(words: Words, document_count: int) -> Postings:
    """The postings of a field's words."""
    order = np.argsort(words.terms, kind="stable")
    terms, documents = words.terms[order], words.documents[order]
    new_term = _changes(terms)
    posting_starts = np.flatnonzero(new_term | _changes(documents))
    term_starts = np.flatnonzero(new_term)
    return Postings(
        terms=terms[term_starts],
        starts=np.append(np.searchsorted(posting_starts, term_starts), len(posting_starts)),
        documents=documents[posting_starts].astype(np.int32),
        frequencies=_narrow(np.diff(np.append(posting_starts, len(terms)))),
        positions=_narrow(words.positions[order]),
        position_starts=np.append(term_starts, len(terms)),
        lengths=_narrow(np.bincount(words.documents, minlength=document_count)),
    )


def _changes(values: Ints) -> npt.NDArray[np.bool_]:
    """Whether each value differs from the one before it; the first does."""
    changes = np.ones(len(values), np.bool_)
    changes[1:] = values[1:] != values[:-1]
    return changes


def _narrow(values: Ints) -> Ints:
    """The same values in the narrowest unsigned type that holds them."""
    return values.astype(np.min_scalar_type(int(values.max(initial=0))))
