"""Wildcards and fuzzy words to the terms of the index that they stand for."""

import fnmatch
import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from whoosh import query as wq

from searchapp.engine.evaluation.spelling import within_one_edit
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.lexicon import Lexicon
from searchapp.engine.storage.reader import IndexReader

_ASCII = 0x80


def expand(reader: IndexReader, node: wq.Wildcard | wq.FuzzyTerm) -> Iterator[str]:
    """All the terms that a pattern stands for, in order."""
    if isinstance(node, wq.FuzzyTerm):
        start = node.text[: node.prefixlength]
        near = {
            term
            for lexicon in reader.lexicons(node.fieldname)
            for term in find_near(lexicon, lexicon.slice_of(start), node.text)
        }
        return iter(sorted(near))
    literal = re.split(r"[*?]", node.text, maxsplit=1)[0]
    matches = wildcard_pattern(node.text).fullmatch
    return (term for term in reader.terms_from(node.fieldname, literal) if matches(term))


def wildcard_pattern(text: str) -> re.Pattern[str]:
    """The expression for a word with * (any letters) and ? (any one letter)."""
    return re.compile(fnmatch.translate(text.replace("[", "[[]")))


def find_near(lexicon: Lexicon, places: range, word: str) -> Iterator[str]:
    """The words at some places of a lexicon that are one edit away, or none.

    Words that begin and end too differently are passed over without being read. That looks at
    bytes, so words with other letters than ASCII are all read.
    """
    if not places:
        return
    candidates: Ints = np.arange(len(places))
    if word.isascii() and len(word) > 1:
        candidates = _alike(lexicon, places, np.frombuffer(word.encode(), np.uint8))
    for candidate in candidates.tolist():
        term = lexicon[places[candidate]]
        if within_one_edit(word, term):
            yield term


def _alike(lexicon: Lexicon, places: range, word: npt.NDArray[np.uint8]) -> Ints:
    """The words that share enough bytes with another at their two ends, or are not ASCII."""
    blob = lexicon.between(places.start, places.stop)
    sizes = lexicon.sizes(places.start, places.stop)
    ends = np.cumsum(sizes)
    # No word is empty, so that every place has bytes of its own.
    foreign = np.logical_or.reduceat(blob >= _ASCII, ends - sizes)
    near = np.flatnonzero(np.abs(sizes - len(word)) <= 1)
    steps = np.arange(len(word) - 1)
    first = blob[(ends - sizes)[near, None] + steps] == word[:-1]
    last = blob[ends[near, None] - 1 - steps] == word[:0:-1]
    shared = sum(np.logical_and.accumulate(same, axis=1).sum(axis=1) for same in (first, last))
    return np.union1d(near[shared >= len(word) - 1], np.flatnonzero(foreign))
