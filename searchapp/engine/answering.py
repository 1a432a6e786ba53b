"""One request to one response over one open generation: how a query becomes arrays and a page.

The query's text becomes a tree (`search.language`), the tree is bound to this index's fields
(`binding`) and evaluated to documents and scores (`evaluation`); selections and periods narrow
them and are counted (`counting`), the best are ranked (`ranking`) and shown (`snippets`).
"""

import time
from dataclasses import replace

from searchapp.engine.copies.folding import Folding, among_copies
from searchapp.engine.evaluation.binding import bind_query
from searchapp.engine.evaluation.evaluate import evaluate
from searchapp.engine.evaluation.matches import Matches
from searchapp.engine.evaluation.ranking import rank
from searchapp.engine.evaluation.spelling import suggest_query
from searchapp.engine.facets.counting import Counting
from searchapp.engine.facets.dates import list_dates
from searchapp.engine.facets.filtering import resolve_request
from searchapp.engine.facets.values import list_values, with_pages_listed
from searchapp.engine.snippets.marking import Marker
from searchapp.engine.snippets.stretches import mark_title
from searchapp.engine.snippets.windows import build_snippets
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.language import ParsedQuery, parse_query
from searchapp.search.limits import MAX_LENGTH
from searchapp.search.request import SearchRequest, SortOrder
from searchapp.search.response import FacetResult, Hit, SearchResponse

_FEW = 10
"""With fewer results than these a likelier spelling is looked for."""


def search_index(reader: IndexReader, request: SearchRequest) -> SearchResponse:
    """The answer to a request. Raises UserError for one beyond the limits."""
    started = time.perf_counter()
    response = answer(reader, request, parse_query(request.query))
    return replace(response, took_ms=round((time.perf_counter() - started) * 1000, 2))


def answer(reader: IndexReader, request: SearchRequest, parsed: ParsedQuery) -> SearchResponse:
    """The answer to a request whose query has been parsed, without the time that it took."""
    tree = bind_query(parsed.tree)
    request = resolve_request(reader, request)
    matches = _admitted(reader, request, evaluate(reader, tree))
    counting = Counting(reader, request, matches.documents)
    found = matches.at(counting.results()) if request.narrowed else matches
    total = len(found)
    folding = Folding(reader.columns, found, request)
    pages = -(-len(folding.listed) // request.size)
    facets = list_facets(counting)
    request = with_pages_listed(request.with_page(min(request.page, max(pages, 1))), facets)
    return SearchResponse(
        request=request,
        total=total,
        took_ms=0.0,
        pages=pages,
        hits=_hits(reader, request, folding, Marker(tree)),
        facets=facets,
        did_you_mean=_did_you_mean(reader, request, total),
        notes=parsed.notes,
        copies=folding.copies,
    )


def count_results(reader: IndexReader, request: SearchRequest) -> int:
    """The number of results of a request."""
    return len(find_results(reader, request))


def find_results(reader: IndexReader, request: SearchRequest) -> Matches:
    """All results of a request whose values are in their stable form, by document."""
    tree = bind_query(parse_query(request.query).tree)
    matches = _admitted(reader, request, evaluate(reader, tree))
    if not request.narrowed:
        return matches
    return matches.at(Counting(reader, request, matches.documents).results())


def _admitted(reader: IndexReader, request: SearchRequest, matches: Matches) -> Matches:
    """The living matches among the copies of the one article that was asked for, if there is."""
    living = matches.among(reader.columns.alive) if reader.columns.has_removed else matches
    return among_copies(reader, living, request.copies_of) if request.copies_of else living


def list_facets(counting: Counting) -> tuple[FacetResult, ...]:
    """The values of every facet with their counts, in the order of the facets."""
    return tuple(
        list_dates(counting) if facet is Facet.DATE else list_values(counting, facet)
        for facet in FACET_FIELDS
    )


def _hits(
    reader: IndexReader, request: SearchRequest, folding: Folding, marker: Marker
) -> tuple[Hit, ...]:
    found = folding.listed
    last = request.page * request.size
    places = rank(reader.columns, found.documents, found.scores, request.order, last)
    return tuple(
        build_hit(
            reader,
            int(found.documents[place]),
            marker,
            float(found.scores[place]) if request.order is SortOrder.RELEVANCE else None,
            folding.similar(int(found.documents[place])),
        )
        for place in places[last - request.size :].tolist()
    )


def build_hit(
    reader: IndexReader, document: int, marker: Marker, score: float | None, similar: int = 0
) -> Hit:
    """A document as a result shows it; without a score where the order is not by relevance."""
    article = reader.stored(document, evidence=False)
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
        score=None if score is None else round(score, 6),
        snippets=build_snippets(article, marker),
        similar=similar,
    )


def _did_you_mean(reader: IndexReader, request: SearchRequest, total: int) -> str | None:
    def count(query: str) -> int:
        fits = len(query) <= MAX_LENGTH
        return count_results(reader, request.with_query(query)) if fits else 0

    return suggest_query(reader, request.query, count, total) if total < _FEW else None
