"""Prefixes, wildcards and fuzzy words to the terms of the index that they stand for."""

import fnmatch
import re
from collections.abc import Iterator
from itertools import islice

from whoosh import query as wq

from searchapp.engine.reader import IndexReader
from searchapp.engine.spelling import within_one_edit
from searchapp.search.limits import MAX_FUZZY_EXPANSIONS, MAX_PREFIX_EXPANSIONS


def expand(reader: IndexReader, node: wq.Prefix | wq.Wildcard | wq.FuzzyTerm) -> Iterator[str]:
    """The terms that a pattern stands for, in order, up to the limit for its kind."""
    if isinstance(node, wq.FuzzyTerm):
        near = reader.terms_from(node.fieldname, node.text[: node.prefixlength])
        terms = (term for term in near if within_one_edit(node.text, term))
        return islice(terms, MAX_FUZZY_EXPANSIONS)
    if isinstance(node, wq.Prefix):
        return islice(reader.terms_from(node.fieldname, node.text), MAX_PREFIX_EXPANSIONS)
    matches = wildcard_pattern(node.text).fullmatch
    literal = re.split(r"[*?]", node.text, maxsplit=1)[0]
    terms = (term for term in reader.terms_from(node.fieldname, literal) if matches(term))
    return islice(terms, MAX_PREFIX_EXPANSIONS)


def wildcard_pattern(text: str) -> re.Pattern[str]:
    """The expression for a word with * (any letters) and ? (any one letter)."""
    return re.compile(fnmatch.translate(text.replace("[", "[[]")))
