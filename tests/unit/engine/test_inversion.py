"""Inversion with numpy gives the postings that a loop gives."""

from collections import defaultdict
from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.storage.inversion import Postings, WordStream, invert
from searchapp.engine.storage.schema import PASSAGE_GAP

PASSAGE = st.lists(st.integers(0, 5), max_size=6)
DOCUMENTS = st.lists(st.lists(PASSAGE, max_size=3), max_size=6)
RANKS = st.lists(st.integers(-1, 4), min_size=6, max_size=6)
IDENTITY = list(range(6))


def inverted(documents: list[list[list[int]]], ranks: list[int]) -> Postings:
    stream = WordStream()
    for number, passages in enumerate(documents):
        assert stream.add(number, passages) == sum(map(len, passages))
    return invert(stream.unroll().ranked(np.array(ranks, np.int32)), len(documents))


def naive(documents: list[list[list[int]]], ranks: list[int]) -> dict[int, dict[int, list[int]]]:
    """For each term its documents, and for each of these the positions."""
    postings: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, passages in enumerate(documents):
        start = 0
        for passage in passages:
            for offset, word in enumerate(passage):
                if ranks[word] >= 0:
                    postings[ranks[word]][number].append(start + offset)
            start += len(passage) + PASSAGE_GAP
    return postings


@given(DOCUMENTS, RANKS)
def test_postings_are_those_of_a_loop(documents: list[list[list[int]]], ranks: list[int]) -> None:
    found = inverted(documents, ranks)
    expected = naive(documents, ranks)
    assert found.terms.tolist() == sorted(expected)
    for place, term in enumerate(sorted(expected)):
        rows = slice(found.starts[place], found.starts[place + 1])
        where = slice(found.position_starts[place], found.position_starts[place + 1])
        assert found.documents[rows].tolist() == sorted(expected[term])
        assert found.frequencies[rows].tolist() == [len(p) for p in expected[term].values()]
        assert found.positions[where].tolist() == list(chain(*expected[term].values()))
    assert len(found.starts) == len(found.position_starts) == len(expected) + 1


@given(DOCUMENTS, RANKS)
def test_lengths_count_the_words_of_every_document(
    documents: list[list[list[int]]], ranks: list[int]
) -> None:
    expected = [sum(ranks[w] >= 0 for p in passages for w in p) for passages in documents]
    assert inverted(documents, ranks).lengths.tolist() == expected


def test_passages_are_a_gap_apart_and_documents_begin_at_0() -> None:
    found = inverted([[[1, 1], [1]], [[], [1]], [[1]]], IDENTITY)
    assert found.positions.tolist() == [0, 1, 2 + PASSAGE_GAP, PASSAGE_GAP, 0]


@pytest.mark.parametrize(
    ("count", "dtype"), [(255, np.uint8), (256, np.uint16)], ids=["narrow", "wider"]
)
def test_counts_are_as_narrow_as_they_can_be(count: int, dtype: type) -> None:
    found = inverted([[[1] * count]], IDENTITY)
    assert (found.frequencies.dtype, found.lengths.dtype) == (dtype, dtype)
    assert (found.frequencies.tolist(), found.lengths.tolist()) == ([count], [count])
