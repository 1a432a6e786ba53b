"""Which queries are asked: 66 of nine classes, drawn from the archive's own words by frequency.

A word's class follows from its rank in the archive: common words are among the first 60, middling
ones from there to the 1,500th, rare ones are in 5 to 20 articles. Pairs, phrases and filters are
taken where the archive has them, from few hits to many. The same archive gives the same queries.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice, pairwise
from typing import Final

from tests.benchmark.engines.articles import SourceArticle
from tests.benchmark.engines.queries import Kind, Query

COUNTS: Final = {
    Kind.COMMON: 8,
    Kind.RARE: 8,
    Kind.AND: 8,
    Kind.OR: 8,
    Kind.PHRASE: 8,
    Kind.PREFIX: 8,
    Kind.FUZZY: 6,
    Kind.FILTERED: 8,
    Kind.ALL: 4,
}
"""How many queries of each class there are."""

_SEED = 11
_SAMPLE = 5_000
_COMMON_RANKS, _MIDDLING_RANKS = (8, 60), (60, 1_500)
_RARE_ARTICLES = range(5, 21)
_WORD = re.compile(r"[a-z0-9]+")
_PLAIN = re.compile(r"[a-z]{3,}")
_LETTERS = "aeilnorst"
# What any engine may leave out of its index or of queries.
_FUNCTION_WORDS = frozenset(
    """about above after again against all also although always among and another any are aren
    around because been before being below between both but can cannot could did does doing don
    done down during each either else ever every few for from further get had has have having her
    here hers herself him himself his how however into its itself just let many may might more most
    much must neither never nor not now off often once one only other others otherwise our ours out
    over own per perhaps quite rather same shall she should since some such than that the their
    theirs them themselves then there therefore these they this those though through thus too toward
    under until upon very via was were what whatever when where whether which while who whoever whom
    whose why will with within without would yet you your yours""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequencies:
    """What an archive is full of: words, most frequent first, with the number of their articles.

    `sample` are the words, in order, of articles spread over the archive.
    """

    words: tuple[tuple[str, int], ...]
    sample: tuple[tuple[str, ...], ...]
    countries: tuple[str, ...]
    persons: tuple[str, ...]
    authors: tuple[str, ...]
    first: date
    last: date


def count_frequencies(articles: Iterable[SourceArticle], size: int) -> Frequencies:
    """Count an archive of so many articles, one after another."""
    words: Counter[str] = Counter()
    values: dict[str, Counter[str]] = {f: Counter() for f in ("country", "person", "author")}
    sample, first, last = [], date.max, date.min
    for number, article in enumerate(articles):
        found = _WORD.findall(article.text.lower())
        words.update(set(found))
        for facet, counter in values.items():
            counter.update(article.values(facet))
        first, last = min(first, article.date), max(last, article.date)
        if number % max(size // _SAMPLE, 1) == 0:
            sample.append(tuple(found))
    usable = ((w, n) for w, n in words.items() if _PLAIN.fullmatch(w) and w not in _FUNCTION_WORDS)
    return Frequencies(
        words=tuple(sorted(usable, key=lambda entry: (-entry[1], entry[0]))),
        sample=tuple(sample),
        countries=_most(values["country"]),
        persons=_most(values["person"]),
        authors=_most(values["author"]),
        first=first,
        last=last,
    )


def choose_queries(found: Frequencies) -> tuple[Query, ...]:
    """The queries for an archive, `COUNTS` of each class."""
    return _Choice(found).all()


class _Choice:
    """One drawing of queries."""

    def __init__(self, found: Frequencies) -> None:
        self._found = found
        self._chance = random.Random(_SEED)
        self._sets = [frozenset(words) for words in found.sample]
        ranked = [word for word, _ in found.words]
        self._common = ranked[slice(*_COMMON_RANKS)] or ranked
        self._middling = ranked[slice(*_MIDDLING_RANKS)] or ranked
        self._known = frozenset(ranked)

    def all(self) -> tuple[Query, ...]:
        pairs = self._pairs(COUNTS[Kind.AND])
        phrases = self._phrases(COUNTS[Kind.PHRASE])
        common = self._chance.sample(self._common, COUNTS[Kind.COMMON])
        return (
            *(Query(kind=Kind.COMMON, all_of=(word,)) for word in common),
            *(Query(kind=Kind.RARE, all_of=(word,)) for word in self._rare(COUNTS[Kind.RARE])),
            *(Query(kind=Kind.AND, all_of=pair) for pair in pairs),
            *(Query(kind=Kind.OR, any_of=words) for words in self._alternatives()),
            *(Query(kind=Kind.PHRASE, phrase=phrase) for phrase in phrases),
            *(Query(kind=Kind.PREFIX, prefix=p) for p in self._prefixes(COUNTS[Kind.PREFIX])),
            *(Query(kind=Kind.FUZZY, fuzzy=word) for word in self._slips(COUNTS[Kind.FUZZY])),
            *self._filtered(pairs, phrases),
            *self._everything(),
        )

    def _rare(self, count: int) -> list[str]:
        words = [word for word, n in self._found.words if n in _RARE_ARTICLES and len(word) > 4]
        return self._chance.sample(words or self._middling, count)

    def _pairs(self, count: int) -> list[tuple[str, ...]]:
        """Words that stand in one article, from few such articles to many; two are of three."""
        middling = frozenset(self._middling)
        drawn: dict[tuple[str, ...], int] = {}
        while len(drawn) < 12 * count:
            words = sorted(middling & self._chance.choice(self._sets))
            size = 3 if len(drawn) % 4 == 0 else 2
            if len(words) >= size:
                pair = tuple(self._chance.sample(words, size))
                drawn[pair] = sum(words.issuperset(pair) for words in self._sets)
        return _spread(sorted(drawn, key=lambda pair: (drawn[pair], pair)), count)

    def _alternatives(self) -> list[tuple[str, ...]]:
        common, middling = self._common, self._middling
        shapes = [(common, common)] * 3 + [(common, middling)] * 3 + [(middling,) * 3] * 2
        return [_distinct(self._chance, shape) for shape in shapes]

    def _phrases(self, count: int) -> list[tuple[str, ...]]:
        """Neighbours, three quarters of two words and a quarter of three, from rare to frequent."""
        two: Counter[tuple[str, ...]] = Counter()
        three: Counter[tuple[str, ...]] = Counter()
        for words in self._found.sample:
            two.update(set(pairwise(words)))
            three.update(set(zip(words, words[1:], words[2:], strict=False)))
        long = count // 4
        return [*_spread(self._usable(two), count - long), *_spread(self._usable(three), long)]

    def _usable(self, found: Counter[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """The word sequences that come back, in order of their frequency."""
        kept = [(n, words) for words, n in found.items() if n > 1 and self._known.issuperset(words)]
        return [words for _, words in sorted(kept)]

    def _prefixes(self, count: int) -> list[str]:
        words = self._chance.sample([word for word in self._middling if len(word) > 5], 4 * count)
        prefixes = dict.fromkeys(word[: 3 + n % 3] for n, word in enumerate(words))
        return list(islice(prefixes, count))

    def _slips(self, count: int) -> list[str]:
        """Words with a slip behind their second letter, of which no article has any."""
        long = [word for word in self._middling if len(word) > 5]
        found: dict[str, None] = {}
        while len(found) < count:
            word, letter = self._chance.choice(long), self._chance.choice(_LETTERS)
            place = self._chance.randrange(2, len(word))
            kept = word[place + 1 :]
            typed = (kept, letter + kept, letter + word[place:])[len(found) % 3]
            slip = word[:place] + typed
            if slip not in self._known:
                found[slip] = None
        return list(found)

    def _filtered(
        self, pairs: Sequence[tuple[str, ...]], phrases: Sequence[tuple[str, ...]]
    ) -> list[Query]:
        kind, found = Kind.FILTERED, self._found
        first, second, third = found.countries[:3]
        a, b, c, d, e = self._chance.sample(self._middling, 5)
        common = self._chance.sample(self._common, 3)
        return [
            Query(kind=kind, all_of=pairs[-1], country=first),
            Query(kind=kind, all_of=(a,), country=second),
            Query(kind=kind, all_of=(b,), none_of=(c,), country=third),
            self._within(0.25, Query(kind=kind, any_of=(d, e))),
            Query(kind=kind, all_of=(common[0],), person=found.persons[0]),
            Query(kind=kind, phrase=phrases[len(phrases) // 2], country=first),
            self._within(0.4, Query(kind=kind, all_of=(common[1],), country=second)),
            Query(kind=kind, all_of=(common[2],), author=found.authors[0]),
        ]

    def _everything(self) -> list[Query]:
        return [
            Query(kind=Kind.ALL),
            Query(kind=Kind.ALL, country=self._found.countries[0]),
            Query(kind=Kind.ALL, person=self._found.persons[1]),
            self._within(0.1, Query(kind=Kind.ALL)),
        ]

    def _within(self, share: float, query: Query) -> Query:
        """The query in a share of the archive's days, from its middle on."""
        days = (self._found.last - self._found.first).days
        since = self._found.first + timedelta(days=days // 2)
        return replace(query, since=since, until=since + timedelta(days=int(days * share)))


def _distinct(chance: random.Random, choices: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """One of each, no two the same."""
    found: list[str] = []
    for words in choices:
        found.append(chance.choice([word for word in words if word not in found]))
    return tuple(found)


def _spread(ordered: Sequence[tuple[str, ...]], count: int) -> list[tuple[str, ...]]:
    """So many entries at equal steps, the last one among them; the first tenth is left out."""
    start = len(ordered) // 10
    step = (len(ordered) - 1 - start) / max(count - 1, 1)
    return [ordered[start + round(step * n)] for n in range(count)]


def _most(counter: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counter, key=lambda value: (-counter[value], value))[:100])
