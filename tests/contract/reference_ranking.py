"""BM25F for plain words, from the formula.

The score of an article is the sum over the query's words and over the zones of

    boost × idf × tf (K1 + 1) / (tf + K1 (1 - B + B × length / average length))

with idf = ln(N / (df + 1)) + 1, counted zone by zone in stems (Zaragoza et al. 2004 weigh zones so;
Whoosh adds their scores up). K1 = 1.2, B = 0.75.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from searchapp.article import Article, Zone
from searchapp.engine.storage.analysis import STOP_WORDS, stem
from tests.contract.reference import Document, build_document, exact_words

K1 = 1.2
B = 0.75
BOOSTS = {
    Zone.HEADLINE: 3.0,
    Zone.LEDE: 1.5,
    Zone.BODY: 1.0,
    Zone.CAPTION: 0.7,
    Zone.BYLINE: 0.5,
}


def build_scores(articles: Iterable[Article], words: Sequence[str]) -> dict[str, float]:
    """The score of every article for some plain words, by id."""
    documents = [build_document(article) for article in articles]
    wanted = [stem(exact) for word in words for exact in exact_words(word)]
    return {
        document.article.id: sum(
            boost * score_zone(documents, document, zone, word)
            for zone, boost in BOOSTS.items()
            for word in wanted
        )
        for document in documents
    }


def score_zone(documents: list[Document], document: Document, zone: Zone, word: str) -> float:
    frequency = Counter(stems(document, zone))[word]
    if not frequency:
        return 0.0
    holders = sum(word in stems(other, zone) for other in documents)
    average = sum(len(stems(other, zone)) for other in documents) / len(documents)
    idf = log(len(documents) / (holders + 1)) + 1
    norm = K1 * (1 - B + B * len(stems(document, zone)) / average)
    return idf * frequency * (K1 + 1) / (frequency + norm)


def stems(document: Document, zone: Zone) -> list[str]:
    """The stems of a zone, stop words left out."""
    return [
        stem(word)
        for own, words in document.passages
        if own is zone
        for word in words
        if word not in STOP_WORDS
    ]
