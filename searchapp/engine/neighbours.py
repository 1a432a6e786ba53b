"""The articles before and after another one in a result, without putting all of it in order."""

import numpy as np

from searchapp.engine.answering import find_results
from searchapp.engine.copies.folding import Folding, documents_of_copies
from searchapp.engine.evaluation.matches import find_place
from searchapp.engine.evaluation.ranking import sort_keys
from searchapp.engine.facets.filtering import resolve_request
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.neighbours import Neighbour, Neighbours
from searchapp.search.request import SearchRequest


def find_neighbours(
    reader: IndexReader, article_id: str, request: SearchRequest
) -> Neighbours | None:
    """The neighbours of an article in the list of a request; None when it is not a result of it.

    A copy that is folded under another one stands where that one does. Raises ArticleNotFound, and
    UserError for a request beyond the limits.
    """
    document = reader.document(article_id)
    request = resolve_request(reader, request)
    found = find_results(reader, request)
    if find_place(found.documents, document) is None:
        return None
    listed = Folding(reader.columns, found, request).listed
    place = _place_in_list(reader, listed.documents, document)
    keys = sort_keys(reader.columns, listed.documents, listed.scores, request.order)
    before, after = np.flatnonzero(keys > keys[place]), np.flatnonzero(keys < keys[place])

    def neighbour(place: int) -> Neighbour:
        article = reader.stored(int(listed.documents[place]), evidence=False)
        return Neighbour(id=article.id, title=article.title)

    return Neighbours(
        position=len(before) + 1,
        total=len(listed),
        previous=neighbour(before[keys.take(before).argmin()]) if len(before) else None,
        next=neighbour(after[keys.take(after).argmax()]) if len(after) else None,
    )


def _place_in_list(reader: IndexReader, listed: Ints, document: int) -> int:
    """The place of a result, or of the copy of it that is listed in its stead."""
    copies = documents_of_copies(reader.columns, document).tolist()
    places = (find_place(listed, copy) for copy in (document, *copies))
    return next(place for place in places if place is not None)
