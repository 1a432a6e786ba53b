"""From what was meant to what is stored: query trees over this index's own fields and terms."""

from collections import Counter
from collections.abc import Callable

from whoosh import query as wq

from searchapp.engine.evaluation.scoring import repetition_weight
from searchapp.engine.storage.analysis import STOP_WORDS, fold, split_words, stem
from searchapp.engine.storage.schema import CODE_FIELDS, MISSING, exact_field
from searchapp.search.facets import NONE, Facet
from searchapp.search.language import NAME_FIELDS

_FILTERS = frozenset((*NAME_FIELDS, Facet.COUNTRY.value, Facet.DATE.value))


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


def _once(children: list[wq.Query]) -> list[wq.Query]:
    """The children with every word once; one that came several times weighs more, but not as much.

    The factor of Okapi BM25 for the frequency of a word in the query (Robertson et al. 1994).
    """
    counts = Counter(_word(child) for child in children if isinstance(child, wq.Term))
    found: list[wq.Query] = []
    for child in children:
        if not isinstance(child, wq.Term):
            found.append(child)
        elif count := counts.pop(_word(child), 0):
            found.append(wq.Term(*_word(child), boost=repetition_weight(count)))
    return found


def _word(node: wq.Term) -> tuple[str, str]:
    return node.fieldname, node.text


_BindTerm = Callable[[str, str], wq.Query | None]


def _bind(node: wq.Query, bind_term: _BindTerm) -> wq.Query | None:
    if isinstance(node, wq.And | wq.Or):
        children = [_bind(child, bind_term) for child in node]
        return _join(type(node), _once([child for child in children if child is not None]))
    if isinstance(node, wq.Not):
        child = _bind(node.query, bind_term)
        return None if child is None else wq.Not(child)
    if isinstance(node, wq.Every) or node == wq.NullQuery:
        return node
    if node.field() in _FILTERS:
        return _bind_filter(node)
    if isinstance(node, wq.Term):
        return bind_term(node.fieldname, node.text)
    if isinstance(node, wq.Phrase):
        return _bind_phrase(node.fieldname, " ".join(node.words), node.slop)
    return _pattern(node, exact_field(node.fieldname))


def _bind_term(field: str, text: str) -> wq.Query | None:
    words = [fold(word) for word in split_words(text)]
    if len(words) != 1:
        return _sequence(exact_field(field), words, slop=1)
    return None if words[0] in STOP_WORDS else wq.Term(field, stem(words[0]))


def _bind_exact_term(field: str, text: str) -> wq.Query | None:
    return _bind_phrase(field, text, slop=1)


def _bind_phrase(field: str, text: str, slop: int) -> wq.Query | None:
    return _sequence(exact_field(field), [fold(word) for word in split_words(text)], slop)


def _bind_filter(node: wq.Query) -> wq.Query | None:
    """A leaf over names, codes or dates, as a filter inside the query."""
    if isinstance(node, wq.Term) and node.text == NONE:
        bound = wq.Term(MISSING, node.fieldname)
    elif isinstance(node, wq.NumericRange) or node.field() in CODE_FIELDS:
        bound = node
    elif isinstance(node, wq.Term | wq.Phrase):
        text = node.text if isinstance(node, wq.Term) else " ".join(node.words)
        slop = node.slop if isinstance(node, wq.Phrase) else 1
        bound = _sequence(node.fieldname, [fold(word) for word in split_words(text)], slop)
        if bound is None:
            return None
    else:
        bound = _pattern(node, node.fieldname)
    return wq.ConstantScoreQuery(bound, 0.0)


def _sequence(field: str, words: list[str], slop: int) -> wq.Query | None:
    """The words one after the other; None when there are none."""
    if len(words) > 1:
        return wq.Phrase(field, words, slop=slop)
    return wq.Term(field, words[0]) if words else None


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
