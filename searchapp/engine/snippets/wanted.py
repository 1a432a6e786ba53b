"""What a query wants to see marked in each zone, and with which letters such words begin."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Final

from whoosh import query as wq

from searchapp.engine.evaluation.expansion import wildcard_pattern
from searchapp.engine.evaluation.near import within_one_edit
from searchapp.engine.snippets.finding import spell
from searchapp.engine.storage.analysis import MAX_WORD_LENGTH, fold, term_of
from searchapp.engine.storage.schema import EXACT, STEMS, TEXT_FIELDS, ZONE_FIELDS, stored_field

_ZONES: Final = tuple(field.name for field in TEXT_FIELDS)
ZONES_OF: Final[Mapping[str, tuple[str, ...]]] = {
    STEMS: _ZONES,
    EXACT: _ZONES,
    **{
        name: tuple(zone for n, zone in enumerate(_ZONES) if field.zones >> n & 1)
        for name, field in ZONE_FIELDS.items()
    },
}
"""The zones, by the name of their field, that a field of a bound query looks into."""

_Accepts = Callable[[str], object]


class _Leaves(dict[str, str | None]):
    """What a function says of each word that is looked up, asked once."""

    def __init__(self, find: Callable[[str], str | None]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> str | None:
        leaf = self[word] = self._find(word)
        return leaf


class Wanted:
    """The words that some leaves of a query want.

    `heads` are the letters with which every such word begins, as `spell` has them; None when some
    may begin with any letter. `leaves` tells the part of the query that wants a word, as it is
    written, on its own. `phrases` want words only in each other's company; with them come the heads
    of their first words; `first_heads` are all of these.
    """

    def __init__(self, leaves: Iterable[wq.Query]) -> None:
        self.phrases: list[tuple[wq.Phrase, tuple[str, ...]]] = []
        self._stems: set[str] = set()
        self._exact: set[str] = set()
        self._patterns: dict[str, _Accepts] = {}
        self.leaves = _Leaves(self._find_leaf)
        heads: set[str] = set()
        for leaf in leaves:
            heads.update(self._add(leaf))
        self.heads = None if "" in heads else spell(shortest(heads))
        self.first_heads = self.heads
        if self.heads is not None:
            self.first_heads = tuple(chain(self.heads, *(first for _, first in self.phrases)))

    def _find_leaf(self, word: str) -> str | None:
        if len(word) > MAX_WORD_LENGTH:
            return None
        exact = fold(word)
        if exact in self._exact:
            return exact
        term = term_of(word)
        if term in self._stems:
            return term
        return next((text for text, accepts in self._patterns.items() if accepts(exact)), None)

    def _add(self, leaf: wq.Query) -> tuple[str, ...]:
        """Want what a leaf wants on its own; returns the heads of its words."""
        if isinstance(leaf, wq.Phrase):
            self.phrases.append((leaf, spell(leaf.words[:1])))
            return ()
        if isinstance(leaf, wq.Term):
            exact = stored_field(leaf.fieldname) == EXACT
            (self._exact if exact else self._stems).add(leaf.text)
            return (leaf.text,) if exact else stem_heads(leaf.text)
        if isinstance(leaf, wq.Prefix):
            self._patterns[leaf.text] = partial(_starts_with, leaf.text)
            return (leaf.text,)
        if isinstance(leaf, wq.Wildcard):
            self._patterns[leaf.text] = wildcard_pattern(leaf.text).fullmatch
            return (re.split(r"[*?]", leaf.text, maxsplit=1)[0],)
        if isinstance(leaf, wq.FuzzyTerm):
            head = leaf.text[: leaf.prefixlength]
            self._patterns[leaf.text] = partial(_is_near, leaf.text, head)
            return (head,)
        return ()


def read_wanted(tree: wq.Query) -> dict[str, Wanted]:
    """What a bound query wants in each zone; zones that want the same share it."""
    wanted = [leaf for leaf in _positive_leaves(tree) if leaf.field() in ZONES_OF]
    if all(ZONES_OF[leaf.field()] is _ZONES for leaf in wanted):
        return dict.fromkeys(_ZONES, Wanted(wanted))
    leaves: dict[str, list[wq.Query]] = {zone: [] for zone in _ZONES}
    for leaf in wanted:
        for zone in ZONES_OF[leaf.field()]:
            leaves[zone].append(leaf)
    shared: dict[tuple[object, ...], Wanted] = {}
    found = {}
    for zone, several in leaves.items():
        key = tuple(_essence(leaf) for leaf in several)
        if key not in shared:
            shared[key] = Wanted(several)
        found[zone] = shared[key]
    return found


def stem_heads(stem: str) -> tuple[str, ...]:
    """The letters with which the words of a stem begin.

    The English stemmers of Porter take endings away and mend what is left: -i for -y (happy), -e
    back (filing), -y back (skies), -bl and -ble for -bility, and -ie for -ying (dying).
    """
    if len(stem) == 3 and stem.endswith("ie"):
        return stem[:2], f"{stem[0]}y"
    for ending, cut in (("ble", 2), ("bl", 1), ("i", 1), ("e", 1), ("y", 1)):
        if stem.endswith(ending) and (len(stem) > 2 or stem[1:] == "i"):
            return (stem[:-cut],)
    return (stem,)


def shortest(heads: Iterable[str]) -> tuple[str, ...]:
    """The heads without those that begin with another one."""
    kept: list[str] = []
    for head in sorted(heads):
        if not (kept and head.startswith(kept[-1])):
            kept.append(head)
    return tuple(kept)


def _positive_leaves(node: wq.Query) -> Iterator[wq.Query]:
    if isinstance(node, wq.And | wq.Or):
        for child in node:
            yield from _positive_leaves(child)
    elif isinstance(node, wq.ConstantScoreQuery):
        yield from _positive_leaves(node.child)
    elif not isinstance(node, wq.Not):
        yield node


def _essence(leaf: wq.Query) -> tuple[object, ...]:
    """What a leaf looks for, wherever it looks."""
    if isinstance(leaf, wq.Phrase):
        return wq.Phrase, tuple(leaf.words), leaf.slop
    text = leaf.text if hasattr(leaf, "text") else ""
    return type(leaf), text, stored_field(leaf.field())


def _starts_with(head: str, word: str) -> bool:
    return word.startswith(head)


def _is_near(one: str, head: str, other: str) -> bool:
    return other.startswith(head) and within_one_edit(one, other)
