"""Two texts side by side: which words both have, and which only one of them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from typing import Final

from searchapp.article import Article, Zone

MAX_WORDS: Final = 8_000
"""Longer texts are not compared word by word: it would take longer than a page may."""

_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n")
_BREAK: Final = "\n"
"""Stands between two paragraphs; no word is so."""

_SIGNS: Final = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-"}
)


class Side(StrEnum):
    """Which of two texts a stretch of words stands in."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Neighbouring words that stand in the same of two texts."""

    side: Side
    text: str


Paragraph = tuple[Stretch, ...]


def running_text(article: Article) -> tuple[str, ...]:
    """The paragraphs of an article's lede and body: what is compared of it."""
    return tuple(
        paragraph
        for passage in article.passages
        if passage.zone in (Zone.LEDE, Zone.BODY)
        for paragraph in _BLANK_LINE.split(article.text[passage.start : passage.end])
        if paragraph.strip()
    )


def count_words(paragraphs: Sequence[str]) -> int:
    """How many words there are to compare."""
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def likeness(first: Sequence[str], second: Sequence[str]) -> float:
    """The share of their words that two texts have in common, from 0 to 1 (Dice 1945).

    Each word counts as often as it stands there; case and the form of quotation marks do not.
    """
    one, other = _count(first), _count(second)
    words = one.total() + other.total()
    return 2 * (one & other).total() / words if words else 1.0


def compare(first: Sequence[str], second: Sequence[str]) -> tuple[Paragraph, ...]:
    """The paragraphs of two texts as one: a paragraph ends where it does in either of them.

    Longest common stretches first (Ratcliff and Metzener 1988), which keeps sentences together.
    """
    one, other = _tokens(first), _tokens(second)
    keys, other_keys = [_key(token) for token in one], [_key(token) for token in other]
    stretches: list[tuple[Side, str]] = []
    matcher = SequenceMatcher(None, keys, other_keys)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            stretches += ((Side.BOTH, token) for token in other[other_start:other_end])
        else:
            stretches += ((Side.FIRST, token) for token in one[start:end])
            stretches += ((Side.SECOND, token) for token in other[other_start:other_end])
    return tuple(_paragraphs(stretches))


def _tokens(paragraphs: Iterable[str]) -> list[str]:
    tokens: list[str] = []
    for paragraph in paragraphs:
        tokens += (*paragraph.split(), _BREAK)
    return tokens[:-1]


def _count(paragraphs: Sequence[str]) -> Counter[str]:
    return Counter(_key(word) for paragraph in paragraphs for word in paragraph.split())


def _key(token: str) -> str:
    return token.translate(_SIGNS).casefold()


def _paragraphs(tokens: Iterable[tuple[Side, str]]) -> Iterator[Paragraph]:
    for ends, inside in groupby(tokens, key=lambda entry: entry[1] == _BREAK):
        if not ends:
            yield tuple(
                Stretch(side=side, text=" ".join(token for _, token in run))
                for side, run in groupby(inside, key=lambda entry: entry[0])
            )
