"""The query language: what a person types to one query tree that every engine reads.

The tree is made of `whoosh.query` nodes over *abstract* fields and unanalysed words: `text` for a
plain word, `title`, `body`, `caption` and the names of facets for the rest. Engines analyse words
and spread `text` over their own fields.

| node | fields | meaning |
|---|---|---|
| Term | text, title, body, caption | the word, stemmed; of several words in one, the phrase |
| Term, Phrase | author, person, section, agency, source | those words of a name, not stemmed |
| Term | country | an ISO code |
| Term | any facet, text `none` | articles without a value there |
| Phrase | text, title, body, caption | the words in this order, each at most `slop` places on |
| Prefix, Wildcard, FuzzyTerm | all but country and date | unstemmed words like it |
| NumericRange | date | days as proleptic ordinals, both ends included, None open |
| And, Or, Not, Every, NullQuery | | as their names say |
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from whoosh import query as wq
from whoosh.qparser import (
    FieldsPlugin,
    FuzzyTermPlugin,
    GroupPlugin,
    OperatorsPlugin,
    PhrasePlugin,
    QueryParser,
    QueryParserError,
    RangePlugin,
    WildcardPlugin,
)

from searchapp.countries import country_code
from searchapp.errors import InvalidFilter
from searchapp.search.facets import NONE, Facet
from searchapp.search.limits import MAX_WORDS, check_length, find_excess
from searchapp.search.periods import parse_range
from searchapp.search.simple_queries import read_simple_query

TEXT = "text"
ZONE_FIELDS = ("title", "body", "caption")
NAME_FIELDS = ("author", "person", "section", "agency", "source")
_FIELDS = (*ZONE_FIELDS, *NAME_FIELDS, "country", "date")

_FIELD_NAME = re.compile(rf"\b({'|'.join(_FIELDS)}):(?=\S)", re.IGNORECASE)
_UNKNOWN_FIELD = re.compile(r"(?<![\w:/])([a-z]\w*):(?=[\w\"(])", re.IGNORECASE)
_NOT_WORDS = frozenset({"AND", "OR", "NOT"})
# What phones and word processors make of a typed quotation mark.
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_QUESTION_MARK = re.compile(r"(?<=\w)\?+(?=[\s)]|$)")
_RANGE = re.compile(
    r"(?P<open>\[)\s*(?P<start>[^\s\[\]]+\s+)?TO(?P<end>\s+[^\s\[\]]+)?\s*(?P<close>\])",
    re.IGNORECASE,
)
# What Whoosh's parser raises on input it did not foresee (“NOT NOT”, a lone operator).
_PARSER_FAULTS = (QueryParserError, ValueError, IndexError, AttributeError, TypeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedQuery:
    """A query tree, and sentences about anything read differently from how it was written."""

    tree: wq.Query
    notes: tuple[str, ...] = ()


class _Unusable(Exception):
    """Part of a parsed query means nothing; the text says what, as a clause."""


def parse_query(query: str) -> ParsedQuery:
    """The tree for what a person typed; an empty query or “*” is `Every`.

    What does not parse, or goes beyond the limits of `limits`, is searched as plain words, and a
    note says why. Raises InvalidQuery only for a query that is too long.
    """
    check_length(query)
    text = _QUESTION_MARK.sub("", " ".join(query.translate(_QUOTES).split()))
    if text in ("", "*", "*:*"):
        return ParsedQuery(tree=wq.Every())
    excess = find_excess(text)
    if excess:
        return _plain(text, excess)
    simple = read_simple_query(text, TEXT)
    if simple is not None:
        return ParsedQuery(tree=_joined(wq.And, simple))
    try:
        lowered = _FIELD_NAME.sub(lambda match: match[0].lower(), text)
        parsed = _build_parser().parse(lowered, normalize=False)
        return ParsedQuery(tree=_checked(parsed), notes=tuple(_notes(text)))
    except _Unusable as error:
        return _plain(text, str(error))
    except _PARSER_FAULTS:
        return _plain(text, "its operators do not fit together")


@cache
def _build_parser() -> QueryParser:
    return QueryParser(
        TEXT,
        schema=None,
        plugins=[
            FieldsPlugin(expr=rf"(?P<text>{'|'.join(_FIELDS)}):(?=\S)", remove_unknown=False),
            PhrasePlugin(),
            RangePlugin(expr=_RANGE),
            WildcardPlugin(),
            FuzzyTermPlugin(),
            GroupPlugin(),
            OperatorsPlugin(
                AndNot=None,
                AndMaybe=None,
                Require=None,
                Not=r"(^|(?<=[\s(]))(NOT(?=[\s(])|-(?=[\w\"(]))",
            ),
        ],
    )


def _plain(text: str, reason: str) -> ParsedQuery:
    words = re.findall(r"\w+", _FIELD_NAME.sub("", text))
    terms = [wq.Term(TEXT, word) for word in words if word not in _NOT_WORDS]
    tree = _joined(wq.And, terms[:MAX_WORDS])
    return ParsedQuery(tree=tree, notes=(f"Searched as plain words: {reason}.",))


def _notes(text: str) -> Iterator[str]:
    for name in dict.fromkeys(_UNKNOWN_FIELD.findall(text)):
        if name.lower() not in _FIELDS and name.lower() not in ("http", "https"):
            yield f"“{name}:” is not a field that can be searched, so it was read as a word."


def _checked(node: wq.Query) -> wq.Query:
    """The tree with every leaf in the form that the module's table promises."""
    if isinstance(node, wq.And | wq.Or):
        return _joined(type(node), [_checked(child) for child in node])
    if isinstance(node, wq.Not):
        return wq.Not(_checked(node.query))
    if isinstance(node, wq.Every) or node == wq.NullQuery:
        return node
    check = _CHECKS.get(node.field(), _check_words)
    return check(node)


def _joined(kind: type[wq.And] | type[wq.Or], children: list[wq.Query]) -> wq.Query:
    """The children under one node of that kind, without nesting it in itself or around one child.

    Whoosh's own normalize() would also turn a quoted word into a plain, stemmed one.
    """
    flat: list[wq.Query] = []
    for child in children:
        if child != wq.NullQuery:
            flat += list(child) if type(child) is kind else [child]
    if not flat:
        return wq.NullQuery
    return flat[0] if len(flat) == 1 else kind(flat)


def _check_words(node: wq.Query) -> wq.Query:
    if isinstance(node, wq.TermRange):
        raise _Unusable("a range like [2022-01 TO 2022-06] needs “date:” in front")
    if isinstance(node, wq.FuzzyTerm):
        return wq.FuzzyTerm(node.fieldname, node.text, maxdist=1, prefixlength=2)
    if isinstance(node, wq.Phrase) and not node.words:
        return wq.NullQuery
    if isinstance(node, wq.Term) and node.fieldname in NAME_FIELDS and node.text.lower() == NONE:
        return wq.Term(node.fieldname, NONE)
    return node


def _check_country(node: wq.Query) -> wq.Query:
    if not isinstance(node, wq.Term | wq.Phrase):
        raise _Unusable("“country:” takes a whole name or a code")
    name = _text_of(node)
    if name.lower() == NONE:
        return wq.Term(Facet.COUNTRY.value, NONE)
    code = country_code(name)
    if code is None:
        raise _Unusable(f"“{name}” is not a country")
    return wq.Term(Facet.COUNTRY.value, code)


def _check_date(node: wq.Query) -> wq.Query:
    if isinstance(node, wq.TermRange):
        since, until = node.start, node.end
    elif isinstance(node, wq.Term | wq.Phrase):
        since = until = _text_of(node)
    else:
        raise _Unusable("“date:” takes a day, a month, a year or a range of them")
    if since and since.lower() == NONE:
        return wq.Term(Facet.DATE.value, NONE)
    try:
        period = parse_range(since or None, until or None)
    except InvalidFilter as error:
        raise _Unusable(str(error).rstrip(".")) from error
    if period is None:
        return wq.Every()
    first = period.start.toordinal() if period.start else None
    last = period.last_day.toordinal() if period.last_day else None
    return wq.NumericRange(Facet.DATE.value, first, last)


_CHECKS: dict[str, Callable[[wq.Query], wq.Query]] = {
    Facet.COUNTRY.value: _check_country,
    Facet.DATE.value: _check_date,
}


def _text_of(node: wq.Query) -> str:
    return node.text if isinstance(node, wq.Term) else " ".join(node.words)
