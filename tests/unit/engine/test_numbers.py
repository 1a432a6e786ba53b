"""Numbers by document are those of a loop, with one or several for each document."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.storage import numbers as numbers_module
from searchapp.engine.storage.arrays import ArrayFile, write_arrays
from searchapp.engine.storage.numbers import Numbers, number_arrays, runs

SIZE = 5
LISTS = st.lists(
    st.lists(st.integers(0, SIZE - 1), min_size=1, max_size=3, unique=True), max_size=8
)


def build_numbers(folder: Path, lists: list[list[int]]) -> Numbers:
    path = folder / "numbers.arrays"
    path.unlink(missing_ok=True)
    flat = np.array([number for own in lists for number in own], np.int32)
    starts = np.cumsum([0, *map(len, lists)])
    write_arrays(path, number_arrays("some", flat, starts, SIZE))
    return Numbers(ArrayFile(path), "some", SIZE)


@given(LISTS, st.data())
def test_numbers_are_read_and_counted(
    tmp_path_factory: pytest.TempPathFactory, lists: list[list[int]], draw: st.DataObject
) -> None:
    numbers = build_numbers(tmp_path_factory.getbasetemp(), lists)
    assert [numbers.of_document(n) for n in range(len(numbers))] == lists
    chosen = draw.draw(st.lists(st.sampled_from(range(len(lists))), unique=True) if lists else NONE)
    documents = np.array(chosen, np.int64)
    expected = Counter(number for n in chosen for number in lists[n])
    assert Counter(numbers.of_documents(documents).tolist()) == expected
    assert numbers.counts(documents).tolist() == [expected[n] for n in range(SIZE)]


NONE: st.SearchStrategy[list[int]] = st.just([])


@pytest.mark.parametrize("at_once", [0, 4096])
def test_numbers_alone_and_in_lists_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(numbers_module, "_AT_ONCE", at_once)
    path = tmp_path / "numbers.arrays"
    # Those in lists are small enough for a byte, those alone are not.
    flat = np.array([1, 2, 700, 3, 1, 70_000], np.int32)
    starts = np.array([0, 2, 3, 5, 6])
    write_arrays(path, number_arrays("some", flat, starts, 70_001))
    found = Numbers(ArrayFile(path), "some", 70_001).of_documents(np.arange(4))
    assert sorted(found.tolist()) == [1, 1, 2, 3, 700, 70_000]


def test_runs_are_laid_end_to_end() -> None:
    assert runs(np.array([5, 1, 9]), np.array([2, 0, 3])).tolist() == [5, 6, 9, 10, 11]
    assert runs(np.zeros(0, np.int64), np.zeros(0, np.int64)).tolist() == []
