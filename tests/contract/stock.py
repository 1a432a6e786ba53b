"""Archives in several publications, and the engine's answers beside stock Whoosh's."""

import math
from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st
from whoosh import query as wq
from whoosh.searching import Searcher

from searchapp.article import Article
from searchapp.engine.embedded import EDITION
from searchapp.engine.evaluation.evaluate import evaluate
from searchapp.engine.generations.choosing import find_generation
from searchapp.engine.stock.query import build_stock_query
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.schema import CODE_FIELDS, EXACT_FIELDS, STEM_FIELDS, stored_field
from tests.contract.engines import publish_changes
from tests.contract.strategies import IDS, articles

Publications = Sequence[tuple[Sequence[Article], Sequence[str]]]
"""What each publication adds, and the ids that it removes."""

Scores = dict[int, float]

STEMS = ("storm", "rain", "talk", "cafe", "us", "x", "1999", "zurich", "naiv", "missing")
EXACT = ("storm", "storms", "stormy", "the", "of", "rain", "cafe", "xi", "jinping", "anna", "漢")
WHOLE_FIELDS = tuple({stored_field(name): None for name in (*STEM_FIELDS, *EXACT_FIELDS)})


def build_reader(folder: Path, publications: Publications) -> IndexReader:
    """The index after some publications, each on top of the one before."""
    for added, removed in publications:
        publish_changes(folder, added=added, removed=removed)
    return IndexReader(find_generation(folder, EDITION, thorough=False).path)


def publications() -> st.SearchStrategy[Publications]:
    """Up to three publications, a segment each; later ones replace and remove articles."""
    first = _several(3) | _several(10, smallest=8) | _several(10, smallest=8)
    removed = st.lists(IDS, max_size=2)
    return st.builds(
        lambda added, later: [(added, []), *later],
        first,
        st.lists(st.tuples(_several(2, smallest=1), removed), min_size=1, max_size=2),
    )


def _several(largest: int, smallest: int = 0) -> st.SearchStrategy[list[Article]]:
    return st.lists(
        articles(), min_size=smallest, max_size=largest, unique_by=lambda article: article.id
    )


def evaluated(reader: IndexReader, tree: wq.Query) -> Scores:
    """What the engine finds, removed documents left out, with the scores."""
    matches = evaluate(reader, tree)
    documents, scores = matches.documents.tolist(), matches.scores.tolist()
    assert documents == sorted(set(documents))
    alive = reader.columns.alive
    return {n: score for n, score in zip(documents, scores, strict=True) if alive[n]}


def searched(searcher: Searcher, tree: wq.Query) -> Scores:
    """What stock Whoosh finds, with the scores."""
    return {hit.docnum: hit.score for hit in searcher.search(tree, limit=None)}


def assert_same(reader: IndexReader, searcher: Searcher, tree: wq.Query) -> None:
    """Both give the same documents, and each the same score."""
    ours, stock = evaluated(reader, tree), build_stock_query(tree)
    assert set(searcher.docs_for_query(stock)) == set(ours)
    theirs = searched(searcher, stock)
    assert set(theirs) == set(ours)
    for document, score in ours.items():
        assert math.isclose(score, theirs[document], rel_tol=1e-5, abs_tol=1e-9), document


BOOSTS = st.sampled_from([1.0, 1.0, 0.5, 3.0])


def trees() -> st.SearchStrategy[wq.Query]:
    """Any query tree over the fields of the schema."""
    return st.recursive(_leaves(), _compounds, max_leaves=6)


def _leaves() -> st.SearchStrategy[wq.Query]:
    stems, exact = st.sampled_from(STEM_FIELDS), st.sampled_from(EXACT_FIELDS)
    slop = st.integers(1, 3)
    words = st.lists(st.sampled_from(EXACT), min_size=1, max_size=3)
    pattern = st.sampled_from(["st*", "sto?m", "st*m*", "ca?e", "x*", "*", "an?a"])
    nearly = st.sampled_from(["storm", "stor", "stormi", "rian", "cafes", "jinpin", "ran"])
    day = st.none() | st.integers(737_000, 738_600) | st.sampled_from([1, 3_652_059])
    return st.one_of(
        st.builds(wq.Term, stems, st.sampled_from(STEMS), BOOSTS),
        st.builds(wq.Term, exact, st.sampled_from(EXACT), BOOSTS),
        st.builds(wq.Term, st.sampled_from(CODE_FIELDS), st.sampled_from(["RU", "date"]), BOOSTS),
        st.builds(wq.Phrase, exact, words, slop, BOOSTS),
        st.builds(wq.Prefix, exact, st.sampled_from(["s", "st", "cafe", "jin", "漢"]), BOOSTS),
        st.builds(wq.Wildcard, exact, pattern, BOOSTS),
        st.builds(wq.FuzzyTerm, exact, nearly, BOOSTS, st.just(1), st.sampled_from([0, 1, 2])),
        st.builds(wq.NumericRange, st.just("date"), day, day, boost=BOOSTS),
        st.builds(wq.Every, st.none() | st.sampled_from(WHOLE_FIELDS), BOOSTS),
        st.just(wq.NullQuery),
    )


def _compounds(inner: st.SearchStrategy[wq.Query]) -> st.SearchStrategy[wq.Query]:
    several = st.lists(inner, max_size=4)
    return st.one_of(
        st.builds(wq.And, several, BOOSTS),
        st.builds(wq.Or, several, BOOSTS),
        st.builds(wq.Not, inner),
        st.builds(wq.ConstantScoreQuery, inner, st.sampled_from([0.0, 1.0, 2.5])),
    )
