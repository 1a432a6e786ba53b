"""Which lines hold one of some signs: looked for in all of them at once, which is quick."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate


def places_with(signs: Iterable[bytes], texts: Mapping[int, str]) -> set[int]:
    """The places of the texts in which one of the signs stands.

    Signs are in Latin-1 and in small letters.
    """
    if not texts:
        return set()
    folded = "\n".join(texts.values()).encode("latin-1", "replace").lower()
    hits = [(sign, at) for sign in signs if (at := folded.find(sign)) >= 0]
    if not hits:
        return set()
    places = tuple(texts)
    ends = tuple(accumulate(len(text) + 1 for text in texts.values()))
    found: set[int] = set()
    for sign, at in hits:
        while at >= 0:
            index = bisect_right(ends, at)
            found.add(places[index])
            at = folded.find(sign, ends[index])
    return found
