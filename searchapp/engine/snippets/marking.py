"""Which words of a text a query matched: stems as words, a phrase only as that phrase."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from whoosh import query as wq

from searchapp.engine.evaluation.expansion import wildcard_pattern
from searchapp.engine.evaluation.spelling import within_one_edit
from searchapp.engine.storage.analysis import STOP_WORDS, fold, iter_words, stem
from searchapp.engine.storage.schema import TEXT_FIELDS

_STEM_FIELDS = frozenset(f.name for f in TEXT_FIELDS)
_ZONE_OF = {name: f.name for f in TEXT_FIELDS for name in (f.name, f.exact)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A matched word in a text; `leaf` tells which part of the query matched it."""

    start: int
    end: int
    leaf: str


@dataclass(slots=True)
class _Wanted:
    stems: set[str] = field(default_factory=set)
    exact: set[str] = field(default_factory=set)
    patterns: dict[str, Callable[[str], object]] = field(default_factory=dict)
    phrases: list[wq.Phrase] = field(default_factory=list)


class Marker:
    """Marks texts for one bound query."""

    def __init__(self, tree: wq.Query) -> None:
        self._wanted = {f.name: _Wanted() for f in TEXT_FIELDS}
        for leaf in _positive_leaves(tree):
            zone = _ZONE_OF.get(leaf.field() or "")
            if zone:
                _want(self._wanted[zone], leaf)

    def mark(self, zone: str, text: str) -> list[Mark]:
        """The matched words of a text in a zone (the name of its text field), in order."""
        wanted = self._wanted[zone]
        if wanted == _Wanted():
            return []
        words = [(fold(word), start, end) for word, start, end in iter_words(text)]
        leaves: dict[int, str] = {}
        for phrase in wanted.phrases:
            for place in _phrase_places([word for word, _, _ in words], phrase):
                leaves[place] = " ".join(phrase.words)
        for place, (word, _, _) in enumerate(words):
            leaf = _leaf_of(wanted, word)
            if leaf is not None:
                leaves.setdefault(place, leaf)
        return [
            Mark(start=words[place][1], end=words[place][2], leaf=leaf)
            for place, leaf in sorted(leaves.items())
        ]


def _positive_leaves(node: wq.Query) -> Iterator[wq.Query]:
    if isinstance(node, wq.And | wq.Or):
        for child in node:
            yield from _positive_leaves(child)
    elif isinstance(node, wq.ConstantScoreQuery):
        yield from _positive_leaves(node.child)
    elif not isinstance(node, wq.Not):
        yield node


def _want(wanted: _Wanted, leaf: wq.Query) -> None:
    if isinstance(leaf, wq.Phrase):
        wanted.phrases.append(leaf)
    elif isinstance(leaf, wq.Term):
        (wanted.stems if leaf.fieldname in _STEM_FIELDS else wanted.exact).add(leaf.text)
    elif isinstance(leaf, wq.Prefix):
        wanted.patterns[leaf.text] = re.compile(re.escape(leaf.text)).match
    elif isinstance(leaf, wq.Wildcard):
        wanted.patterns[leaf.text] = wildcard_pattern(leaf.text).fullmatch
    elif isinstance(leaf, wq.FuzzyTerm):
        wanted.patterns[leaf.text] = partial(_is_near, leaf.text)


def _is_near(one: str, other: str) -> bool:
    return one[:2] == other[:2] and within_one_edit(one, other)


def _leaf_of(wanted: _Wanted, word: str) -> str | None:
    if word in wanted.exact:
        return word
    if wanted.stems and word not in STOP_WORDS:
        stemmed = stem(word)
        if stemmed in wanted.stems:
            return stemmed
    return next((text for text, matches in wanted.patterns.items() if matches(word)), None)


def _phrase_places(words: Sequence[str], phrase: wq.Phrase) -> set[int]:
    """The places of all words that take part in an occurrence of the phrase."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word, []).append(place)
    steps = [set(places.get(phrase.words[0], ()))]
    for word in phrase.words[1:]:
        before = steps[-1]
        steps.append({p for p in places.get(word, ()) if _near(before, p, phrase.slop)})
    # Going back drops the starts that led nowhere.
    for at in range(len(steps) - 2, -1, -1):
        after = steps[at + 1]
        steps[at] = {
            p for p in steps[at] if any(p + gap in after for gap in range(1, phrase.slop + 1))
        }
    return set().union(*steps)


def _near(before: set[int], place: int, slop: int) -> bool:
    return any(place - gap in before for gap in range(1, slop + 1))
