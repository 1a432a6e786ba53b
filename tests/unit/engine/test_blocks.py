"""Documents of postings come back from their blocks."""

from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.storage.blocks import count_blocks, pack_documents, unpack_documents

DOCUMENTS = st.lists(st.sets(st.integers(0, 199_999), max_size=8).map(sorted), max_size=6)


@given(DOCUMENTS, st.sampled_from([65_536, 65_537, 200_000]), st.integers(0, 1_000_000))
def test_neighbouring_terms_come_back_with_a_base_added(
    terms: list[list[int]], count: int, base: int
) -> None:
    terms = [[document for document in term if document < count] for term in terms]
    starts = np.cumsum([0, *map(len, terms)])
    blocks = count_blocks(count)
    rows, within = pack_documents(starts, np.array([*chain(*terms)], np.int32), blocks)
    assert within.dtype == np.uint16
    for first in range(len(terms)):
        for last in range(first, len(terms) + 1):
            bounds = rows[first * blocks : last * blocks + 1]
            found = unpack_documents(bounds, within, blocks, base)
            assert found.tolist() == [base + d for term in terms[first:last] for d in term]
            assert found.dtype == np.int32


@pytest.mark.parametrize(
    ("documents", "blocks"), [(0, 1), (1, 1), (65_536, 1), (65_537, 2), (1_000_000, 16)]
)
def test_a_block_has_65536_documents(documents: int, blocks: int) -> None:
    assert count_blocks(documents) == blocks
