"""Copies, found by comparing every text with every other, stretch by stretch."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from searchapp.article import Article
from searchapp.search.comparison import likeness, running_text
from searchapp.search.copies import Copy

Words = tuple[str, ...]

STRETCH = 5
SHORT = 30
TOO_SHORT = 10
LEAST = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What is compared of an article: the words of its title and of its running text."""

    article: Article
    title: Words
    running: Words

    @property
    def stretches(self) -> frozenset[Words]:
        """Every five neighbouring words, or all there are; none when they say too little."""
        if len(self.running) >= SHORT:
            starts = range(len(self.running) - STRETCH + 1)
            return frozenset(self.running[start : start + STRETCH] for start in starts)
        if len(self.title) + len(self.running) >= TOO_SHORT:
            return frozenset({(*self.title, "|", *self.running)})
        return frozenset()


def groups_of(texts: Iterable[Text]) -> Mapping[str, str]:
    """For each article the id of the one that leads it: the newest, unless that is led itself."""
    leaders: dict[str, frozenset[Words]] = {}
    groups: dict[str, str] = {}
    for text in sorted(texts, key=_newest):
        stretches, own = text.stretches, text.article.id
        alike = (name for name, other in leaders.items() if resemblance(stretches, other) >= LEAST)
        groups[own] = next(alike, own)
        if groups[own] == own:
            leaders[own] = stretches
    return groups


def resemblance(one: frozenset[Words], other: frozenset[Words]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def copy_of(article: Article, other: Article) -> Copy:
    return Copy(
        id=other.id,
        title=other.title,
        likeness=likeness(running_text(article), running_text(other)),
        date=other.date,
        section=other.section,
        source=other.source,
    )


def _newest(text: Text) -> tuple[int, str]:
    return -(text.article.date.toordinal() if text.article.date else 0), text.article.id
