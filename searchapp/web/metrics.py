"""Figures for Prometheus at /metrics: how much is asked, how fast it is answered, what is served.

With several worker processes each writes its figures into files that the answering one adds up;
the server names their folder before this module is imported, as prometheus_client wants it.
"""

import os
import re
from collections.abc import Iterator

from flask import Blueprint, Flask, Response, request
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from searchapp.article import Article
from searchapp.errors import OperatorError
from searchapp.search.concordance import Concordance, ConcordanceRequest, Line
from searchapp.search.copies import Copies
from searchapp.search.engine import Engine, IndexStatus
from searchapp.search.examples import Example
from searchapp.search.explanation import Explanation
from searchapp.search.export import Export
from searchapp.search.facets import Facet
from searchapp.search.grid import Grid, GridRequest
from searchapp.search.latest import Latest
from searchapp.search.likeness import SimilarArticle
from searchapp.search.neighbours import Neighbours
from searchapp.search.request import SearchRequest
from searchapp.search.response import Range, SearchResponse
from searchapp.search.suggestion import Suggestion
from searchapp.search.value_list import ListRequest, ValueList
from searchapp.web.request_log import request_seconds

_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)


class Metrics:
    """The figures of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "searchapp_requests",
            "Requests answered, by route and status.",
            ("route", "status"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "searchapp_request_seconds",
            "Time from the application getting a request to its answer, by route.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.searching = Histogram(
            "searchapp_search_seconds",
            "Time that the engine needed for a search.",
            buckets=_SECONDS,
            registry=self.registry,
        )

    def watch(self, app: Flask) -> None:
        """Count every request of the app."""

        @app.after_request
        def count(response: Response) -> Response:
            route = request.url_rule.rule if request.url_rule else "none"
            self.requests.labels(route, str(response.status_code)).inc()
            self.seconds.labels(route).observe(request_seconds())
            return response


class MeasuredEngine:
    """An engine whose searches are counted."""

    def __init__(self, engine: Engine, metrics: Metrics) -> None:
        self._engine = engine
        self._metrics = metrics

    def search(self, request: SearchRequest) -> SearchResponse:
        """The answer to a request."""
        response = self._engine.search(request)
        self._metrics.searching.observe(response.took_ms / 1_000)
        return response

    def article(self, article_id: str) -> Article:
        """The article with that id."""
        return self._engine.article(article_id)

    def marks(self, article: Article, query: str) -> tuple[Range, ...]:
        """Where the query's words stand in the article's text."""
        return self._engine.marks(article, query)

    def explain(self, article_id: str, query: str) -> Explanation:
        """Why an article is among the results of a query."""
        return self._engine.explain(article_id, query)

    def neighbours(self, article_id: str, request: SearchRequest) -> Neighbours | None:
        """Where an article stands in the result of a request."""
        return self._engine.neighbours(article_id, request)

    def more_like_this(self, article_id: str, count: int) -> tuple[SimilarArticle, ...]:
        """Other articles that speak of the same."""
        return self._engine.more_like_this(article_id, count)

    def copies(self, article_id: str, limit: int) -> Copies:
        """The near-identical articles of an article."""
        return self._engine.copies(article_id, limit)

    def spellings(self, facet: Facet, value: str) -> tuple[tuple[str, int], ...]:
        """How the articles write a value."""
        return self._engine.spellings(facet, value)

    def list_values(self, request: ListRequest) -> ValueList:
        """A page of all values of a facet."""
        return self._engine.list_values(request)

    def grid(self, request: SearchRequest, asked: GridRequest) -> Grid:
        """How many results have two values."""
        return self._engine.grid(request, asked)

    def concordance(self, request: SearchRequest, asked: ConcordanceRequest) -> Concordance:
        """The words of the query in their context."""
        return self._engine.concordance(request, asked)

    def lines(self, request: SearchRequest) -> Iterator[Line]:
        """All lines of a concordance."""
        return self._engine.lines(request)

    def suggest(self, request: SearchRequest) -> tuple[Suggestion, ...]:
        """What can follow a query while it is typed."""
        return self._engine.suggest(request)

    def examples(self) -> tuple[Example, ...]:
        """Queries that show the query language."""
        return self._engine.examples()

    def export(self, request: SearchRequest) -> Export:
        """All articles of a result."""
        return self._engine.export(request)

    def latest(self, request: SearchRequest) -> Latest:
        """What came into the index last."""
        return self._engine.latest(request)

    def generation(self) -> str:
        """A name of what is being served."""
        return self._engine.generation()

    def status(self) -> IndexStatus:
        """What is being served."""
        return self._engine.status()

    def close(self) -> None:
        """Let go of every file."""
        self._engine.close()


def build_metrics_blueprint(engine: Engine, metrics: Metrics) -> Blueprint:
    """The route that Prometheus asks."""
    blueprint = Blueprint("metrics", __name__)

    @blueprint.get("/metrics")
    def metrics_page() -> Response:
        served = CollectorRegistry()
        served.register(_Served(engine))
        content = generate_latest(_counted(metrics)) + generate_latest(served)
        return Response(content, content_type=CONTENT_TYPE_PLAIN_0_0_4)

    return blueprint


def _counted(metrics: Metrics) -> CollectorRegistry:
    if _FOLDER not in os.environ:
        return metrics.registry
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]  # the library has no types here
    return together


class _Served(Collector):
    """What is being served, looked up when it is asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The figures of the index; only that it is not ready when there is none."""
        try:
            status = self._engine.status()
        except OperatorError:
            yield _gauge("searchapp_ready", "Whether there is an index to serve.", 0)
            return
        number = re.search(r"\d+$", status.generation)
        yield _gauge("searchapp_ready", "Whether there is an index to serve.", 1)
        yield _gauge(
            "searchapp_degraded",
            "Whether something else is served than the newest generation.",
            status.degraded is not None,
        )
        yield _gauge("searchapp_articles", "Articles in the index.", status.articles)
        yield _gauge("searchapp_rejected", "Files and articles left out.", len(status.rejected))
        yield _gauge(
            "searchapp_generation",
            "Number of the generation being served.",
            int(number[0]) if number else 0,
        )
        yield _gauge(
            "searchapp_published_timestamp_seconds",
            "When the generation being served was published.",
            status.published_at.timestamp(),
        )


def _gauge(name: str, text: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, text, value=value)
