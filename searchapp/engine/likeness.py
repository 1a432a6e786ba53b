"""More like this: articles that share the words which tell an article from the others.

The words with the highest tf·idf become a query of any of them, which the index answers as it
answers every other (Salton and Buckley 1988; Lucene calls the same MoreLikeThis).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import log1p
from typing import Final

import numpy as np
from whoosh import query as wq

from searchapp.article import Article, Zone
from searchapp.engine.copies.folding import documents_of_copies
from searchapp.engine.evaluation.evaluate import evaluate
from searchapp.engine.evaluation.largest import places_of_largest
from searchapp.engine.evaluation.matches import Matches, find_place, unite
from searchapp.engine.evaluation.scoring import inverse_document_frequency
from searchapp.engine.storage.analysis import split_words, term_of
from searchapp.engine.storage.documents import build_document
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.schema import STEMS, TEXT_FIELDS
from searchapp.search.likeness import SimilarArticle

_LOOKED_UP: Final = 80
"""So many words of an article, those that weigh most in it, are looked up in the index."""

_SEARCHED: Final = 16
"""So many of them are searched for: those with the highest tf·idf."""

_COMMON: Final = 0.1
"""A word that a larger share of the articles has says little of any one of them."""

_FEW: Final = 8
"""A word that so few articles have is not common, however small the archive."""

_LEAST_SHARED: Final = 3
"""With fewer words in common articles are not alike."""

_LEAST_LIKENESS: Final = 0.15
"""An article that scores a smaller share of what the article itself does is not like it."""

_CONSIDERED: Final = 4
"""So many times more articles are looked at than are wanted: some are copies of each other."""

_SHOWN: Final = 5
"""So many of the words in common are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of an article: as the index has it, as the article mostly writes it, its tf·idf."""

    stem: str
    written: str
    weight: float


def find_similar(reader: IndexReader, article_id: str, count: int) -> tuple[SimilarArticle, ...]:
    """The articles most like another one, best first: `count` of them, fewer or none.

    Copies of it are left out, and of those that are copies of each other all but the best. Raises
    ArticleNotFound.
    """
    document = reader.document(article_id)
    seen = set(documents_of_copies(reader.columns, document).tolist())
    words = _telling_words(reader, reader.stored(document, evidence=False), len(seen))
    parts = [evaluate(reader, wq.Term(STEMS, word.stem, boost=word.weight)) for word in words]
    found = unite(parts, len(reader))
    # The article itself scores highest; copies of it about as high.
    least = _LEAST_LIKENESS * _score(found, document)
    similar: list[SimilarArticle] = []
    for other in _best(reader, found, least, _CONSIDERED * count + len(seen)):
        shared = _shared(words, parts, other)
        if other not in seen and len(shared) >= _LEAST_SHARED:
            seen.update(documents_of_copies(reader.columns, other).tolist())
            similar.append(_build_similar(reader, other, shared[:_SHOWN]))
        if len(similar) == count:
            break
    return tuple(similar)


def _telling_words(reader: IndexReader, article: Article, copies: int) -> list[_Word]:
    """The words with the highest tf·idf among those that other articles have, but not many.

    `copies` are the documents that have them anyhow: the article and its copies.
    """
    counts, written = _weigh_words(article)
    most = max(reader.article_count * _COMMON, _FEW)
    found = []
    for stem, count in counts.most_common(_LOOKED_UP):
        frequency = reader.document_frequency(STEMS, stem)
        if copies < frequency <= most:
            weight = log1p(count) * inverse_document_frequency(len(reader), frequency)
            found.append(_Word(stem=stem, written=written[stem], weight=weight))
    found.sort(key=lambda word: -word.weight)
    return found[:_SEARCHED]


def _weigh_words(article: Article) -> tuple[Counter[str], Mapping[str, str]]:
    """What each stem weighs by the zones it stands in, and the form in which it mostly stands."""
    weighed: Counter[str] = Counter()
    running: Counter[str] = Counter()
    texts = build_document(article).texts
    for field in TEXT_FIELDS:
        for text in texts[field.name]:
            for form, count in Counter(split_words(text)).items():
                weighed[form] += count * field.weight
                # Headlines may have capitals that the words have nowhere else.
                running[form] += count * (field.zone is not Zone.HEADLINE)
    weights: Counter[str] = Counter()
    written: dict[str, str] = {}
    for form, _ in running.most_common():
        stem = term_of(form)
        # Numbers and single letters do not say what a text is about.
        if stem is not None and (len(stem) > 1 or not stem.isascii()) and not stem.isdigit():
            weights[stem] += weighed[form]
            written.setdefault(stem, form)
    return weights, written


def _score(found: Matches, document: int) -> float:
    place = find_place(found.documents, document)
    return 0.0 if place is None else float(found.scores[place])


def _best(reader: IndexReader, found: Matches, least: float, count: int) -> list[int]:
    """The living documents with the highest scores, of at least some height, best first."""
    scores = found.scores * reader.columns.alive.take(found.documents)
    places = places_of_largest(scores, count)
    places = places.take(np.flatnonzero(scores.take(places) > least))
    order = np.lexsort(
        (reader.columns.newest_ranks.take(found.documents.take(places)), -scores.take(places))
    )
    best: list[int] = found.documents.take(places.take(order)).tolist()
    return best


def _shared(words: list[_Word], parts: list[Matches], document: int) -> list[str]:
    """Which of the words a document has, those that add most to its score first."""
    added = [
        (-_score(part, document), word.written) for word, part in zip(words, parts, strict=True)
    ]
    return [written for score, written in sorted(added) if score]


def _build_similar(reader: IndexReader, document: int, words: list[str]) -> SimilarArticle:
    article = reader.stored(document, evidence=False)
    return SimilarArticle(
        id=article.id,
        title=article.title,
        date=article.date,
        section=article.section,
        source=article.source,
        words=tuple(words),
    )
