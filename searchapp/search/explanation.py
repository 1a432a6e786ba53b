"""Why an article is among the results: its score, part by part."""

from dataclasses import dataclass

from searchapp.article import Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePart:
    """What one part of the query adds to an article's score by its words in one zone.

    `term` is that part as it is looked up: a stem, a word, a phrase in quotes, or a pattern with
    its sign (storm*). `words` are the forms that the zone has of it, in the order of the text, and
    `occurrences` is how many of its words match. A part that every result gets alike, as for a
    query that only keeps articles out, has an empty `term` and no zone.
    """

    term: str
    zone: Zone | None
    words: tuple[str, ...]
    occurrences: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """An article's score for a query and the parts that it is the sum of, the greatest first.

    What only narrows the results (names, dates, countries) adds nothing and is left out.
    """

    total: float
    parts: tuple[ScorePart, ...] = ()
