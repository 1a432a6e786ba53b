"""The order of results: by score, by date, and then by id."""

from random import Random
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.evaluation.ranking import rank
from searchapp.search.request import SortOrder

SCORES = st.sampled_from([0.0, 0.5, 1.0, 1.0 + 1e-9, 2.0])
ROWS = st.lists(st.tuples(SCORES, st.integers(0, 3)), max_size=12)


def ranked(
    rows: list[tuple[float, int]], ids: list[int], order: SortOrder, count: int
) -> list[int]:
    """The documents in order; each row is a score and a date, `ids` are ranks of ids."""
    # Document 0 is not among the results, so that places and documents differ.
    dates, id_ranks = [9, *(day for _, day in rows)], [99, *ids]
    newest = sorted(range(len(dates)), key=lambda n: (-dates[n], id_ranks[n]))
    days, day_numbers = np.unique(dates, return_inverse=True)
    columns = SimpleNamespace(
        newest_ranks=np.argsort(newest).astype(np.int32),
        date=SimpleNamespace(days=days, numbers=day_numbers.astype(np.uint8)),
    )
    columns.date.has_undated = not days[0]
    documents = np.arange(1, len(rows) + 1)
    scores = np.array([score for score, _ in rows])
    places = rank(columns, documents, scores, order, count)
    return places.tolist()


@given(ROWS, st.randoms(use_true_random=False), st.sampled_from(SortOrder), st.integers(1, 6))
def test_the_first_results_are_those_of_a_full_sort(
    rows: list[tuple[float, int]], random: Random, order: SortOrder, count: int
) -> None:
    ids = list(range(len(rows)))
    random.shuffle(ids)
    keys = {
        SortOrder.RELEVANCE: lambda n: (-round(rows[n][0], 6), -rows[n][1], ids[n]),
        SortOrder.NEWEST: lambda n: (-rows[n][1], ids[n]),
        SortOrder.OLDEST: lambda n: (rows[n][1] == 0, rows[n][1], ids[n]),
    }
    expected = sorted(range(len(rows)), key=keys[order])[:count]
    assert ranked(rows, ids, order, count) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (SortOrder.RELEVANCE, [3, 1, 2, 0]),
        (SortOrder.NEWEST, [1, 2, 3, 0]),
        (SortOrder.OLDEST, [3, 1, 2, 0]),
    ],
)
def test_ties_go_to_the_newest_then_to_the_smallest_id(
    order: SortOrder, expected: list[int]
) -> None:
    rows = [(1.0, 0), (1.0, 7), (1.0, 7), (2.0, 5)]
    assert ranked(rows, [3, 0, 1, 2], order, 4) == expected


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_tie_at_the_end_of_the_page_is_broken_as_everywhere(count: int) -> None:
    rows = [(1.0, 1), (1.0, 3), (1.0, 2), (0.5, 9)]
    assert ranked(rows, [0, 1, 2, 3], SortOrder.RELEVANCE, count) == [1, 2, 0][:count]
