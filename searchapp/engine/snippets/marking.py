"""Which words of a text a query matched: stems as words, a phrase only as that phrase."""

from typing import NamedTuple

from whoosh import query as wq

from searchapp.engine.snippets.finding import find_words
from searchapp.engine.snippets.phrases import find_phrase
from searchapp.engine.snippets.wanted import Wanted, read_wanted
from searchapp.engine.storage.analysis import match_words


class Mark(NamedTuple):
    """A matched word in a text; `leaf` tells which part of the query matched it."""

    start: int
    end: int
    leaf: str


class Marker:
    """Marks texts for one bound query."""

    def __init__(self, tree: wq.Query) -> None:
        self._wanted = read_wanted(tree)
        one, *others = self._wanted.values()
        self._alike = not one.phrases and all(other is one for other in others)

    def mark(self, zone: str, text: str) -> list[Mark]:
        """The matched words of a text in a zone (the name of its text field), in order."""
        wanted = self._wanted[zone]
        found = _find_single(wanted, text)
        for phrase, first_heads in wanted.phrases:
            leaf = " ".join(phrase.words)
            for word in find_phrase(text, phrase, first_heads):
                found[word.start()] = word.end(), leaf
        if not found:
            return []
        return [Mark(start, *found[start]) for start in sorted(found)]

    def may_mark(self, zone: str, lowered: str, start: int, end: int) -> bool:
        """Whether a zone may have a matched word there, in an ASCII text in small letters."""
        heads = self._wanted[zone].first_heads
        return heads is None or any(lowered.find(head, start, end) >= 0 for head in heads)

    @property
    def marks_all_alike(self) -> bool:
        """Whether a word is marked in any zone, whatever stands around it."""
        return self._alike


_Found = dict[int, tuple[int, str]]
"""Where matched words start, with where they end and the part of the query that they match."""


def _find_single(wanted: Wanted, text: str) -> _Found:
    """The words that are wanted on their own."""
    heads, leaves = wanted.heads, wanted.leaves
    found: _Found = {}
    for word in match_words(text) if heads is None else find_words(text, heads):
        leaf = leaves[word.group()]
        if leaf is not None:
            start, end = word.span()
            found[start] = end, leaf
    return found
