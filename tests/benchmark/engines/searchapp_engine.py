"""This product through its own entry point: query text in, `SearchResponse` out."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from searchapp.article import Article, FacetValue, Passage, Zone
from searchapp.engine import EmbeddedEngine, Publication, open_writer
from searchapp.engine.storage.schema import SCHEMA_VERSION
from searchapp.search.facets import VALUE_FACETS, Facet
from searchapp.search.periods import parse_range
from searchapp.search.request import SearchRequest
from searchapp.search.response import SearchResponse
from tests.benchmark.engines import searchapp_parts
from tests.benchmark.engines.articles import FACETS, SourceArticle
from tests.benchmark.engines.engine import Answer
from tests.benchmark.engines.queries import Query, Task
from tests.benchmark.engines.reading import PRODUCT
from tests.benchmark.engines.truth import Counts


class SearchappEngine:
    """searchapp as it is served; chosen values are selections, periods the typed from and to."""

    name = "searchapp"
    index = f"searchapp-{SCHEMA_VERSION}"
    reading = PRODUCT

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._engine: EmbeddedEngine | None = None

    def build(self, articles: Iterable[SourceArticle]) -> None:
        with open_writer(self._folder) as writer:
            for article in articles:
                writer.add(build_article(article))
            writer.publish(Publication())

    def open(self) -> None:
        self._engine = EmbeddedEngine(self._folder)

    def understands(self, query: Query, task: Task) -> bool:
        return True

    def top(self, query: Query) -> Answer:
        return searchapp_parts.top(self._opened, build_request(query))

    def facets(self, query: Query) -> Answer:
        return searchapp_parts.facets(self._opened, build_request(query))

    def page(self, query: Query) -> Answer:
        response = self._opened.search(build_request(query))
        return Answer(
            hits=len(response.hits),
            total=response.total,
            facets=_facets(response),
            snippets=tuple(hit.snippets[0].text for hit in response.hits if hit.snippets),
        )

    def counts(self, query: Query) -> Counts:
        request = replace(build_request(query), expanded=VALUE_FACETS)
        response = self._opened.search(request)
        facets = {name: dict(found) for name, found in _facets(response).items()}
        return Counts(total=response.total, facets=facets)

    def update(self, article: SourceArticle) -> int:
        with open_writer(self._folder) as writer:
            writer.add(build_article(article))
            writer.publish(Publication())
        word = article.title.split()[0].lower()
        return self._opened.search(SearchRequest(query=word)).total

    def close(self) -> None:
        self._opened.close()

    @property
    def _opened(self) -> EmbeddedEngine:
        assert self._engine is not None, "the engine has not been opened"
        return self._engine


class FirstTimeEngine(SearchappEngine):
    """searchapp asked for words that nobody has asked for lately.

    The product keeps the documents of words that were asked lately; here they are given up before
    every answer, while everything else is as warm as in the other engines.
    """

    name = "searchapp-first"

    def top(self, query: Query) -> Answer:
        searchapp_parts.forget(self._opened)
        return super().top(query)

    def facets(self, query: Query) -> Answer:
        searchapp_parts.forget(self._opened)
        return super().facets(query)

    def page(self, query: Query) -> Answer:
        searchapp_parts.forget(self._opened)
        return super().page(query)


def build_article(source: SourceArticle) -> Article:
    """The article as extraction would hand it over: title, lede and body apart."""
    parts = (source.title, *source.paragraphs)
    zones = (Zone.HEADLINE, Zone.LEDE, *(Zone.BODY for _ in source.paragraphs[1:]))
    passages, start = [], 0
    for part, zone in zip(parts, zones, strict=False):
        passages.append(Passage(zone=zone, start=start, end=start + len(part)))
        start += len(part) + 2
    return Article(
        id=source.id,
        path=f"{source.id}.txt",
        text="\n\n".join(parts),
        sha256="0" * 64,
        title=source.title,
        passages=tuple(passages),
        date=source.date,
        authors=_values(source.values("author")),
        countries=_values(source.countries),
        persons=_values(source.persons),
    )


def build_request(query: Query) -> SearchRequest:
    """What the search page would ask."""
    period = None
    if query.since and query.until:
        period = parse_range(query.since.isoformat(), query.until.isoformat())
    # The peers know no copies of one article.
    request = SearchRequest(query=query.text, period=period, copies_shown=True)
    for facet, value in query.chosen:
        request = request.with_value(Facet(facet), value)
    return request


def _values(names: tuple[str, ...]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(value=name, label=name) for name in names)


def _facets(response: SearchResponse) -> dict[str, dict[str, int]]:
    return {name: searchapp_parts.counts(response.facet(Facet(name))) for name in FACETS}
