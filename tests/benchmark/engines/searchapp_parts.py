"""Parts of this product's answer, for tasks that want less than a page.

The product has no request for hits without facets or facets without snippets, so these take the
steps of `searchapp.engine.answering` up to there. A page is always measured through the front door.
"""

from collections import Counter

from searchapp.engine import EmbeddedEngine
from searchapp.engine.answering import list_facets
from searchapp.engine.evaluation.binding import bind_query
from searchapp.engine.evaluation.evaluate import evaluate
from searchapp.engine.evaluation.ranking import rank
from searchapp.engine.facets.counting import Counting
from searchapp.engine.facets.filtering import resolve_request
from searchapp.search.facets import Facet
from searchapp.search.language import parse_query
from searchapp.search.request import SearchRequest
from searchapp.search.response import FacetResult
from tests.benchmark.engines.articles import FACETS
from tests.benchmark.engines.engine import Answer


def top(engine: EmbeddedEngine, request: SearchRequest) -> Answer:
    """The best hits and the total, from the request's text on."""
    answer, _ = _counted(engine, request)
    return answer


def facets(engine: EmbeddedEngine, request: SearchRequest) -> Answer:
    """The best hits, the total and the values of facets."""
    answer, counting = _counted(engine, request)
    listed: dict[str, FacetResult] = {r.facet.value: r for r in list_facets(counting)}
    found = {name: counts(listed[name]) for name in FACETS}
    return Answer(hits=answer.hits, total=answer.total, facets=found)


def counts(result: FacetResult) -> dict[str, int]:
    """The count of every value; dates by year, which is how the peers list them."""
    found: Counter[str] = Counter()
    for bucket in result.buckets:
        dated = result.facet is Facet.DATE
        found[bucket.value.partition("-")[0] if dated else bucket.value] += bucket.count
    return dict(found)


def forget(engine: EmbeddedEngine) -> None:
    """Give up what is kept of the words that were asked and the articles that were shown lately."""
    engine.reader.forget()


def _counted(engine: EmbeddedEngine, request: SearchRequest) -> tuple[Answer, Counting]:
    reader = engine.reader
    tree = bind_query(parse_query(request.query).tree)
    request = resolve_request(reader, request)
    matches = evaluate(reader, tree).among(reader.columns.alive)
    counting = Counting(reader, request, matches.documents)
    found = matches.at(counting.results())
    places = rank(reader.columns, found.documents, found.scores, request.order, request.size)
    return Answer(hits=len(places), total=len(found.documents)), counting
