"""A pattern in stock Whoosh that scores as one word; Whoosh itself scores each term apart.

Expansion, weights, lengths and the formula are Whoosh's; here the weights of the terms of a
document are added up before they are scored, and their documents counted once.
"""

from collections.abc import Iterator
from typing import Any

from whoosh import query as wq
from whoosh.matching import Matcher, NullMatcher, WrappingMatcher
from whoosh.query.terms import MultiTerm
from whoosh.reading import IndexReader
from whoosh.searching import Searcher

from searchapp.engine.evaluation.expansion import closeness
from searchapp.engine.evaluation.scoring import inverse_document_frequency
from searchapp.engine.stock.matcher import ArrayMatcher, TermRows
from searchapp.engine.storage.schema import stored_field


class Blended(wq.Query):  # type: ignore[misc]  # Whoosh has no types
    """All words that a prefix, wildcard or fuzzy word stands for, as one word."""

    def __init__(self, pattern: MultiTerm) -> None:
        self._pattern = pattern
        self._field = pattern.field()
        self.boost = pattern.boost

    def field(self) -> str:
        """The field that is searched."""
        return str(self._field)

    def estimate_size(self, ixreader: IndexReader) -> int:
        """At most how many documents match."""
        return int(self._pattern.estimate_size(ixreader))

    def matcher(self, searcher: Searcher, context: Any = None) -> Matcher:
        """The documents of one segment, with the sums of their weights."""
        reader = searcher.reader()
        wanted = {n for term in self._terms(reader) for n in _postings(reader, self._field, term)}
        if not wanted:
            return NullMatcher()
        stored = stored_field(self._field)
        sums: dict[int, float] = {}
        for term in self._terms(reader):
            factor = self._factor(reader, term)
            for document, weight in _postings(reader, stored, term).items():
                sums[document] = sums.get(document, 0.0) + factor * weight
        documents = sorted(n for n in wanted if not reader.is_deleted(n))
        rows = TermRows(
            documents=documents,
            weights=[sums[n] for n in documents],
            lengths=[reader.doc_field_length(n, stored) for n in documents],
        )
        found = ArrayMatcher(
            rows,
            (self._field, b""),
            reader.schema[self._field].format,
            self._scorer(searcher, next(self._terms(reader))),
        )
        return found if self.boost == 1.0 else WrappingMatcher(found, boost=self.boost)

    def _terms(self, reader: IndexReader) -> Iterator[bytes]:
        # Fuzzy words give strings, the others bytes.
        field = reader.schema[self._field]
        return iter(sorted({field.to_bytes(term) for term in self._pattern._btexts(reader)}))

    def _factor(self, reader: IndexReader, term: bytes) -> float:
        if isinstance(self._pattern, wq.FuzzyTerm):
            return closeness(self._pattern.text, reader.schema[self._field].from_bytes(term))
        return 1.0

    def _scorer(self, searcher: Searcher, term: bytes) -> Any:
        """Whoosh's scorer of any of the terms, with the statistics of all."""
        whole = searcher.get_parent()
        scorer = whole.weighting.scorer(searcher, self._field, term)
        stored = stored_field(self._field)
        having = 0
        for leaf, _ in whole.reader().leaf_readers():
            having += len({n for word in self._terms(leaf) for n in _postings(leaf, stored, word)})
        scorer.idf = inverse_document_frequency(whole.doc_count_all(), having)
        return scorer


def _postings(reader: IndexReader, field: str, term: bytes) -> dict[int, float]:
    """The documents of a term in a segment, removed ones included, with its weight in each."""
    terms = reader.codec().terms_reader(reader.storage(), reader.segment())
    if (field, term) not in terms:
        return {}
    matcher = terms.matcher(field, term, reader.schema[field].format)
    found = {}
    while matcher.is_active():
        found[matcher.id()] = matcher.weight()
        matcher.next()
    return found
