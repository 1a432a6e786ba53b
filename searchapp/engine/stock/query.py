"""Query trees put so that stock Whoosh means by them what `evaluation` does.

Whoosh-Reloaded 2.7.5, as its source and the tests say:

- `ConstantScoreQuery` takes a score of 0 for none given and scores 1.
- `Not` scores 1 for every document that it lets through, also inside `And`.
- `Not` on its own may let a removed document through, the one after the last that it keeps out.
- A prefix, wildcard or fuzzy word scores 1, or by BM25F, with or without its boost, depending on
  how many terms it stands for in a segment and on how large that is; see `blending`.
- An `And` or `Or` of a single query drops its own boost, and an `And` of none raises ValueError
  inside another query.
"""

from typing import Final

from whoosh import query as wq
from whoosh.query.terms import MultiTerm

from searchapp.engine.stock.blending import Blended

NEXT_TO_NOTHING: Final = 1e-12
"""What stands for a score of 0; Whoosh's `Or` loses documents that score 0."""


def build_stock_query(tree: wq.Query) -> wq.Query:
    """The tree with which a stock Searcher finds what `evaluate` finds, and scores it so."""
    if isinstance(tree, wq.And):
        return _compound(wq.And, _narrowed(list(tree)), tree.boost)
    if isinstance(tree, wq.Or):
        return _compound(wq.Or, [build_stock_query(child) for child in tree], tree.boost)
    if isinstance(tree, wq.Not):
        return wq.And(_narrowed([tree]))
    if isinstance(tree, wq.ConstantScoreQuery):
        return wq.ConstantScoreQuery(build_stock_query(tree.child), tree.score or NEXT_TO_NOTHING)
    if isinstance(tree, wq.Prefix | wq.Wildcard | wq.FuzzyTerm):
        return Blended(tree)
    if isinstance(tree, MultiTerm):
        return wq.ConstantScoreQuery(tree, tree.boost)
    return tree


def _narrowed(children: list[wq.Query]) -> list[wq.Query]:
    """The children of an And; what they only keep out is taken from all living documents."""
    wanted = [build_stock_query(child) for child in children if not isinstance(child, wq.Not)]
    unwanted = [wq.Not(build_stock_query(c.query)) for c in children if isinstance(c, wq.Not)]
    if unwanted and not wanted:
        wanted = [wq.Every()]
    return [*wanted, *(wq.ConstantScoreQuery(child, NEXT_TO_NOTHING) for child in unwanted)]


def _compound(kind: type[wq.And] | type[wq.Or], children: list[wq.Query], boost: float) -> wq.Query:
    if not children:
        return wq.NullQuery
    if len(children) == 1:
        return wq.Or([*children, wq.NullQuery], boost=boost)
    return kind(children, boost=boost)
