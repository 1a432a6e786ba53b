"""Evaluates a bound query tree over arrays, without a Python step per posting.

Every node of the tree gives `Matches`; a node's scores are those that stock Whoosh would give.
"""

from collections.abc import Hashable

import numpy as np
from whoosh import query as wq

from searchapp.engine.evaluation.fallback import evaluate_with_stock
from searchapp.engine.evaluation.leaves import (
    find_codes,
    find_dates,
    find_pattern,
    find_phrase,
    find_term,
)
from searchapp.engine.evaluation.matches import (
    NOTHING,
    Matches,
    constant,
    intersect,
    subtract,
    unite,
)
from searchapp.engine.storage.reader import Found, IndexReader
from searchapp.engine.storage.schema import CODE_FIELDS


def evaluate(reader: IndexReader, node: wq.Query) -> Matches:
    """The documents that match a bound tree, removed ones included."""
    if isinstance(node, wq.And):
        return _all(reader, list(node)).boosted(node.boost)
    if isinstance(node, wq.Or):
        parts = [evaluate(reader, child) for child in node]
        return unite(parts, len(reader)).boosted(node.boost)
    if isinstance(node, wq.Not):
        return subtract(_everything(reader), evaluate(reader, node.query).documents, len(reader))
    if isinstance(node, wq.ConstantScoreQuery):
        return constant(evaluate(reader, node.child).documents, node.score)
    if isinstance(node, wq.Every):
        return _every(reader, node)
    if node == wq.NullQuery:
        return NOTHING
    return _leaf(reader, node)


def _leaf(reader: IndexReader, node: wq.Query) -> Matches:
    if isinstance(node, wq.NumericRange):
        return constant(find_dates(reader, node), node.boost)
    if isinstance(node, wq.Term) and node.fieldname in CODE_FIELDS:
        return constant(find_codes(reader, node), node.boost)
    key = _key(node)
    if key is None:
        return evaluate_with_stock(reader, node)
    documents, scores = reader.found.get(key, lambda: _find(reader, node))
    return Matches(documents=documents, scores=scores).boosted(node.boost)


def _find(reader: IndexReader, node: wq.Query) -> Found:
    if isinstance(node, wq.Term):
        return find_term(reader, node)
    if isinstance(node, wq.Phrase):
        return find_phrase(reader, node)
    return find_pattern(reader, node)


def _key(node: wq.Query) -> Hashable | None:
    """What tells a leaf that is looked up in postings from all others; None for unknown nodes."""
    if isinstance(node, wq.Term | wq.Prefix | wq.Wildcard):
        return type(node), node.fieldname, node.text
    if isinstance(node, wq.FuzzyTerm):
        return type(node), node.fieldname, node.text, node.prefixlength
    if isinstance(node, wq.Phrase):
        return type(node), node.fieldname, tuple(node.words), node.slop
    return None


def _all(reader: IndexReader, nodes: list[wq.Query]) -> Matches:
    if not nodes:
        return NOTHING
    wanted = [evaluate(reader, node) for node in nodes if not isinstance(node, wq.Not)]
    if not wanted:
        wanted = [_everything(reader)]
    found = intersect(wanted, len(reader))
    for node in nodes:
        if isinstance(node, wq.Not) and len(found):
            unwanted = evaluate(reader, node.query).documents
            found = subtract(found, unwanted, len(reader))
    return found


def _every(reader: IndexReader, node: wq.Every) -> Matches:
    if node.fieldname is None:
        return _everything(reader).boosted(node.boost)
    return constant(np.flatnonzero(reader.lengths(node.fieldname)), node.boost)


def _everything(reader: IndexReader) -> Matches:
    documents, scores = reader.found.get(
        wq.Every, lambda: (np.arange(len(reader)), np.ones(len(reader)))
    )
    return Matches(documents=documents, scores=scores)
