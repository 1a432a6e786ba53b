"""Which words of a text a query matched: stems as words, a phrase only as that phrase."""

from typing import NamedTuple

from whoosh import query as wq

from searchapp.engine.snippets.finding import find_words
from searchapp.engine.snippets.phrases import find_phrase
from searchapp.engine.snippets.wanted import read_wanted
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

    def mark(self, zone: str, text: str) -> list[Mark]:
        """The matched words of a text in a zone (the name of its text field), in order."""
        wanted = self._wanted[zone]
        heads, leaves = wanted.heads, wanted.leaves
        words = match_words(text) if heads is None else find_words(text, heads)
        if not words and not wanted.phrases:
            return []
        found: dict[int, Mark] = {}
        for phrase, first_heads in wanted.phrases:
            leaf = " ".join(phrase.words)
            for word in find_phrase(text, phrase, first_heads):
                start, end = word.span()
                found[start] = Mark(start, end, leaf)
        for word in words:
            own = leaves[word.group()]
            if own is not None:
                start, end = word.span()
                if start not in found:
                    found[start] = Mark(start, end, own)
        return sorted(found.values())
