"""From what was meant to what is stored: query trees over this index's own fields and terms."""

from collections.abc import Callable

from whoosh import query as wq

from searchapp.engine.storage.analysis import STOP_WORDS, fold, split_words, stem
from searchapp.engine.storage.schema import CODE_FIELDS, MISSING, searched_fields
from searchapp.search.facets import NONE, Facet
from searchapp.search.language import NAME_FIELDS


def bind_query(tree: wq.Query) -> wq.Query:
    """The tree of `language.parse_query` over the fields of `schema`, its words analysed.

    Marks without a word in them and stop words are left out of what they stand in; a query of
    stop words alone searches their exact forms, and one without any word is `NullQuery`.
    Names, dates and countries narrow and score 0.
    """
    bound = _bind(tree, _bind_term)
    if bound is None:
        bound = _bind(tree, _bind_exact_term)
    return wq.NullQuery if bound is None else bound


_BindTerm = Callable[[str, str], wq.Query | None]


def _bind(node: wq.Query, bind_term: _BindTerm) -> wq.Query | None:
    if isinstance(node, wq.And | wq.Or):
        children = [_bind(child, bind_term) for child in node]
        return _join(type(node), [child for child in children if child is not None])
    if isinstance(node, wq.Not):
        child = _bind(node.query, bind_term)
        return None if child is None else wq.Not(child)
    if isinstance(node, wq.Every) or node == wq.NullQuery:
        return node
    if node.field() in (*NAME_FIELDS, Facet.COUNTRY.value, Facet.DATE.value):
        return _bind_filter(node)
    if isinstance(node, wq.Term):
        return bind_term(node.fieldname, node.text)
    if isinstance(node, wq.Phrase):
        return _bind_phrase(node.fieldname, " ".join(node.words), node.slop)
    return _join(
        wq.Or,
        [
            wq.ConstantScoreQuery(_pattern(node, field.exact), field.boost)
            for field in searched_fields(node.fieldname)
        ],
    )


def _bind_term(field: str, text: str) -> wq.Query | None:
    words = [fold(word) for word in split_words(text)]
    if len(words) != 1:
        return _bind_phrase(field, text, slop=1)
    if words[0] in STOP_WORDS:
        return None
    term = stem(words[0])
    return _join(wq.Or, [wq.Term(f.name, term, boost=f.boost) for f in searched_fields(field)])


def _bind_exact_term(field: str, text: str) -> wq.Query | None:
    return _bind_phrase(field, text, slop=1)


def _bind_phrase(field: str, text: str, slop: int) -> wq.Query | None:
    words = [fold(word) for word in split_words(text)]
    if not words:
        return None
    return _join(wq.Or, [_sequence(f.exact, words, slop, f.boost) for f in searched_fields(field)])


def _bind_filter(node: wq.Query) -> wq.Query | None:
    """A leaf over names, codes or dates, as a filter inside the query."""
    if isinstance(node, wq.Term) and node.text == NONE:
        bound = wq.Term(MISSING, node.fieldname)
    elif isinstance(node, wq.NumericRange) or node.field() in CODE_FIELDS:
        bound = node
    elif isinstance(node, wq.Term | wq.Phrase):
        text = node.text if isinstance(node, wq.Term) else " ".join(node.words)
        words = [fold(word) for word in split_words(text)]
        slop = node.slop if isinstance(node, wq.Phrase) else 1
        if not words:
            return None
        bound = _sequence(node.fieldname, words, slop, 1.0)
    else:
        bound = _pattern(node, node.fieldname)
    return wq.ConstantScoreQuery(bound, 0.0)


def _sequence(field: str, words: list[str], slop: int, boost: float) -> wq.Query:
    if len(words) == 1:
        return wq.Term(field, words[0], boost=boost)
    return wq.Phrase(field, words, slop=slop, boost=boost)


def _pattern(node: wq.Query, field: str) -> wq.Query:
    """A prefix, wildcard or fuzzy word over another field, folded; its signs are no letters."""
    text = fold(node.text)
    if isinstance(node, wq.FuzzyTerm):
        return wq.FuzzyTerm(field, text, maxdist=1, prefixlength=2)
    return type(node)(field, text)


def _join(kind: type[wq.And] | type[wq.Or], children: list[wq.Query]) -> wq.Query | None:
    if len(children) < 2:
        return children[0] if children else None
    return kind(children)
