"""What this package does not know: stock Whoosh evaluates it over the same files."""

import logging

import numpy as np
from whoosh import query as wq

from searchapp.engine.evaluation.matches import Matches
from searchapp.engine.stock.codec import open_whoosh
from searchapp.engine.stock.query import build_stock_query
from searchapp.engine.storage.reader import IndexReader

logger = logging.getLogger(__name__)


def evaluate_with_stock(reader: IndexReader, node: wq.Query) -> Matches:
    """The living documents that match a tree, a Python step per posting; the log says so.

    The query language has no such node: this is for trees that are built in another way.
    """
    logger.warning(
        "A %s query is evaluated by stock Whoosh, which takes longer.", type(node).__name__
    )
    hits = open_whoosh(reader).search(build_stock_query(node), limit=None)
    scores = {hit.docnum: hit.score for hit in hits}
    documents = sorted(scores)
    return Matches(
        documents=np.array(documents, np.int64),
        scores=np.array([scores[document] for document in documents], np.float64),
    )
