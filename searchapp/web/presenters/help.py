"""The help card: the query language, shown in words of this archive."""

from collections.abc import Iterable
from dataclasses import dataclass

from searchapp.search.examples import Example, ExampleKind
from searchapp.search.request import SearchRequest
from searchapp.search.url import build_url

_MEANINGS = {
    ExampleKind.WORDS: ("grain exports", "both words, in any of their forms"),
    ExampleKind.EITHER: ("grain OR wheat", "at least one of them"),
    ExampleKind.WITHOUT: (
        "grain -corn",
        "the first without the second; `NOT` does the same",
    ),
    ExampleKind.PHRASE: ('"grain deal"', "exactly these words in this order"),
    ExampleKind.NEAR: ('"deal signed"~5', "these words no more than five apart"),
    ExampleKind.PREFIX: ("negotiat*", "every word that begins so; `?` stands for one letter"),
    ExampleKind.FUZZY: ("zelensky~", "words that differ by one letter"),
    ExampleKind.TITLE: ("title:election", "only in one part: `title`, `body`, `caption`"),
    ExampleKind.PERSON: (
        "person:putin",
        "by what an article was given: `person`, `author`, `section`, `agency`, `source`",
    ),
    ExampleKind.COUNTRY: ("country:China", "by a country, its name or its code"),
    ExampleKind.DATE: (
        "date:2022-12",
        "a year, a month or a day; `date:[2022-01 TO 2022-06]` for a period",
    ),
    ExampleKind.GROUP: ("(grain OR wheat) -corn", "brackets say what belongs together"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A stretch of an explanation; `code` is what would be typed."""

    text: str
    code: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRow:
    """One way of writing a query; `url` is the search that the example stands for, if it is one."""

    query: str
    url: str | None
    meaning: tuple[Words, ...]


def build_help(examples: Iterable[Example]) -> tuple[HelpRow, ...]:
    """A row for each kind of example, in their order.

    A kind of which the archive has no example is shown in words that need not occur in it.
    """
    known = {example.kind: example.query for example in examples}
    return tuple(
        HelpRow(
            query=known.get(kind, query),
            url=build_url(SearchRequest(query=known[kind])) if kind in known else None,
            meaning=_words(meaning),
        )
        for kind, (query, meaning) in _MEANINGS.items()
    )


def _words(meaning: str) -> tuple[Words, ...]:
    """The stretches between backticks, every second one of them code."""
    pieces = enumerate(meaning.split("`"))
    return tuple(Words(text=text, code=place % 2 == 1) for place, text in pieces if text)
