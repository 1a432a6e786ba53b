"""BM25F as Whoosh computes it, over arrays."""

from typing import Final

import numpy as np
import numpy.typing as npt

from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.reader import IndexReader, TermPostings

Floats = npt.NDArray[np.float64]

K1: Final = 1.2
B: Final = 0.75


def inverse_document_frequency(reader: IndexReader, document_frequency: int) -> float:
    """How much a term says: ln(N / (df + 1)) + 1, over all documents stored."""
    return float(np.log(len(reader) / (document_frequency + 1)) + 1.0)


def score_term(reader: IndexReader, field: str, postings: TermPostings) -> Floats:
    """The score of each posting of a term.

    BM25 by field, summed over fields by the query tree (Robertson, Zaragoza, Taylor: Simple BM25
    extension to multiple weighted fields, 2004), with Whoosh's inverse document frequency.
    """
    lengths = reader.lengths(field)
    average = lengths.sum() / len(lengths) or 1.0
    frequencies: Floats = postings.frequencies.astype(np.float64)
    own = lengths[postings.documents]
    idf = inverse_document_frequency(reader, len(postings.documents))
    return _saturate(frequencies, own / average) * idf


def _saturate(frequencies: Floats, relative_lengths: Ints | Floats) -> Floats:
    return frequencies * (K1 + 1) / (frequencies + K1 * (1 - B + B * relative_lengths))
