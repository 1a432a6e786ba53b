"""The embedded engine: answers from the newest generation on disk, and notices a newer one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from whoosh import query as wq

from searchapp.article import Article
from searchapp.engine.answering import search_index
from searchapp.engine.changes import read_changes
from searchapp.engine.concordance import build_concordance, iter_lines
from searchapp.engine.cooccurrence import build_grid
from searchapp.engine.copies.listing import list_copies
from searchapp.engine.evaluation.binding import bind_query
from searchapp.engine.explaining import explain
from searchapp.engine.exporting import export
from searchapp.engine.facets.listing import list_all_values
from searchapp.engine.generations.checking import Problem
from searchapp.engine.generations.manifest import Edition
from searchapp.engine.generations.verification import verify
from searchapp.engine.latest import find_latest
from searchapp.engine.likeness import find_similar
from searchapp.engine.neighbours import find_neighbours
from searchapp.engine.serving import Serving
from searchapp.engine.snippets.marking import Marker
from searchapp.engine.snippets.stretches import mark_article
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.rejections import read_rejected
from searchapp.engine.storage.schema import SCHEMA_VERSION
from searchapp.engine.suggesting import suggest
from searchapp.search.concordance import Concordance, ConcordanceRequest, Line
from searchapp.search.copies import Copies
from searchapp.search.engine import IndexStatus
from searchapp.search.examples import Example
from searchapp.search.explanation import Explanation
from searchapp.search.export import Export
from searchapp.search.facets import VALUE_FACETS, Facet
from searchapp.search.grid import Grid, GridRequest
from searchapp.search.language import parse_query
from searchapp.search.latest import Latest
from searchapp.search.likeness import SimilarArticle
from searchapp.search.neighbours import Neighbours
from searchapp.search.request import SearchRequest
from searchapp.search.response import Range, SearchResponse
from searchapp.search.suggestion import Suggestion
from searchapp.search.value_list import ListRequest, ValueList

EDITION = Edition(engine="embedded", schema=SCHEMA_VERSION)


def verify_index(index_dir: Path) -> tuple[Problem, ...]:
    """Every problem of an index folder; every byte is read. Raises IndexMissing."""
    return verify(index_dir, EDITION)


class EmbeddedEngine:
    """The `Engine` over an index folder; threads share it.

    Each request holds on to the generation it began with: files of an older one are let go of
    when its last request is done.
    """

    def __init__(self, index_dir: Path, *, thorough: bool = True, watching: bool = False) -> None:
        """`thorough` checks every file's SHA-256 before serving it.

        Newer generations are looked for at every request, or, `watching`, by a thread that opens
        them while the older one goes on answering. Raises IndexMissing, IndexDamaged or
        IndexOutdated when nothing can be served.
        """
        self._serving = Serving(index_dir, EDITION, thorough=thorough)
        if watching:
            self._serving.watch()

    @property
    def reader(self) -> IndexReader:
        """What is served now: for measuring the parts of an answer."""
        return self._serving.current().reader

    def search(self, request: SearchRequest) -> SearchResponse:
        """The answer to a request. Raises UserError for one beyond the limits."""
        return search_index(self.reader, request)

    def article(self, article_id: str) -> Article:
        """The article with that id. Raises ArticleNotFound."""
        return self.reader.article(article_id)

    def marks(self, article: Article, query: str) -> tuple[Range, ...]:
        """Where the query's words stand in the article's text, in order and apart."""
        tree: wq.Query = bind_query(parse_query(query).tree)
        return mark_article(article, Marker(tree))

    def explain(self, article_id: str, query: str) -> Explanation:
        """Why an article is among the results of a query. Raises ArticleNotFound."""
        tree: wq.Query = bind_query(parse_query(query).tree)
        reader = self.reader
        return explain(reader, reader.document(article_id), tree)

    def neighbours(self, article_id: str, request: SearchRequest) -> Neighbours | None:
        """Where an article stands in the result of a request. Raises ArticleNotFound."""
        return find_neighbours(self.reader, article_id, request)

    def more_like_this(self, article_id: str, count: int) -> tuple[SimilarArticle, ...]:
        """Other articles that speak of the same. Raises ArticleNotFound."""
        return find_similar(self.reader, article_id, count)

    def copies(self, article_id: str, limit: int) -> Copies:
        """The near-identical articles of an article. Raises ArticleNotFound."""
        return list_copies(self.reader, article_id, limit)

    def spellings(self, facet: Facet, value: str) -> tuple[tuple[str, int], ...]:
        """How the articles write a person, with the number of articles of each spelling."""
        return self.reader.spellings(facet, value)

    def suggest(self, request: SearchRequest) -> tuple[Suggestion, ...]:
        """What can follow the request's query while it is typed: values first, then words."""
        return suggest(self.reader, request)

    def examples(self) -> tuple[Example, ...]:
        """Queries that show the query language and find something; none until they are made."""
        return self._serving.examples()

    def list_values(self, request: ListRequest) -> ValueList:
        """A page of all values of a facet; not for dates."""
        return list_all_values(self.reader, request)

    def grid(self, request: SearchRequest, asked: GridRequest) -> Grid:
        """How many results have two values, for the first values of two facets."""
        return build_grid(self.reader, request, asked)

    def concordance(self, request: SearchRequest, asked: ConcordanceRequest) -> Concordance:
        """A page of the places where the results have the words of the query."""
        return build_concordance(self.reader, request, asked)

    def lines(self, request: SearchRequest) -> Iterator[Line]:
        """All lines of a concordance in the order of the results, read as they are taken."""
        return iter_lines(self.reader, request)

    def export(self, request: SearchRequest) -> Export:
        """All articles of a result in its order, read as they are taken."""
        return export(self.reader, request)

    def latest(self, request: SearchRequest) -> Latest:
        """A page of a result, what came into the index last first."""
        served = self._serving.current()
        return find_latest(served.reader, request, served.generation.manifest.created_at)

    def generation(self) -> str:
        """A name of what is being served that nothing else ever had."""
        generation = self._serving.current().generation
        return f"{generation.name} {generation.manifest.created_at.isoformat()}"

    def status(self) -> IndexStatus:
        """What is being served."""
        served = self._serving.current()
        manifest, reader = served.generation.manifest, served.reader
        dates = reader.columns.dates[reader.columns.alive & (reader.columns.dates > 0)]
        return IndexStatus(
            generation=served.generation.name,
            published_at=manifest.created_at,
            articles=reader.article_count,
            size_bytes=manifest.size_bytes,
            oldest=date.fromordinal(int(dates.min())) if len(dates) else None,
            newest=date.fromordinal(int(dates.max())) if len(dates) else None,
            values=tuple(
                (facet.value, len(reader.columns.facet(facet).values)) for facet in VALUE_FACETS
            ),
            rejected=read_rejected(served.generation.path),
            changes=read_changes(served.generation.path),
            degraded=served.degraded,
        )

    def close(self) -> None:
        """Let go of every file; the thread that watches has ended afterwards."""
        self._serving.close()
