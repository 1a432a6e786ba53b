"""Why an article is among the results: the score of every leaf of the query, by zone.

The scores are those of the evaluation, leaf by leaf. A word has one score for all zones, from the
sum of its weighted occurrences; each zone gets its share of that sum.
"""

from collections.abc import Iterator

from whoosh import query as wq

from searchapp.engine.evaluation.evaluate import evaluate
from searchapp.engine.evaluation.matches import find_place
from searchapp.engine.snippets.marking import Marker
from searchapp.engine.storage.documents import Document, build_document
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.schema import TEXT_FIELDS
from searchapp.search.explanation import Explanation, ScorePart


def explain(reader: IndexReader, document: int, tree: wq.Query) -> Explanation:
    """The score of a document for a bound query, and its parts; 0 when it does not match."""
    total = _score(reader, tree, document)
    if not total:
        return Explanation(total=0.0)
    texts = build_document(reader.stored(document))
    leaves: dict[tuple[str, str], wq.Query] = {}
    scores: dict[tuple[str, str], float] = {}
    for leaf, score in _iter_shares(reader, tree, document, 1.0):
        key = _name(leaf), leaf.field() or ""
        leaves[key] = leaf
        scores[key] = scores.get(key, 0.0) + score
    parts = [
        part for key, score in scores.items() if score for part in _parts(texts, leaves[key], score)
    ]
    parts.sort(key=lambda part: -part.score)
    return Explanation(total=total, parts=tuple(parts))


def _score(reader: IndexReader, node: wq.Query, document: int) -> float | None:
    """What a node scores in a document; None when it does not match."""
    matches = evaluate(reader, node)
    place = find_place(matches.documents, document)
    return None if place is None else float(matches.scores[place])


def _iter_shares(
    reader: IndexReader, node: wq.Query, document: int, factor: float
) -> Iterator[tuple[wq.Query, float]]:
    """Each leaf below a node with what it adds; `Every` stands for what all results get alike."""
    score = _score(reader, node, document)
    if score is None:
        return
    if isinstance(node, wq.And | wq.Or):
        children = [child for child in node if not isinstance(node, wq.And) or _is_wanted(child)]
        for child in children:
            yield from _iter_shares(reader, child, document, factor * node.boost)
        if not children:
            yield wq.Every(), factor * score
    elif isinstance(node, wq.ConstantScoreQuery):
        yield node.child if node.child.is_leaf() else wq.Every(), factor * score
    elif isinstance(node, wq.Not):
        yield wq.Every(), factor * score
    else:
        yield node, factor * score


def _is_wanted(child: wq.Query) -> bool:
    """Whether a child of an And adds to its score; what it keeps out does not."""
    return not isinstance(child, wq.Not)


def _parts(document: Document, leaf: wq.Query, score: float) -> Iterator[ScorePart]:
    """The score of a leaf, shared out among the zones by the weight of its words in each."""
    marker = Marker(leaf)
    found = []
    for field in TEXT_FIELDS:
        words = tuple(
            text[mark.start : mark.end]
            for text in document.texts[field.name]
            for mark in marker.mark(field.name, text)
        )
        if words:
            found.append((field, words))
    weight = sum(field.weight * len(words) for field, words in found)
    for field, words in found:
        yield ScorePart(
            term=_name(leaf),
            zone=field.zone,
            words=tuple(dict.fromkeys(words)),
            occurrences=len(words),
            score=score * field.weight * len(words) / weight,
        )
    if not found:
        yield ScorePart(term=_name(leaf), zone=None, words=(), occurrences=0, score=score)


def _name(leaf: wq.Query) -> str:
    """A leaf as one would type it."""
    if isinstance(leaf, wq.Phrase):
        return f'"{" ".join(leaf.words)}"' + (f"~{leaf.slop}" if leaf.slop > 1 else "")
    if isinstance(leaf, wq.Prefix):
        return f"{leaf.text}*"
    if isinstance(leaf, wq.FuzzyTerm):
        return f"{leaf.text}~"
    return leaf.text if isinstance(leaf, wq.Term | wq.Wildcard) else ""
