"""Streams of words to postings, with numpy instead of a Python step per posting.

A stable sort of the words by term turns a stream in document order into postings in term order:
sort-based inversion (Witten, Moffat, Bell: Managing Gigabytes, 1999, chapter 5).
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from searchapp.engine.storage.arrays import Ints, narrow
from searchapp.engine.storage.schema import PASSAGE_GAP

MAX_WEIGHT = 255
"""A weighted frequency is kept in a byte: beyond, one word more changes no score that is seen."""


class WordStream:
    """The words of one field, document after document, as numbers of a vocabulary."""

    def __init__(self) -> None:
        self._words = array("i")
        self._lengths = array("i")
        self._documents = array("i")
        self._zones = array("B")

    def add(self, document: int, passages: Iterable[Iterable[int]], zone: int = 0) -> int:
        """Take in passages of a zone of a document; returns the number of words in them."""
        begin = before = len(self._words)
        for numbers in passages:
            self._words.extend(numbers)
            self._lengths.append(len(self._words) - before)
            self._documents.append(document)
            self._zones.append(zone)
            before = len(self._words)
        return before - begin

    def unroll(self) -> "Words":
        """Every word with its document and its position there, passages a gap apart."""
        lengths = np.array(self._lengths, np.int64)
        owners = np.array(self._documents, np.int32)
        zones = np.array(self._zones, np.uint8)
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
            zones=np.repeat(zones, lengths),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Parallel arrays, one entry per word in document order; `terms` are ranks, -1 for none."""

    terms: Ints
    documents: Ints
    positions: Ints
    zones: Ints

    def ranked(self, ranks: Ints) -> "Words":
        """The same words with each term number replaced by its rank, those without one left out."""
        terms = ranks[self.terms] if len(self.terms) else self.terms
        return self.where(terms >= 0, terms)

    def where(self, kept: npt.NDArray[np.bool_], terms: Ints) -> "Words":
        """Some of the words, with other terms."""
        return Words(
            terms=terms[kept],
            documents=self.documents[kept],
            positions=self.positions[kept],
            zones=self.zones[kept],
        )

    def zone_starts(self, document_count: int, zone_count: int) -> Ints:
        """The first position of every zone in every document; that of the next for an empty one."""
        ends = np.zeros(document_count, np.int32)
        np.maximum.at(ends, self.documents, self.positions + 1)
        starts = np.repeat(ends[:, None], zone_count, axis=1)
        begins = np.flatnonzero(_changes(self.documents) | _changes(self.zones))
        starts[self.documents[begins], self.zones[begins]] = self.positions[begins]
        return narrow(np.minimum.accumulate(starts[:, ::-1], axis=1)[:, ::-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """Postings in term order, compressed sparse rows.

    `terms` are the ranks that occur, ascending; term i owns the postings
    `starts[i]:starts[i + 1]` of `documents` (ascending in a term), `frequencies`, `weights` and
    `zones` (bit z is set where the term stands in zone z), and the positions
    `position_starts[i]:position_starts[i + 1]`. Weights are frequencies in which a word counts as
    much as its zone weighs; `lengths` counts the words of each document so.
    """

    terms: Ints
    starts: Ints
    documents: Ints
    frequencies: Ints
    weights: Ints
    zones: Ints
    positions: Ints
    position_starts: Ints
    lengths: Ints


def invert(words: Words, document_count: int, weights: Ints | None = None) -> Postings:
    """The postings of a field's words; one of zone z weighs `weights[z]`, or 1 without weights."""
    order = np.argsort(words.terms, kind="stable")
    terms, documents = words.terms[order], words.documents[order]
    new_term = _changes(terms)
    posting_starts = np.flatnonzero(new_term | _changes(documents))
    term_starts = np.flatnonzero(new_term)
    zones = words.zones[order]
    bits = np.left_shift(np.uint8(1), zones)
    frequencies = np.diff(np.append(posting_starts, len(terms)))
    weighed = None if weights is None else weights[words.zones]
    summed = frequencies if weights is None else _sums(weights[zones], posting_starts)
    lengths = np.bincount(words.documents, weighed, minlength=document_count).astype(np.int64)
    return Postings(
        terms=terms[term_starts],
        starts=np.append(np.searchsorted(posting_starts, term_starts), len(posting_starts)),
        documents=documents[posting_starts].astype(np.int32),
        frequencies=narrow(frequencies),
        weights=narrow(np.minimum(summed, MAX_WEIGHT)),
        zones=np.bitwise_or.reduceat(bits, posting_starts) if len(bits) else bits,
        positions=narrow(words.positions[order]),
        position_starts=np.append(term_starts, len(terms)),
        lengths=narrow(lengths),
    )


def _sums(values: Ints, starts: Ints) -> Ints:
    """The sum of each run of values, by where the runs start."""
    ends = np.append(starts[1:], len(values))
    summed = np.concatenate([[0], np.cumsum(values)])
    return summed[ends] - summed[starts] if len(starts) else starts


def _changes(values: Ints) -> npt.NDArray[np.bool_]:
    """Whether each value differs from the one before it; the first does."""
    changes = np.ones(len(values), np.bool_)
    changes[1:] = values[1:] != values[:-1]
    return changes
