"""One request to one response over one open generation: how a query becomes arrays and a page.

The query's text becomes a tree (`search.language`), the tree is bound to this index's fields
(`binding`) and evaluated to documents and scores (`evaluation`); selections and periods narrow
them and are counted (`counting`), the best are ranked (`ranking`) and shown (`snippets`).
"""

import time
from dataclasses import replace

import numpy as np

from searchapp.engine.evaluation.binding import bind_query
from searchapp.engine.evaluation.evaluate import Matches, evaluate
from searchapp.engine.evaluation.ranking import rank
from searchapp.engine.evaluation.spelling import suggest_query
from searchapp.engine.facets.counting import Counting
from searchapp.engine.facets.dates import list_dates
from searchapp.engine.facets.filtering import resolve_request
from searchapp.engine.facets.values import list_values
from searchapp.engine.snippets.marking import Marker
from searchapp.engine.snippets.windows import build_snippets, mark_title
from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.language import parse_query
from searchapp.search.limits import MAX_LENGTH
from searchapp.search.request import SearchRequest, SortOrder
from searchapp.search.response import FacetResult, Hit, SearchResponse


def search_index(reader: IndexReader, request: SearchRequest) -> SearchResponse:
    """The answer to a request. Raises UserError for one beyond the limits."""
    started = time.perf_counter()
    parsed = parse_query(request.query)
    tree = bind_query(parsed.tree)
    request = resolve_request(reader, request)
    matches = evaluate(reader, tree)
    counting = Counting(reader, request, _living(reader, matches))
    kept = counting.results()[matches.documents]
    # Ranked as they are shown, so that equal scores are in the order of their dates.
    scores = np.round(matches.scores[kept], 6)
    found = Matches(documents=matches.documents[kept], scores=scores)
    total = len(found.documents)
    pages = -(-total // request.size)
    request = request.with_page(min(request.page, max(pages, 1)))
    response = SearchResponse(
        request=request,
        total=total,
        took_ms=0.0,
        pages=pages,
        hits=_hits(reader, request, found, Marker(tree)),
        facets=_facets(counting),
        did_you_mean=_did_you_mean(reader, request, total),
        notes=parsed.notes,
    )
    return replace(response, took_ms=round((time.perf_counter() - started) * 1000, 2))


def count_results(reader: IndexReader, request: SearchRequest) -> int:
    """The number of results of a request."""
    matches = evaluate(reader, bind_query(parse_query(request.query).tree))
    return int(np.count_nonzero(Counting(reader, request, _living(reader, matches)).results()))


def _living(reader: IndexReader, matches: Matches) -> Mask:
    mask = np.zeros(len(reader), np.bool_)
    mask[matches.documents] = True
    return mask & reader.columns.alive


def _facets(counting: Counting) -> tuple[FacetResult, ...]:
    return tuple(
        list_dates(counting) if facet is Facet.DATE else list_values(counting, facet)
        for facet in FACET_FIELDS
    )


def _hits(
    reader: IndexReader, request: SearchRequest, found: Matches, marker: Marker
) -> tuple[Hit, ...]:
    last = request.page * request.size
    places = rank(reader, found.documents, found.scores, request.order, last)
    return tuple(
        _hit(reader, request, int(found.documents[place]), float(found.scores[place]), marker)
        for place in places[last - request.size :].tolist()
    )


def _hit(
    reader: IndexReader, request: SearchRequest, document: int, score: float, marker: Marker
) -> Hit:
    article = reader.stored(document)
    return Hit(
        id=article.id,
        title=article.title,
        title_ranges=mark_title(article, marker),
        path=article.path,
        date=article.date,
        authors=reader.values(Facet.AUTHOR, document),
        countries=reader.values(Facet.COUNTRY, document),
        persons=reader.values(Facet.PERSON, document),
        section=article.section,
        agency=article.agency,
        source=article.source,
        score=score if request.order is SortOrder.RELEVANCE else None,
        snippets=build_snippets(article, marker),
    )


def _did_you_mean(reader: IndexReader, request: SearchRequest, total: int) -> str | None:
    def count(query: str) -> int:
        fits = len(query) <= MAX_LENGTH
        return count_results(reader, request.with_query(query)) if fits else 0

    return suggest_query(reader, request.query, count, total)
