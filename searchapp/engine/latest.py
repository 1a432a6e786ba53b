"""The articles of a result that came into the index last."""

from datetime import datetime

import numpy as np

from searchapp.engine.answering import build_hit, find_results
from searchapp.engine.evaluation.binding import bind_query
from searchapp.engine.evaluation.largest import places_of_largest
from searchapp.engine.facets.filtering import resolve_request
from searchapp.engine.snippets.marking import Marker
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.language import parse_query
from searchapp.search.latest import Arrival, Latest
from searchapp.search.request import SearchRequest


def find_latest(reader: IndexReader, request: SearchRequest, published: datetime) -> Latest:
    """The page of the request's size. Raises UserError for a request beyond the limits."""
    marker = Marker(bind_query(parse_query(request.query).tree))
    page = request.page
    request = resolve_request(reader, request)
    found = find_results(reader, request).documents
    pages = -(-len(found) // request.size)
    request = request.with_page(min(page, max(pages, 1)))
    documents = _page(reader, found, request)
    arrivals = reader.columns.arrivals
    return Latest(
        request=request,
        total=len(found),
        pages=pages,
        newest=_newest(reader, found) or published,
        arrivals=tuple(
            Arrival(
                hit=build_hit(reader, document, marker, None), arrived=arrivals.moment(document)
            )
            for document in documents
        ),
    )


def _page(reader: IndexReader, found: Ints, request: SearchRequest) -> list[int]:
    newest = reader.columns.newest_ranks
    arrived = reader.columns.arrivals.numbers.take(found).astype(np.int64)
    keys = arrived * len(newest) - newest.take(found)
    last = request.page * request.size
    best = places_of_largest(keys, last)
    best = best.take((-keys.take(best)).argsort())
    documents: list[int] = found.take(best[last - request.size : last]).tolist()
    return documents


def _newest(reader: IndexReader, found: Ints) -> datetime | None:
    if not len(found):
        return None
    arrivals = reader.columns.arrivals
    return arrivals.moment(int(found[arrivals.numbers.take(found).argmax()]))
