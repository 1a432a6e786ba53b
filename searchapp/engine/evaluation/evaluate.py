"""Evaluates a bound query tree over arrays, without a Python step per posting.

Every node of the tree gives `Matches`; a node's scores are those that stock Whoosh would give.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from whoosh import query as wq

from searchapp.engine.evaluation.expansion import expand
from searchapp.engine.evaluation.phrases import match_phrase
from searchapp.engine.evaluation.scoring import Floats, score_term
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.schema import CODE_FIELDS, MISSING
from searchapp.search.facets import VALUE_FACETS, Facet


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """Documents in ascending order, and the score of each."""

    documents: Ints
    scores: Floats


def evaluate(reader: IndexReader, node: wq.Query) -> Matches:
    """The documents that match a bound tree, removed ones included."""
    if isinstance(node, wq.Term):
        return _term(reader, node)
    if isinstance(node, wq.Or):
        return _boosted(_any([evaluate(reader, child) for child in node]), node.boost)
    if isinstance(node, wq.And):
        return _boosted(_all(reader, list(node)), node.boost)
    if isinstance(node, wq.Not):
        return _complement(reader, evaluate(reader, node.query).documents)
    if isinstance(node, wq.ConstantScoreQuery):
        return _constant(evaluate(reader, node.child).documents, node.score)
    if isinstance(node, wq.Phrase):
        return _phrase(reader, node)
    if isinstance(node, wq.NumericRange):
        return _dates(reader, node)
    if isinstance(node, wq.Prefix):
        return _constant(reader.documents_from(node.fieldname, node.text), node.boost)
    if isinstance(node, wq.Wildcard | wq.FuzzyTerm):
        return _pattern(reader, node)
    if isinstance(node, wq.Every):
        return _every(reader, node)
    if node == wq.NullQuery:
        return _NOTHING
    raise TypeError(f"{node!r} is not part of the query language")


_NOTHING = Matches(documents=np.zeros(0, np.int64), scores=np.zeros(0))


def _term(reader: IndexReader, node: wq.Term) -> Matches:
    if node.fieldname in CODE_FIELDS:
        return _constant(_code_documents(reader, node), node.boost)
    postings = reader.postings(node.fieldname, node.text)
    if postings is None:
        return _NOTHING
    scores = score_term(reader, node.fieldname, postings) * node.boost
    return Matches(documents=postings.documents, scores=scores)


def _code_documents(reader: IndexReader, node: wq.Term) -> Ints:
    """The documents with a country, or without a value in a facet, as the columns have them.

    The postings know nothing of names that were merged, split or dropped afterwards.
    """
    if node.fieldname == MISSING:
        if node.text == Facet.DATE:
            return np.flatnonzero(reader.columns.dates == 0)
        if node.text not in VALUE_FACETS:
            return _NOTHING.documents
        return np.flatnonzero(reader.columns.facet(Facet(node.text)).empty())
    column = reader.columns.facet(Facet(node.fieldname))
    number = column.resolve(node.text)
    return _NOTHING.documents if number is None else column.documents(number)


def _phrase(reader: IndexReader, node: wq.Phrase) -> Matches:
    words = [reader.postings(node.fieldname, word, positions=True) for word in node.words]
    found = [postings for postings in words if postings is not None]
    if len(found) < len(words):
        return _NOTHING
    documents = match_phrase(found, node.slop)
    scores = np.zeros(len(documents))
    for postings in found:
        places = np.searchsorted(postings.documents, documents)
        scores += score_term(reader, node.fieldname, postings)[places]
    return Matches(documents=documents, scores=scores * node.boost)


def _any(parts: Sequence[Matches]) -> Matches:
    found = [part for part in parts if len(part.documents)]
    if len(found) < 2:
        return found[0] if found else _NOTHING
    documents = np.concatenate([part.documents for part in found])
    scores = np.concatenate([part.scores for part in found])
    unique, places = np.unique(documents, return_inverse=True)
    return Matches(documents=unique, scores=np.bincount(places, scores).astype(np.float64))


def _all(reader: IndexReader, nodes: Sequence[wq.Query]) -> Matches:
    wanted = [evaluate(reader, node) for node in nodes if not isinstance(node, wq.Not)]
    unwanted = [evaluate(reader, node.query) for node in nodes if isinstance(node, wq.Not)]
    if not nodes:
        return _NOTHING
    wanted.sort(key=lambda part: len(part.documents))
    found = wanted[0] if wanted else _constant(np.arange(len(reader)), 1.0)
    for other in wanted[1:]:
        places, kept = _locate(found.documents, other.documents)
        found = Matches(
            documents=found.documents[kept],
            scores=found.scores[kept] + other.scores[places[kept]],
        )
    for other in unwanted:
        _, hit = _locate(found.documents, other.documents)
        found = Matches(documents=found.documents[~hit], scores=found.scores[~hit])
    return found


def _locate(documents: Ints, others: Ints) -> tuple[Ints, Mask]:
    """For each document its place among others, and whether it is one of them."""
    if not len(others):
        return np.zeros(len(documents), np.int64), np.zeros(len(documents), np.bool_)
    places = np.minimum(np.searchsorted(others, documents), len(others) - 1)
    return places, np.equal(others[places], documents)


def _complement(reader: IndexReader, documents: Ints) -> Matches:
    others = np.ones(len(reader), np.bool_)
    others[documents] = False
    return _constant(np.flatnonzero(others), 1.0)


def _every(reader: IndexReader, node: wq.Every) -> Matches:
    if node.fieldname is None:
        return _constant(np.arange(len(reader)), node.boost)
    return _constant(np.flatnonzero(reader.lengths(node.fieldname)), node.boost)


def _boosted(matches: Matches, boost: float) -> Matches:
    if boost == 1.0:
        return matches
    return Matches(documents=matches.documents, scores=matches.scores * boost)


def _constant(documents: Ints, score: float) -> Matches:
    return Matches(documents=documents, scores=np.full(len(documents), score))


def _dates(reader: IndexReader, node: wq.NumericRange) -> Matches:
    dates = reader.columns.dates
    inside = dates > 0
    if node.start is not None:
        inside &= dates >= node.start
    if node.end is not None:
        inside &= dates <= node.end
    return _constant(np.flatnonzero(inside), node.boost)


def _pattern(reader: IndexReader, node: wq.Wildcard | wq.FuzzyTerm) -> Matches:
    found = []
    for term in expand(reader, node):
        postings = reader.postings(node.fieldname, term)
        if postings is not None:
            found.append(postings.documents)
    documents = np.unique(np.concatenate(found)) if found else _NOTHING.documents
    return _constant(documents, node.boost)
