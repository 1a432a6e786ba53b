"""What is suggested in place of words that the index lacks."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest

from searchapp.engine.evaluation.spelling import suggest_query
from searchapp.engine.storage.arrays import ArrayFile, Ints, write_arrays
from searchapp.engine.storage.lexicon import Lexicon, string_arrays
from searchapp.engine.storage.schema import EXACT


class _Words:
    """Words with the number of documents that have each."""

    def __init__(self, **words: int) -> None:
        self._words = dict(sorted(words.items()))

    def document_frequency(self, field: str, term: str) -> int:
        return self._words.get(term, 0) if field == EXACT else 0

    def counted_terms(self, field: str, prefix: str) -> Iterator[tuple[Lexicon, range, Ints]]:
        counts = np.array(list(self._words.values()))
        with TemporaryDirectory() as folder:
            path = Path(folder) / "words.arrays"
            write_arrays(path, string_arrays("words", self._words))
            lexicon = Lexicon(ArrayFile(path), "words")
            places = lexicon.slice_of(prefix if field == EXACT else "-")
            yield lexicon, places, counts[places.start : places.stop]


READER = _Words(president=9, storm=5, store=7, government=3, the=9, presidents=1)


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("presdent", "president"),
        ("prezidemt", "president"),
        ("stomr", "storm"),
        ("Presdent of goverment", "president of government"),
        ('"presdent" presdent', '"presdent" president'),
        ("title:presdent", None),
        ("presid*", None),
        ("-presdent", None),
        ("president", None),
        ("xyzzy", None),
        ("prs", None),
    ],
)
def test_unknown_words_are_replaced_by_likely_ones(query: str, suggestion: str | None) -> None:
    assert suggest_query(READER, query, lambda _: 1, 0) == suggestion


def test_fewer_slips_win_over_more_documents() -> None:
    reader = _Words(planting=1, planning=9)
    assert suggest_query(reader, "plantinh", lambda _: 1, 0) == "planting"


def test_of_equally_near_words_the_more_frequent_is_suggested() -> None:
    assert suggest_query(READER, "stor", lambda _: 1, 0) == "store"


def test_what_finds_no_more_is_not_suggested() -> None:
    assert suggest_query(READER, "presdent", lambda _: 4, 4) is None
