"""What every engine promises: the embedded one, a distributed one, the tests' reference."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from searchapp.article import Article, Rejected
from searchapp.search.changes import Changes
from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest
from searchapp.search.response import Range, SearchResponse


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

    def spellings(self, facet: Facet, value: str) -> tuple[tuple[str, int], ...]:
        """How the articles write an author or a person, most frequent spelling first.

        Each with the number of articles that have it; nothing for other facets and values.
        """
        ...

    def status(self) -> IndexStatus:
        """What is being served. Raises OperatorError when nothing can be."""
        ...

    def close(self) -> None:
        """Let go of every file; the engine answers nothing afterwards."""
        ...
