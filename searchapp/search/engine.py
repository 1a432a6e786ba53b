"""What every engine promises: the embedded one, a distributed one, the tests' reference."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from searchapp.article import Article, Rejected
from searchapp.search.changes import Changes
from searchapp.search.concordance import Concordance, ConcordanceRequest, Line
from searchapp.search.copies import Copies
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


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexStatus:
    """What is being served. `degraded` says in words why the newest generation is not.

    `changes` is what the reindex that made it changed; None where that is not known.
    """

    generation: str
    published_at: datetime
    articles: int
    size_bytes: int
    oldest: date | None = None
    newest: date | None = None
    values: tuple[tuple[str, int], ...] = ()
    rejected: tuple[Rejected, ...] = ()
    changes: Changes | None = None
    degraded: str | None = None


class Engine(Protocol):
    """Answers requests over one published index; safe to call from several threads."""

    def search(self, request: SearchRequest) -> SearchResponse:
        """The answer to a request. Raises UserError for one beyond the limits."""
        ...

    def article(self, article_id: str) -> Article:
        """The article with that id. Raises ArticleNotFound."""
        ...

    def marks(self, article: Article, query: str) -> tuple[Range, ...]:
        """Where the query's words stand in the article's text, in order and apart."""
        ...

    def explain(self, article_id: str, query: str) -> Explanation:
        """Why an article is among the results of a query, part by part.

        A score of 0 and no parts when it is not. Raises ArticleNotFound, and UserError for a query
        beyond the limits.
        """
        ...

    def neighbours(self, article_id: str, request: SearchRequest) -> Neighbours | None:
        """Where an article stands in the result of a request; None when it does not.

        Raises ArticleNotFound, and UserError for a request beyond the limits.
        """
        ...

    def more_like_this(self, article_id: str, count: int) -> tuple[SimilarArticle, ...]:
        """At most `count` other articles that speak of the same, the most similar first.

        Copies of the article are left out. Raises ArticleNotFound.
        """
        ...

    def copies(self, article_id: str, limit: int) -> Copies:
        """The near-identical articles of an article, at most `limit` of them listed.

        Raises ArticleNotFound.
        """
        ...

    def spellings(self, facet: Facet, value: str) -> tuple[tuple[str, int], ...]:
        """How the articles write an author or a person, most frequent spelling first.

        Each with the number of articles that have it; nothing for other facets and values.
        """
        ...

    def suggest(self, request: SearchRequest) -> tuple[Suggestion, ...]:
        """What can follow the request's query while it is typed: values first, then words."""
        ...

    def examples(self) -> tuple[Example, ...]:
        """Queries that show the query language and find something, at most one of each kind."""
        ...

    def list_values(self, request: ListRequest) -> ValueList:
        """A page of all values of a facet; not for dates."""
        ...

    def grid(self, request: SearchRequest, asked: GridRequest) -> Grid:
        """How many results have two values, for the first values of two facets.

        Raises UserError for a request beyond the limits.
        """
        ...

    def concordance(self, request: SearchRequest, asked: ConcordanceRequest) -> Concordance:
        """A page of the places where the results have the words of the query.

        Raises UserError for a request beyond the limits.
        """
        ...

    def lines(self, request: SearchRequest) -> Iterator[Line]:
        """All lines of a concordance in the order of the results, read as they are taken.

        Raises UserError for a request beyond the limits.
        """
        ...

    def export(self, request: SearchRequest) -> Export:
        """All articles of a result in its order, read as they are taken.

        Raises UserError for a request beyond the limits.
        """
        ...

    def latest(self, request: SearchRequest) -> Latest:
        """A page of a result, what came into the index last first; the request's order is moot.

        Raises UserError for a request beyond the limits.
        """
        ...

    def generation(self) -> str:
        """A name of what is being served that nothing else ever had; quick to ask for.

        Raises OperatorError when nothing can be served.
        """
        ...

    def status(self) -> IndexStatus:
        """What is being served. Raises OperatorError when nothing can be."""
        ...

    def close(self) -> None:
        """Let go of every file; the engine answers nothing afterwards."""
        ...
