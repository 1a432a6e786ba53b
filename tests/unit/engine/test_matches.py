"""Sets of documents with scores behave as dictionaries do, small or large."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.evaluation.matches import Matches, intersect, subtract, unite

Scores = dict[int, float]

SIZES = st.sampled_from([40, 40, 4000])
"""In the small index most sets are large, in the large one all are small."""
SCORES = st.dictionaries(st.integers(0, 39), st.sampled_from([0.0, 0.5, 1.0, 3.0]), max_size=40)
SEVERAL = st.lists(SCORES, min_size=1, max_size=4)


def build_matches(scores: Scores) -> Matches:
    documents = sorted(scores)
    return Matches(
        documents=np.array(documents, np.int64),
        scores=np.array([scores[document] for document in documents], np.float64),
    )


def read_scores(matches: Matches) -> Scores:
    documents = matches.documents.tolist()
    assert documents == sorted(set(documents))
    return dict(zip(documents, matches.scores.tolist(), strict=True))


@given(SEVERAL, SIZES)
def test_a_union_has_the_documents_of_any_and_the_sums(several: list[Scores], size: int) -> None:
    found = unite([build_matches(scores) for scores in several], size)
    documents = {document for scores in several for document in scores}
    expected = {n: sum(scores.get(n, 0.0) for scores in several) for n in documents}
    assert read_scores(found) == pytest.approx(expected)


@given(SEVERAL, SIZES)
def test_an_intersection_has_the_documents_of_all(several: list[Scores], size: int) -> None:
    found = intersect([build_matches(scores) for scores in several], size)
    documents = set.intersection(*(set(scores) for scores in several))
    expected = {n: sum(scores[n] for scores in several) for n in documents}
    assert read_scores(found) == pytest.approx(expected)


@given(SCORES, SCORES, SIZES)
def test_what_is_taken_away_is_gone(scores: Scores, unwanted: Scores, size: int) -> None:
    found = subtract(build_matches(scores), build_matches(unwanted).documents, size)
    assert read_scores(found) == {n: scores[n] for n in scores if n not in unwanted}
