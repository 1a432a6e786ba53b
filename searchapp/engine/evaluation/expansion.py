"""Wildcards and fuzzy words to the terms of the index that they stand for."""

import fnmatch
import re
from collections.abc import Iterator

from whoosh import query as wq

from searchapp.engine.evaluation.spelling import within_one_edit
from searchapp.engine.storage.reader import IndexReader


def expand(reader: IndexReader, node: wq.Wildcard | wq.FuzzyTerm) -> Iterator[str]:
    """All the terms that a pattern stands for, in order."""
    if isinstance(node, wq.FuzzyTerm):
        start = node.text[: node.prefixlength]
        near = reader.terms_from(node.fieldname, start)
        return (term for term in near if within_one_edit(node.text, term))
    literal = re.split(r"[*?]", node.text, maxsplit=1)[0]
    matches = wildcard_pattern(node.text).fullmatch
    return (term for term in reader.terms_from(node.fieldname, literal) if matches(term))


def wildcard_pattern(text: str) -> re.Pattern[str]:
    """The expression for a word with * (any letters) and ? (any one letter)."""
    return re.compile(fnmatch.translate(text.replace("[", "[[]")))
