"""How a stock Searcher has to score so that it agrees with `evaluation`."""

from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from searchapp.engine.evaluation.scoring import K1, B, inverse_document_frequency


class StockWeighting(BM25F):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's BM25F with BM25's own inverse document frequency.

    Whoosh has ln(N / (df + 1)) + 1, which gives much to words that nearly every article has.
    """

    def __init__(self) -> None:
        super().__init__(B=B, K1=K1)

    def idf(self, searcher: Searcher, fieldname: str, text: bytes | str) -> float:
        """ln(1 + (N - df + 0.5) / (df + 0.5)), over all documents stored."""
        having = searcher.doc_frequency(fieldname, text)
        return inverse_document_frequency(searcher.doc_count_all(), having)
