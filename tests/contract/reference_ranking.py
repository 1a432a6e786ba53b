"""BM25F for plain words and patterns, from the formula.

An article's frequency of a word is the sum over its zones of boost × frequency there, its length
the sum of boost × number of words. The score is the sum over the query's words of

    count (K3 + 1) / (count + K3) × idf × frequency (K1 + 1)
        / (frequency + K1 (1 - B + B × length / average length))

with idf = ln(1 + (N - df + 0.5) / (df + 0.5)), all counted in stems (Robertson, Zaragoza and Taylor
2004; the factor for a word that the query has several times is Okapi BM25's). K1 = 2, B = 0.75,
K3 = 7.

A prefix, wildcard or fuzzy word scores as one word: its frequency is the sum of those of the words
that it stands for, its df the number of articles that have any of them, counted in exact forms.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import log

from searchapp.article import Article, Zone
from searchapp.engine.storage.analysis import STOP_WORDS, stem
from tests.contract.reference import Document, build_document, exact_words

K1 = 2.0
B = 0.75
K3 = 7.0
BOOSTS = {
    Zone.HEADLINE: 2.5,
    Zone.LEDE: 1.5,
    Zone.BODY: 1.0,
    Zone.CAPTION: 0.75,
    Zone.BYLINE: 0.5,
}


def build_scores(articles: Iterable[Article], words: Sequence[str]) -> dict[str, float]:
    """The score of every article for some plain words, by id."""
    documents = [build_document(article) for article in articles]
    frequencies = [weighted_frequencies(document) for document in documents]
    lengths = [sum(counted.values()) for counted in frequencies]
    average = sum(lengths) / max(len(lengths), 1)
    wanted = Counter(stem(exact) for word in words for exact in exact_words(word))
    scores = {}
    for document, counted, length in zip(documents, frequencies, lengths, strict=True):
        score = 0.0
        for word, count in wanted.items():
            holders = sum(word in other for other in frequencies)
            weight = count * (K3 + 1) / (count + K3) * idf(len(documents), holders)
            score += weight * saturated(counted.get(word, 0.0), length / average)
        scores[document.article.id] = score
    return scores


def build_pattern_scores(
    articles: Iterable[Article], counts: Callable[[str], float]
) -> dict[str, float]:
    """The score of every article that has a word which counts anything, by id."""
    documents = [build_document(article) for article in articles]
    words = [
        [(word, BOOSTS[zone]) for zone, several in d.passages if zone in BOOSTS for word in several]
        for d in documents
    ]
    lengths = [sum(boost for _, boost in several) for several in words]
    average = sum(lengths) / len(lengths)
    joined = [sum(counts(word) * boost for word, boost in several) for several in words]
    weight = idf(len(documents), sum(frequency > 0 for frequency in joined))
    return {
        document.article.id: weight * saturated(frequency, length / average)
        for document, frequency, length in zip(documents, joined, lengths, strict=True)
        if frequency
    }


def idf(documents: int, holders: int) -> float:
    return log(1 + (documents - holders + 0.5) / (holders + 0.5))


def saturated(frequency: float, length: float) -> float:
    """Of a frequency, in an article so many times as long as the average."""
    return frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * length))


def weighted_frequencies(document: Document) -> dict[str, float]:
    """How often each stem occurs, weighted by zone; stop words are left out."""
    counted: dict[str, float] = {}
    for zone, words in document.passages:
        for word in words:
            if zone in BOOSTS and word not in STOP_WORDS:
                counted[stem(word)] = counted.get(stem(word), 0.0) + BOOSTS[zone]
    return counted
