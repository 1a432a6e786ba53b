"""Names across the archive: one label for all spellings of one person's name."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from searchapp.extract.aliases import canonical_name, name_key
from searchapp.extract.cues import NAME_ENDINGS
from searchapp.extract.likeness import (
    differ_in_a_vowel,
    jaro_winkler,
    opens_alike,
    skeleton,
)

_SHORTEST_PART = 3
_SHORTEST_SURNAME_SKELETON = 3
_SHORTEST_FIRST_SKELETON = 2
_FIRST_LIKENESS = 0.75
_LAST_LIKENESS = 0.65
_FEWEST_DOCUMENTS = 3
_SURNAME_SHARE = 0.8
_LONGEST_PART = 40
_ARTICLES = frozenset("al el ul as ad az an ar at ash bin ibn ben".split())
_ENDINGS = frozenset(name_key(ending) for ending in NAME_ENDINGS)


CountDocuments = Callable[[frozenset[str]], int]
"""In how many documents any of some raw names stands."""


def merge_names(
    documents: Mapping[str, int],
    fixed: frozenset[str] = frozenset(),
    count_documents: CountDocuments | None = None,
) -> Mapping[str, str]:
    """Return raw name -> label for the names that change.

    `documents` holds in how many documents each raw name stands. Public figures get their usual
    spelling; other full names are merged if they are spellings of one name, under the most frequent
    of them; a lone surname becomes a full name only if nearly everybody of that surname in the
    archive is that person. Lone surnames are never merged because they look alike. Names that are
    `fixed` never change; others may be merged into them however rare they are.

    A surname's documents are counted by `count_documents`: articles that name two of a family are
    one document each. Without it the documents of all names are added up.
    """
    labels = {name: name if name in fixed else canonical_name(name) for name in documents}
    known = {canonical for name, canonical in labels.items() if canonical != name} | fixed
    counts: dict[str, int] = defaultdict(int)
    for name, label in labels.items():
        counts[label] += documents[name]
    spellings = _merge_spellings(counts, known, fixed)
    merged: dict[str, int] = defaultdict(int)
    for label, count in counts.items():
        merged[spellings.get(label, label)] += count
    spelled: dict[str, set[str]] = defaultdict(set)
    for name, label in labels.items():
        spelled[spellings.get(label, label)].add(name)

    def count_any(persons: Iterable[str]) -> int:
        if count_documents is None:
            return sum(merged[person] for person in persons)
        return count_documents(frozenset(name for person in persons for name in spelled[person]))

    surnames = _resolve_surnames(merged, fixed, count_any)
    changed: dict[str, str] = {}
    for name, label in labels.items():
        label = spellings.get(label, label)
        label = surnames.get(label, label)
        if label != name:
            changed[name] = label
    return changed


def _merge_spellings(
    counts: Mapping[str, int], known: set[str], fixed: frozenset[str]
) -> dict[str, str]:
    """Return spelling -> label; every spelling is compared with labels only, so nothing chains."""
    blocks: dict[tuple[str, str], list[_FullName]] = defaultdict(list)
    for name in counts:
        parsed = _parse(name)
        if parsed is not None:
            blocks[parsed.block].append(parsed)
    merged: dict[str, str] = {}
    for block in blocks.values():
        # A public figure's usual spelling is the label however rare it is here.
        block.sort(key=lambda full: (full.name not in known, -counts[full.name], full.name))
        labels: list[_FullName] = []
        for full in block:
            alike = [label for label in labels if full.is_like(label)]
            if len(alike) == 1 and full.name not in fixed:
                merged[full.name] = alike[0].name
            else:
                # Like nobody, or like two: George Bush is neither George W. nor George H. W.
                labels.append(full)
    return merged


class _FullName:
    """A name of at least a first and a last part, ready to be compared."""

    __slots__ = ("block", "ending", "first", "last", "middle", "name")

    def __init__(self, name: str, words: list[str], ending: str) -> None:
        self.name = name
        self.first = words[0]
        self.last = words[-1]
        self.middle = tuple(word for word in words[1:-1] if word not in _ARTICLES)
        self.ending = ending
        self.block = (skeleton(self.first), skeleton(self.last))

    def is_like(self, other: "_FullName") -> bool:
        """Return whether both are spellings of one name; the blocks are the same."""
        if self.ending != other.ending or not _agree(self.middle, other.middle):
            return False
        if (self.first, self.last) == (other.first, other.last):
            return True
        if len(self.block[1]) < _SHORTEST_SURNAME_SKELETON:
            return False
        if self.first != other.first and (
            len(self.block[0]) < _SHORTEST_FIRST_SKELETON
            or jaro_winkler(self.first, other.first) < _FIRST_LIKENESS
        ):
            return False
        return (
            opens_alike(self.last, other.last)
            and not differ_in_a_vowel(self.last, other.last)
            and jaro_winkler(self.last, other.last) >= _LAST_LIKENESS
        )


def _parse(name: str) -> _FullName | None:
    words = name_key(name).split()
    ending = words.pop() if words and words[-1] in _ENDINGS else ""
    if len(words) > 2:
        words = [word for word in words if word not in _ARTICLES]
    if len(words) < 2:
        return None
    parts = (words[0], words[-1])
    if any(not _SHORTEST_PART <= len(part) <= _LONGEST_PART for part in parts):
        return None
    return _FullName(name, words, ending)


def _agree(middle: Iterable[str], other: Iterable[str]) -> bool:
    """Return whether what stands between first and last name does not contradict."""
    mine, yours = tuple(middle), tuple(other)
    if not mine or not yours:
        return all(len(word) == 1 for word in mine + yours)
    return len(mine) == len(yours) and all(
        one == two or (1 in (len(one), len(two)) and one[0] == two[0])
        for one, two in zip(mine, yours, strict=True)
    )


def _resolve_surnames(
    counts: Mapping[str, int], fixed: frozenset[str], count_any: Callable[[Iterable[str]], int]
) -> dict[str, str]:
    """Return lone surname -> full name where the archive leaves hardly a doubt."""
    bearers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for name, count in counts.items():
        words = [word for word in name.split() if word not in NAME_ENDINGS]
        if len(words) > 1:
            bearers[name_key(words[-1])].append((count, name))
    resolved: dict[str, str] = {}
    for name in counts:
        if " " in name or name in fixed:
            continue
        persons = bearers.get(name_key(name), [])
        count, person = max(persons, default=(0, ""))
        others = sum(one for one, _ in persons) - count
        # Where all others outnumber one person, nobody owns the name: no need to count exactly.
        if count < _FEWEST_DOCUMENTS or others > count:
            continue
        if not others or count >= _SURNAME_SHARE * count_any(one for _, one in persons):
            resolved[name] = person
    return resolved
