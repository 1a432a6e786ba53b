"""Copies folded: of those among the results only the best stands in the list."""

from functools import cached_property
from typing import Final

import numpy as np

from searchapp.engine.copies.grouping import ALONE
from searchapp.engine.evaluation.matches import Matches
from searchapp.engine.evaluation.ranking import sort_keys
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.columns import Columns
from searchapp.engine.storage.reader import IndexReader
from searchapp.errors import ArticleNotFound
from searchapp.search.request import SearchRequest

_NONE: Final = np.zeros(0, np.uint8)


def among_copies(reader: IndexReader, matches: Matches, article_id: str) -> Matches:
    """Those of the matches that are the article with that id or copies of it."""
    try:
        documents = documents_of_copies(reader.columns, reader.document(article_id))
    except ArticleNotFound:
        documents = np.zeros(0, np.int64)
    return matches.at(np.flatnonzero(np.isin(matches.documents, documents)))


def documents_of_copies(columns: Columns, document: int) -> Ints:
    """A document and its copies, ascending."""
    group = int(columns.copies[document])
    if group == ALONE:
        return np.array([document])
    return np.flatnonzero(columns.copies == group)


class Folding:
    """Which of some results stand in the list of a request."""

    def __init__(self, columns: Columns, found: Matches, request: SearchRequest) -> None:
        self._columns = columns
        self._found = found
        self._request = request
        self._grouped = columns.has_copies and not request.copies_of
        groups = columns.copies.take(found.documents) if self._grouped else _NONE
        self._places = np.flatnonzero(groups != ALONE)
        self._groups = groups.take(self._places)
        self._counts = np.bincount(self._groups, minlength=1)

    @property
    def copies(self) -> int:
        """How many of the results are copies of another one among them."""
        return len(self._places) - int(np.count_nonzero(self._counts))

    def similar(self, document: int) -> int:
        """How many copies of a document are folded under it."""
        if not (self._grouped and self._request.folded):
            return 0
        group = int(self._columns.copies[document])
        return 0 if group == ALONE else int(self._counts[group]) - 1

    @cached_property
    def listed(self) -> Matches:
        """The results that stand in the list: of copies the one that comes first in its order."""
        if not (self._request.folded and self.copies):
            return self._found
        copies = self._found.at(self._places)
        keys = sort_keys(self._columns, copies.documents, copies.scores, self._request.order)
        # Of another type than the keys it would take numpy eight times as long.
        first = np.full(len(self._counts), np.iinfo(keys.dtype).min, keys.dtype)
        np.maximum.at(first, self._groups, keys)
        folded = self._places[keys != first.take(self._groups)]
        return Matches(
            documents=np.delete(self._found.documents, folded),
            scores=np.delete(self._found.scores, folded),
        )
