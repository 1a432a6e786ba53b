"""Prefixes, wildcards and fuzzy words to the terms of the index that they stand for."""

import fnmatch
import re
from typing import Final, TypeAlias

import numpy as np
from whoosh import query as wq

from searchapp.engine.evaluation.near import find_near
from searchapp.engine.storage.joining import Alternatives
from searchapp.engine.storage.lexicon import Lexicon

Pattern: TypeAlias = wq.Prefix | wq.Wildcard | wq.FuzzyTerm

SLIP: Final = 0.5
"""What a word counts that is one slip away from the one that was typed."""


def expand(lexicon: Lexicon, node: Pattern) -> Alternatives:
    """The terms of a segment that a pattern stands for."""
    if isinstance(node, wq.Prefix):
        found = lexicon.slice_of(node.text)
        return Alternatives(places=np.arange(found.start, found.stop), factors=np.ones(len(found)))
    if isinstance(node, wq.FuzzyTerm):
        near = list(find_near(lexicon, lexicon.slice_of(node.text[: node.prefixlength]), node.text))
        factors = [closeness(node.text, term) for _, term in near]
        places = [place for place, _ in near]
        return Alternatives(places=np.array(places, np.int64), factors=np.array(factors))
    inside = lexicon.slice_of(re.split(r"[*?]", node.text, maxsplit=1)[0])
    fits = wildcard_pattern(node.text).fullmatch
    fitting = [
        place for place, term in zip(inside, lexicon.read(inside), strict=True) if fits(term)
    ]
    return Alternatives(places=np.array(fitting, np.int64), factors=np.ones(len(fitting)))


def closeness(word: str, term: str) -> float:
    """What a term counts for a fuzzy word: half of the word as it was typed."""
    return 1.0 if term == word else SLIP


def wildcard_pattern(text: str) -> re.Pattern[str]:
    """The expression for a word with * (any letters) and ? (any one letter)."""
    return re.compile(fnmatch.translate(text.replace("[", "[[]")))
