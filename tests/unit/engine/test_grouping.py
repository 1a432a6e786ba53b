"""Groups of copies from signatures."""

import numpy as np
import pytest

from searchapp.engine.copies.grouping import ALONE, group_copies
from searchapp.engine.copies.signatures import SLOTS, Signatures

CHANCE = np.random.default_rng(7)
TEXT = CHANCE.integers(1, 256, SLOTS, np.uint8)


def changed(signature: np.ndarray, share: float) -> np.ndarray:
    """A signature that differs in that share of its slots, from the front."""
    other = signature.copy()
    other[: round(share * SLOTS)] += 1
    return other


def groups(signatures: Signatures | list[np.ndarray], order: list[int] | None = None) -> list[int]:
    rows = np.array(signatures, np.uint8).reshape(-1, SLOTS)
    ordered = np.arange(len(rows)) if order is None else np.array(order, np.int64)
    found: list[int] = group_copies(rows, ordered).tolist()
    return found


@pytest.mark.parametrize(
    ("share", "grouped"),
    [(0.0, True), (0.1, True), (0.29, True), (0.32, False), (0.6, False), (1.0, False)],
)
def test_copies_have_most_of_their_slots_in_common(share: float, grouped: bool) -> None:
    assert groups([TEXT, changed(TEXT, share)]) == ([1, 1] if grouped else [ALONE, ALONE])


def test_documents_that_say_too_little_are_alone_however_many() -> None:
    assert groups([np.zeros(SLOTS, np.uint8)] * 3) == [ALONE] * 3


def test_a_document_that_does_not_count_is_in_no_group() -> None:
    assert groups([TEXT, TEXT, TEXT], [0, 2]) == [1, ALONE, 1]
    assert groups([TEXT, TEXT], [1]) == [ALONE, ALONE]


def test_who_comes_first_in_the_order_leads() -> None:
    """The middle of a chain is a copy of both ends, which are none of each other."""
    chain = [TEXT, changed(TEXT, 0.25), changed(changed(TEXT[::-1], 0.25)[::-1], 0.25)]
    assert groups(chain) == [1, 1, ALONE]
    assert groups(chain, [1, 0, 2]) == [1, 1, 1]


def test_groups_do_not_depend_on_the_numbers_of_documents() -> None:
    rows = np.concatenate([[TEXT] * 30, CHANCE.integers(1, 256, (70, SLOTS), np.uint8)])
    rows[30:60] = np.repeat(rows[60:75], 2, axis=0)
    shuffled = CHANCE.permutation(len(rows))
    back = np.argsort(shuffled)
    found = np.array(groups(rows))
    assert np.array_equal(np.array(groups(rows[shuffled], back.tolist()))[back], found)
    assert len(set(found[found != ALONE].tolist())) == 16


def test_many_copies_of_one_text_are_one_group() -> None:
    assert groups(np.tile(TEXT, (2_000, 1))) == [1] * 2_000


@pytest.mark.parametrize("count", [0, 1])
def test_few_documents_have_no_copies(count: int) -> None:
    assert groups([TEXT] * count) == [ALONE] * count
