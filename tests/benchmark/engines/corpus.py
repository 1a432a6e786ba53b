"""Archives of any size made of a smaller one, with the vocabulary that such archives have.

Copies of an article have their sentences shuffled, ids of their own, and dates that go on where
those of the copy before ended. But a copy brings no new words, and real archives never stop
bringing them: by Heaps' law the number of distinct words grows with the number n of articles as
n^β, β between .4 and .6 in English. So words are invented and put into the copies, as many new
ones in each as V(n) = V₀ · (n / n₀)^.55 asks for, V₀ being the distinct words of the n₀ articles
that there are. Invented words come back in later articles, older ones more often, as Zipf's law
has it. Persons and authors are invented and come back in the same way, in the given articles too:
their number grows as n^.5.

Everything depends on the seed and the size alone, and only the given articles are in memory.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from tests.benchmark.engines.articles import SourceArticle
from tests.benchmark.engines.invented import invented_name, invented_word

HEAPS_EXPONENT: Final = 0.55
SEED: Final = 7

# How much longer than the given articles' own time the time of one turn of copies is.
_TURN_LENGTH = 4
_RETURNING_WORDS = 3
_AUTHORED = 0.6
_MOST_PERSONS = 2
_PERSONS, _AUTHORS = 20, 8
_PARAGRAPH_SENTENCES = 3
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"[a-z0-9]+")


def iter_corpus(given: Sequence[SourceArticle], size: int) -> Iterator[SourceArticle]:
    """So many articles: the given ones first, then copies of them, over and over."""
    chance = random.Random(SEED)
    words = count_words(given)
    days = _TURN_LENGTH * ((max(a.date for a in given) - min(a.date for a in given)).days + 1)
    invented = 0
    for number in range(size):
        turn, place = divmod(number, len(given))
        article = given[place]
        inserted: list[str] = []
        if turn:
            wanted = expected_words(words, len(given), number + 1) - words
            inserted = [invented_word(n) for n in range(invented, wanted)]
            invented = max(invented, wanted)
            inserted += [invented_word(_zipf(chance, invented)) for _ in range(_RETURNING_WORDS)]
            article = _shuffled(article, chance)
        article = _with_people(article, chance, number)
        shift = timedelta(days=turn * days + chance.randrange(days) if turn else 0)
        new_persons = article.persons[len(given[place].persons) :]
        yield replace(
            article,
            id=f"{number + 1:07}",
            date=article.date + shift,
            paragraphs=_inserted(article.paragraphs, (*inserted, *new_persons), chance),
        )


def expected_words(base_words: int, base_articles: int, articles: int) -> int:
    """How many distinct words so many articles have, by Heaps' law."""
    growth: float = (articles / base_articles) ** HEAPS_EXPONENT
    return round(base_words * growth)


def count_words(articles: Sequence[SourceArticle]) -> int:
    """The number of distinct words of some articles."""
    return len({word for article in articles for word in _WORD.findall(article.text.lower())})


def _zipf(chance: random.Random, count: int) -> int:
    """A number below `count`, small ones more often: the logarithm of its place is uniform."""
    return min(int(count ** chance.random()), count) - 1 if count else 0


def _shuffled(article: SourceArticle, chance: random.Random) -> SourceArticle:
    sentences = [s for part in article.paragraphs for s in _SENTENCE_END.split(part)]
    chance.shuffle(sentences)
    starts = range(0, len(sentences), _PARAGRAPH_SENTENCES)
    paragraphs = (" ".join(sentences[start : start + _PARAGRAPH_SENTENCES]) for start in starts)
    return replace(article, paragraphs=tuple(paragraphs))


def _with_people(article: SourceArticle, chance: random.Random, number: int) -> SourceArticle:
    known = (number + 1) ** 0.5
    author = article.author
    if author is None and chance.random() < _AUTHORED:
        author = invented_name(_zipf(chance, 1 + int(_AUTHORS * known)))
    found = [
        invented_name(_zipf(chance, 1 + int(_PERSONS * known)))
        for _ in range(chance.randint(0, _MOST_PERSONS))
    ]
    return replace(article, author=author, persons=tuple(dict.fromkeys((*article.persons, *found))))


def _inserted(
    paragraphs: tuple[str, ...], inserted: Sequence[str], chance: random.Random
) -> tuple[str, ...]:
    """The paragraphs with words put between theirs."""
    texts = [part.split(" ") for part in paragraphs] or [[]]
    for word in inserted:
        into = chance.choice(texts)
        into.insert(chance.randint(0, len(into)), word)
    return tuple(" ".join(text) for text in texts if text)
