"""500 different searches as people would make them, from the words of the archive itself."""

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from searchapp.engine import EmbeddedEngine
from searchapp.search.facets import FACET_FIELDS
from searchapp.search.request import MAX_PAGE_SIZE, SearchRequest

_COUNT = 500
_HEAD, _FACETED, _PHRASES, _NOTHING = 0.70, 0.30, 0.10, 0.05
_SAMPLED = 600
_COMMON = 0.02
_WORD = re.compile(r"[^\W\d_]{4,20}")
_FEWEST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What can be searched for: words many articles have, words few have, phrases, values."""

    head: tuple[str, ...]
    tail: tuple[str, ...]
    phrases: tuple[str, ...]
    values: tuple[tuple[str, str], ...]


def read_vocabulary(index: Path) -> Vocabulary:
    """The vocabulary of an index, from a sample of its articles."""
    engine = EmbeddedEngine(index, thorough=False)
    everything = engine.search(SearchRequest(size=MAX_PAGE_SIZE))
    values = [
        (result.facet.value, bucket.value)
        for result in everything.facets
        for bucket in result.buckets[:20]
        if result.facet in FACET_FIELDS
    ]
    step = max(everything.pages * MAX_PAGE_SIZE // _SAMPLED, 1)
    texts = [
        engine.article(hit.id).text
        for page in range(1, everything.pages + 1, step)
        for hit in engine.search(SearchRequest(page=page, size=MAX_PAGE_SIZE)).hits
    ]
    engine.close()
    return build_vocabulary(texts, values)


def build_vocabulary(texts: list[str], values: list[tuple[str, str]]) -> Vocabulary:
    """The vocabulary of some texts. Raises ValueError when they are too few."""
    frequencies: Counter[str] = Counter()
    phrases: dict[str, None] = {}
    for text in texts:
        words = _WORD.findall(text)
        frequencies.update({word.lower() for word in words})
        if match := re.search(rf"({_WORD.pattern}) ({_WORD.pattern})", text[len(text) // 3 :]):
            phrases[f"{match[1]} {match[2]}".lower()] = None
    ordered = [word for word, _ in frequencies.most_common()]
    # The very first words are “said” and “that”; people search for what comes after them.
    common = [word for word in ordered[50:] if frequencies[word] >= _COMMON * len(texts)]
    rare = [word for word in ordered if frequencies[word] <= 2]
    if min(len(common), len(rare), len(phrases)) < _FEWEST:
        raise ValueError("The archive has too few words to make searches from.")
    return Vocabulary(
        head=tuple(common), tail=tuple(rare), phrases=tuple(phrases), values=tuple(values)
    )


def build_paths(vocabulary: Vocabulary, seed: int, count: int = _COUNT) -> tuple[str, ...]:
    """Different addresses of the search page, in random order.

    5 % find nothing, 10 % are phrases; of the others 70 % are frequent words and 30 % rare ones.
    In each kind 30 % have a facet chosen.
    """
    chance = random.Random(seed)
    nothing, phrases = round(_NOTHING * count), round(_PHRASES * count)
    head = round(_HEAD * (count - nothing - phrases))
    kinds: list[tuple[int, Callable[[], str]]] = [
        (nothing, lambda: "".join(chance.choices("bcdfghjklmnpqrstvwxz", k=12))),
        (phrases, lambda: f'"{chance.choice(vocabulary.phrases)}"'),
        (head, lambda: _words(vocabulary.head, chance)),
        (count - nothing - phrases - head, lambda: _words(vocabulary.tail, chance)),
    ]
    paths: dict[str, None] = {}
    for size, draw in kinds:
        faceted = round(_FACETED * size) if vocabulary.values else 0
        goal = len(paths) + size
        while len(paths) < goal:
            args = [("q", draw())]
            if goal - len(paths) <= faceted:
                args.append(chance.choice(vocabulary.values))
            paths[f"/search?{urlencode(args)}"] = None
    return tuple(chance.sample(list(paths), count))


def _words(words: tuple[str, ...], chance: random.Random) -> str:
    return " ".join(chance.sample(words, chance.choice((1, 1, 2))))
