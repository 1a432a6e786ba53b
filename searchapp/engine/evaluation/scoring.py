"""BM25F over arrays: how much a word says of an article."""

from math import log
from typing import Final

import numpy as np
import numpy.typing as npt

from searchapp.engine.storage.arrays import Array, Ints
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.schema import EXACT, STEMS, WEIGHT_UNIT, stored_field

Floats = npt.NDArray[np.float64]

K1: Final = 2.0
B: Final = 0.75
K3: Final = 7.0
"""The usual constants of BM25: how soon a word's repetition in an article and in a query counts no
more, and how far an article's length is taken into account. docs/performance.md says how chosen.
"""


def inverse_document_frequency(documents: int, having: int) -> float:
    """How much a term says: ln(1 + (N - df + 0.5) / (df + 0.5)), over all documents stored."""
    others = documents - having
    return log(1 + (others + 0.5) / (having + 0.5))


def repetition_weight(count: int) -> float:
    """What a word weighs that stands in a query several times; 1 for once."""
    return count * (K3 + 1) / (count + K3)


def score_term(
    reader: IndexReader, field: str, documents: Ints, weights: Array, document_frequency: int
) -> Floats:
    """The score of a term in some documents, given what it weighs in each.

    BM25F with weighted frequencies and lengths (Robertson, Zaragoza, Taylor: Simple BM25 extension
    to multiple weighted fields, 2004).
    """
    stored = stored_field(field)
    unit = WEIGHT_UNIT if stored in (STEMS, EXACT) else 1
    lengths = reader.lengths(stored).take(documents)
    slope = unit * K1 * B / (reader.average_length(stored) or 1.0)
    frequencies: Floats = weights.astype(np.float64)
    saturation: Floats = frequencies + (unit * K1 * (1 - B) + slope * lengths)
    np.divide(frequencies, saturation, out=saturation)
    saturation *= (K1 + 1) * inverse_document_frequency(len(reader), document_frequency)
    return saturation
