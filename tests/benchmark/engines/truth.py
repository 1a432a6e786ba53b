"""What every engine must answer: totals and counts by brute force, without any index.

Each article's words are looked up among the queries' words, prefixes and fuzzy words; the rest is
Python over sets. Nothing is shared with any engine but, for this product, what a word is.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.benchmark.engines.articles import FACETS, SourceArticle
from tests.benchmark.engines.queries import Query
from tests.benchmark.engines.reading import Reading

NONE: Final = "none"
"""Stands for articles without a value in a facet."""

Needle = tuple[str, str]
"""A kind of word search (term, exact, prefix, fuzzy) and its word."""


Passages = list[list[str]]
"""The words of each stretch of an article that no phrase spans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The number of hits of a query, and by facet that of each value."""

    total: int
    facets: dict[str, dict[str, int]]


def count_all(
    articles: Iterable[SourceArticle], queries: Sequence[Query], readings: Sequence[Reading]
) -> list[list[Counts]]:
    """The counts of every query under every reading, readings outside."""
    tallies = [_Tally(queries, reading) for reading in readings]
    for article in articles:
        splits: dict[tuple[object, bool], Passages] = {}
        for tally in tallies:
            key = (tally.reading.split, tally.reading.passages)
            if key not in splits:
                splits[key] = _split(article, tally.reading)
            tally.add(article, splits[key])
    return [tally.counts() for tally in tallies]


def write_counts(path: Path, counts: Sequence[Counts]) -> None:
    """Write counts as gzipped JSON."""
    with gzip.open(path, "wt", encoding="ascii", compresslevel=3) as file:
        json.dump([[entry.total, entry.facets] for entry in counts], file)


def read_counts(path: Path) -> list[Counts]:
    """The counts that `write_counts` wrote."""
    with gzip.open(path, "rt", encoding="ascii") as file:
        return [Counts(total=total, facets=facets) for total, facets in json.load(file)]


def one_slip_apart(one: str, other: str) -> bool:
    """Whether a letter more, less or different, or nothing, lies between two words."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    rests = (one[same:], other[same:])
    return any(
        rests[0][left:] == rests[1][right:] for left, right in ((0, 0), (1, 1), (1, 0), (0, 1))
    )


def _split(article: SourceArticle, reading: Reading) -> Passages:
    parts = (article.title, *article.paragraphs) if reading.passages else (article.text,)
    return [reading.split(part) for part in parts]


class _Tally:
    """The counts of all queries under one reading, so far."""

    def __init__(self, queries: Sequence[Query], reading: Reading) -> None:
        self.reading = reading
        self._queries = [_Condition(query, reading) for query in queries]
        self._needles = {needle for query in self._queries for needle in query.needles()}
        self._totals = [0] * len(queries)
        self._facets = [{facet: defaultdict[str, int](int) for facet in FACETS} for _ in queries]
        self._satisfied: dict[str, frozenset[Needle]] = {}

    def add(self, article: SourceArticle, passages: Passages) -> None:
        """Count one article in, given its words."""
        found: set[Needle] = set()
        for passage in passages:
            for word in set(passage):
                satisfied = self._satisfied.get(word)
                if satisfied is None:
                    satisfied = self._satisfied[word] = self._needles_of(word)
                if satisfied:
                    found |= satisfied
        texts: list[str] = []
        for number, query in enumerate(self._queries):
            if not (query.words_match(found) and query.period_matches(article)):
                continue
            if query.phrase:
                texts = texts or [f" {' '.join(passage)} " for passage in passages]
                if not any(query.phrase in text for text in texts):
                    continue
            self._count(number, article, query.missed_facets(article))

    def counts(self) -> list[Counts]:
        """What has been counted."""
        return [
            Counts(total=total, facets={name: dict(counter) for name, counter in facets.items()})
            for total, facets in zip(self._totals, self._facets, strict=True)
        ]

    def _count(self, number: int, article: SourceArticle, missed: set[str]) -> None:
        if not missed:
            self._totals[number] += 1
        for facet, counter in self._facets[number].items():
            if missed and not (self.reading.own_facet_apart and missed == {facet}):
                continue
            values = article.values(facet) or ((NONE,) if self.reading.lists_missing else ())
            for value in values:
                counter[value] += 1

    def _needles_of(self, word: str) -> frozenset[Needle]:
        """The needles that a word satisfies; looked up once for each different word."""
        return frozenset(needle for needle in self._needles if self._satisfies(word, needle))

    def _satisfies(self, word: str, needle: Needle) -> bool:
        kind, wanted = needle
        if kind == "term":
            return self.reading.term(word) == wanted
        if kind == "prefix":
            return word.startswith(wanted)
        if kind == "fuzzy":
            start = wanted[: self.reading.fuzzy_prefix]
            return word.startswith(start) and one_slip_apart(word, wanted)
        return word == wanted


class _Condition:
    """A query as conditions on what an article has."""

    def __init__(self, query: Query, reading: Reading) -> None:
        self._query = query
        self._all = {("term", reading.term(word) or word) for word in query.all_of}
        self._all |= {("exact", word) for word in query.phrase}
        self._all |= {("prefix", query.prefix)} if query.prefix else set()
        self._all |= {("fuzzy", query.fuzzy)} if query.fuzzy else set()
        self._any = {("term", reading.term(word) or word) for word in query.any_of}
        self._none = {("term", reading.term(word) or word) for word in query.none_of}
        self.phrase = f" {' '.join(query.phrase)} " if query.phrase else ""

    def needles(self) -> set[Needle]:
        """Every word that has to be looked for."""
        return self._all | self._any | self._none

    def words_match(self, found: set[Needle]) -> bool:
        """Whether an article with these needles satisfies the query, but for its phrase."""
        if not self._all <= found or (self._any and self._any.isdisjoint(found)):
            return False
        return self._none.isdisjoint(found)

    def period_matches(self, article: SourceArticle) -> bool:
        """Whether the article lies in the query's period."""
        query = self._query
        return (query.since is None or query.since <= article.date) and (
            query.until is None or article.date <= query.until
        )

    def missed_facets(self, article: SourceArticle) -> set[str]:
        """The facets of which the article lacks the chosen value."""
        chosen = self._query.chosen
        return {facet for facet, value in chosen if value not in article.values(facet)}
