"""Examples of queries for the help card, taken from the titles and values of this archive.

They are made of the words that stand in most titles of a sample; each is tried before it is shown.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np

from searchapp.engine.answering import count_results
from searchapp.engine.storage.analysis import STOP_WORDS, fold, split_words
from searchapp.engine.storage.columns import FacetColumn
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.examples import Example, ExampleKind
from searchapp.search.facets import Facet
from searchapp.search.language import parse_query
from searchapp.search.limits import MAX_LENGTH
from searchapp.search.periods import Level
from searchapp.search.request import SearchRequest

_Key = TypeVar("_Key", str, tuple[str, str])

_SAMPLED = 300
_MIN_LETTERS = 4
_MIN_LONG = 7
"""Letters of a word from which a beginning can be cut."""

_DULL = frozenset(
    """
    about above across after again against ahead along also among amid around away back before
    behind below beyond down during even ever every first from here into just last least less like
    made make makes many more most much near never next once only other outside over past said
    says since some still such take takes than then they through today under until upon very want
    wants week well were without year years
    """.split()
)
"""Frequent in titles of every archive, so no examples of this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What stands in titles, most frequent first: single words, and two side by side."""

    words: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


def build_examples(reader: IndexReader) -> tuple[Example, ...]:
    """At most one example of each kind, in the order of the kinds; each finds something."""
    found: dict[ExampleKind, Example] = {}
    for example in _iter_candidates(reader, _read_titles(reader)):
        if example.kind not in found and _finds(reader, example.query):
            found[example.kind] = example
    return tuple(found[kind] for kind in ExampleKind if kind in found)


def _finds(reader: IndexReader, query: str) -> bool:
    """Whether a query is read as it is written, and finds something."""
    fits = len(query) <= MAX_LENGTH and not parse_query(query).notes
    return fits and count_results(reader, SearchRequest(query=query)) > 0


def _read_titles(reader: IndexReader) -> _Words:
    living = np.flatnonzero(reader.columns.alive)
    step = max(1, len(living) // _SAMPLED)
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for document in living[::step].tolist():
        title = split_words(reader.stored(document, evidence=False).title)
        plain = [word.lower() if _is_plain(word) else "" for word in title]
        words.update({word for word in plain if word})
        # What many titles begin with (“Live updates”, “Comment”) tells little of the archive.
        pairs.update({(one, other) for one, other in pairwise(plain[1:]) if one and other})
    return _Words(words=_by_count(words), pairs=_by_count(pairs))


def _is_plain(word: str) -> bool:
    exact = fold(word)
    return word.isalpha() and len(word) >= _MIN_LETTERS and exact not in STOP_WORDS | _DULL


def _by_count(counts: Counter[_Key]) -> tuple[_Key, ...]:
    return tuple(sorted(counts, key=lambda key: (-counts[key], key)))


def _iter_candidates(reader: IndexReader, titles: _Words) -> Iterator[Example]:
    # Each is tried in turn: the first pair is the phrase, the next ones the others if they find.
    for place, (one, other) in enumerate(titles.pairs[:4] * 3):
        third = next((word for word in titles.words if word not in (one, other)), "")
        yield Example(kind=ExampleKind.PHRASE, query=f'"{one} {other}"')
        if place > 0:
            yield Example(kind=ExampleKind.WORDS, query=f"{one} {other}")
        if place > 1:
            yield Example(kind=ExampleKind.NEAR, query=f'"{one} {other}"~5')
        if place > 1 and third:
            yield Example(kind=ExampleKind.EITHER, query=f"{one} OR {third}")
            yield Example(kind=ExampleKind.WITHOUT, query=f"{one} -{third}")
            yield Example(kind=ExampleKind.GROUP, query=f"({one} OR {third}) -{other}")
    for word in titles.words[:1]:
        yield Example(kind=ExampleKind.TITLE, query=f"title:{word}")
    for word in [word for word in titles.words if len(word) >= _MIN_LONG][:1]:
        yield Example(kind=ExampleKind.PREFIX, query=f"{word[:-2]}*")
        yield Example(kind=ExampleKind.FUZZY, query=f"{word}~")
    yield from _iter_values(reader)


def _iter_values(reader: IndexReader) -> Iterator[Example]:
    person = _most_frequent(reader.columns.facet(Facet.PERSON))
    if person:
        yield Example(kind=ExampleKind.PERSON, query=f"person:{split_words(person)[-1].lower()}")
    country = _most_frequent(reader.columns.facet(Facet.COUNTRY))
    if country:
        name = f'"{country}"' if " " in country else country
        yield Example(kind=ExampleKind.COUNTRY, query=f"country:{name}")
    month = _fullest_month(reader)
    if month:
        yield Example(kind=ExampleKind.DATE, query=f"date:{month}")


def _most_frequent(column: FacetColumn) -> str | None:
    """The label of the value of most articles that has a word."""
    by_count = np.argsort(-column.totals(), kind="stable")[:10].tolist()
    labels = (column.value(number).label for number in by_count)
    return next((label for label in labels if split_words(label)), None)


def _fullest_month(reader: IndexReader) -> str | None:
    column = reader.columns.date
    inside = column.between(None, None)
    if not inside:
        return None
    names, starts = column.periods(inside, Level.MONTH)
    counts = np.add.reduceat(column.all_counts[inside.start : inside.stop], starts)
    return names[int(counts.argmax())]
