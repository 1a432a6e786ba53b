"""Which words of a text a query matched: stems as words, a phrase only as that phrase."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from whoosh import query as wq

from searchapp.engine.evaluation.expansion import wildcard_pattern
from searchapp.engine.evaluation.spelling import within_one_edit
from searchapp.engine.storage.analysis import (
    find_forms,
    fold,
    iter_words,
    split_words,
    term_of,
)
from searchapp.engine.storage.schema import TEXT_FIELDS

_STEM_FIELDS = frozenset(f.name for f in TEXT_FIELDS)
_ZONE_OF = {name: f.name for f in TEXT_FIELDS for name in (f.name, f.exact)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A matched word in a text; `leaf` tells which part of the query matched it."""

    start: int
    end: int
    leaf: str


class Marker:
    """Marks texts for one bound query."""

    def __init__(self, tree: wq.Query) -> None:
        self._wanted = {f.name: _Wanted() for f in TEXT_FIELDS}
        for leaf in _positive_leaves(tree):
            zone = _ZONE_OF.get(leaf.field() or "")
            if zone:
                self._wanted[zone].add(leaf)

    def mark(self, zone: str, text: str) -> list[Mark]:
        """The matched words of a text in a zone (the name of its text field), in order."""
        wanted = self._wanted[zone]
        if wanted.is_empty:
            return []
        forms = set(split_words(text))
        leaves = wanted.leaves_of(forms)
        phrases = wanted.phrases_of(forms)
        # A single letter may be part of “U.S.”, which only the walk word by word can tell.
        if phrases or any(len(form) == 1 for form in leaves):
            return _walk(text, leaves, phrases)
        return [
            Mark(start=start, end=end, leaf=leaves[form])
            for form, start, end in (find_forms(text, leaves) if leaves else ())
        ]


def _walk(text: str, leaves: Mapping[str, str], phrases: Iterable[wq.Phrase]) -> list[Mark]:
    """Marks of words and phrases, word by word."""
    words = tuple(iter_words(text))
    exact = [fold(word) for word, _, _ in words]
    found = {
        place: " ".join(phrase.words)
        for phrase in phrases
        for place in _phrase_places(exact, phrase)
    }
    for place, (word, _, _) in enumerate(words):
        if word in leaves:
            found.setdefault(place, leaves[word])
    return [
        Mark(start=words[place][1], end=words[place][2], leaf=leaf)
        for place, leaf in sorted(found.items())
    ]


class _Wanted:
    """What a query wants in one zone."""

    def __init__(self) -> None:
        self._stems: set[str] = set()
        self._exact: set[str] = set()
        self._patterns: dict[str, Callable[[str], object]] = {}
        self._phrases: list[wq.Phrase] = []

    def add(self, leaf: wq.Query) -> None:
        """Want what a leaf of the query tree wants."""
        if isinstance(leaf, wq.Phrase):
            self._phrases.append(leaf)
        elif isinstance(leaf, wq.Term):
            (self._stems if leaf.fieldname in _STEM_FIELDS else self._exact).add(leaf.text)
        elif isinstance(leaf, wq.Prefix):
            self._patterns[leaf.text] = re.compile(re.escape(leaf.text)).match
        elif isinstance(leaf, wq.Wildcard):
            self._patterns[leaf.text] = wildcard_pattern(leaf.text).fullmatch
        elif isinstance(leaf, wq.FuzzyTerm):
            self._patterns[leaf.text] = partial(_is_near, leaf.text)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is wanted."""
        return not (self._stems or self._exact or self._patterns or self._phrases)

    def leaves_of(self, words: Iterable[str]) -> dict[str, str]:
        """The words, as they are written, that are wanted on their own, and by which part."""
        found: dict[str, str] = {}
        for text, matches in self._patterns.items():
            found |= {word: text for word in words if matches(fold(word))}
        if self._stems:
            stems = self._stems
            found |= {word: term for word in words if (term := term_of(word)) in stems}
        if self._exact:
            found |= {word: exact for word in words if (exact := fold(word)) in self._exact}
        return found

    def phrases_of(self, words: Iterable[str]) -> list[wq.Phrase]:
        """The wanted phrases whose words are all among these, as they are written."""
        exact = {fold(word) for word in words} if self._phrases else set()
        return [phrase for phrase in self._phrases if exact.issuperset(phrase.words)]


def _positive_leaves(node: wq.Query) -> Iterator[wq.Query]:
    if isinstance(node, wq.And | wq.Or):
        for child in node:
            yield from _positive_leaves(child)
    elif isinstance(node, wq.ConstantScoreQuery):
        yield from _positive_leaves(node.child)
    elif not isinstance(node, wq.Not):
        yield node


def _is_near(one: str, other: str) -> bool:
    return one[:2] == other[:2] and within_one_edit(one, other)


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
