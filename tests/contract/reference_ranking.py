"""BM25F for plain words, from the formula.

An article's frequency of a word is the sum over its zones of boost × frequency there, its length
the sum of boost × number of words. The score is the sum over the query's words of

    count (K3 + 1) / (count + K3) × idf × frequency (K1 + 1)
        / (frequency + K1 (1 - B + B × length / average length))

with idf = ln(1 + (N - df + 0.5) / (df + 0.5)), all counted in stems (Robertson, Zaragoza and Taylor
2004; the factor for a word that the query has several times is Okapi BM25's). K1 = 2, B = 0.75,
K3 = 7.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
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
            idf = log(1 + (len(documents) - holders + 0.5) / (holders + 0.5))
            if word in counted:
                norm = K1 * (1 - B + B * length / average)
                saturated = counted[word] * (K1 + 1) / (counted[word] + norm)
                score += count * (K3 + 1) / (count + K3) * idf * saturated
        scores[document.article.id] = score
    return scores


def weighted_frequencies(document: Document) -> dict[str, float]:
    """How often each stem occurs, weighted by zone; stop words are left out."""
    counted: dict[str, float] = {}
    for zone, words in document.passages:
        for word in words:
            if zone in BOOSTS and word not in STOP_WORDS:
                counted[stem(word)] = counted.get(stem(word), 0.0) + BOOSTS[zone]
    return counted
