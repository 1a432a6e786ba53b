"""Marks found the plain way, every word of the text read: what the quick way must equal."""

import fnmatch
import re
from collections.abc import Iterator

from whoosh import query as wq

from searchapp.engine.evaluation.near import within_one_edit
from searchapp.engine.snippets.marking import Mark, Marker
from searchapp.engine.snippets.phrases import phrase_places
from searchapp.engine.snippets.wanted import ZONES_OF
from searchapp.engine.storage.analysis import fold, iter_words, term_of


class PlainMarker(Marker):
    """A marker that splits the whole text and asks every leaf about every word."""

    def __init__(self, tree: wq.Query) -> None:
        super().__init__(tree)
        self._alike = False
        self._leaves = list(iter_leaves(tree))

    def may_mark(self, zone: str, lowered: str, start: int, end: int) -> bool:
        """Any zone may have any word."""
        return True

    def mark(self, zone: str, text: str) -> list[Mark]:
        """The matched words of a text in a zone, in order."""
        words = tuple(iter_words(text))
        exact = [fold(word) for word, _, _ in words]
        leaves = [leaf for leaf in self._leaves if zone in ZONES_OF.get(leaf.field() or "", ())]
        found: dict[int, str] = {}
        for leaf in leaves:
            if isinstance(leaf, wq.Phrase):
                found |= dict.fromkeys(phrase_places(exact, leaf), " ".join(leaf.words))
        for kind in ("exact", "stem", "pattern"):
            for leaf in leaves:
                for place, (word, _, _) in enumerate(words):
                    if kind_of(leaf) == kind and accepts(leaf, word):
                        found.setdefault(place, leaf.text)
        return [
            Mark(words[place][1], words[place][2], leaf) for place, leaf in sorted(found.items())
        ]


def iter_leaves(node: wq.Query) -> Iterator[wq.Query]:
    """The leaves that may mark a word; what a NOT turns away marks nothing."""
    if isinstance(node, wq.And | wq.Or):
        for child in node:
            yield from iter_leaves(child)
    elif isinstance(node, wq.ConstantScoreQuery):
        yield from iter_leaves(node.child)
    elif not isinstance(node, wq.Not):
        yield node


def kind_of(leaf: wq.Query) -> str:
    if isinstance(leaf, wq.Phrase):
        return "phrase"
    if isinstance(leaf, wq.Term):
        return "exact" if leaf.fieldname.endswith("exact") else "stem"
    return "pattern"


def accepts(leaf: wq.Query, word: str) -> bool:
    """Whether a leaf other than a phrase finds a word, as it is written."""
    exact = fold(word)
    if isinstance(leaf, wq.Term):
        return leaf.text == (exact if kind_of(leaf) == "exact" else term_of(word))
    if isinstance(leaf, wq.Prefix):
        return exact.startswith(leaf.text)
    if isinstance(leaf, wq.FuzzyTerm):
        return exact[:2] == leaf.text[:2] and within_one_edit(leaf.text, exact)
    return re.fullmatch(fnmatch.translate(leaf.text.replace("[", "[[]")), exact) is not None
