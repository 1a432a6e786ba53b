"""A folder of articles to work on, and all that can be asked of an index of it."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from searchapp.article import Article
from searchapp.console import NoProgress
from searchapp.engine import EmbeddedEngine
from searchapp.reindex import Progress, ReindexOptions, ReindexSummary, reindex
from searchapp.search.facets import FACET_FIELDS
from searchapp.search.request import SearchRequest
from searchapp.search.response import SearchResponse

TODAY = date(2026, 1, 1)
QUERIES = ("", "grain", "harbour OR port", '"grain ship"', "date:2022", "country:FR", "strike*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A folder of articles with its index beside it."""

    folder: Path
    index: Path

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def remove(self, name: str) -> None:
        (self.folder / name).unlink()

    def reindex(
        self,
        *roots: Path,
        index: Path | None = None,
        progress: Progress | None = None,
        full: bool = False,
        force: bool = False,
        allow_empty: bool = False,
        jobs: int = 1,
        dayfirst: bool = True,
        countries: str = "about",
    ) -> ReindexSummary:
        options = ReindexOptions(
            index=index or self.index,
            roots=roots or (self.folder,),
            full=full,
            force=force,
            allow_empty=allow_empty,
            jobs=jobs,
            dayfirst=dayfirst,
            countries=countries,
            today=TODAY,
        )
        return reindex(options, progress or NoProgress())

    def ids(self) -> list[str]:
        return sorted(found_ids(self.index))

    def article(self, article_id: str) -> Article:
        return EmbeddedEngine(self.index).article(article_id)


def report(title: str, *paragraphs: str, day: str = "2022-03-04") -> str:
    """An article as its file."""
    return "\n\n".join([title, f"date {day}", *paragraphs]) + "\n"


def found_ids(index: Path) -> list[str]:
    found = EmbeddedEngine(index).search(SearchRequest(size=100, copies_shown=True))
    assert found.total == len(found.hits)
    return [hit.id for hit in found.hits]


def answers(index: Path) -> list[object]:
    """What an index says: totals, hits with all they show, facets, and whole articles.

    Scores are left out: an article that is crossed out still has a share in how rare its words are,
    until its segment is written anew.
    """
    engine = EmbeddedEngine(index)
    responses = [engine.search(SearchRequest(query=query, size=100)) for query in QUERIES]
    ids = [hit.id for hit in responses[0].hits]
    return [*map(_answer, responses), *map(engine.article, ids)]


def _answer(response: SearchResponse) -> object:
    hits = sorted(
        (hit.id, hit.path, hit.title, str([hit.persons, hit.countries, hit.snippets]))
        for hit in response.hits
    )
    return response.total, hits, [response.facet(facet) for facet in FACET_FIELDS]


def set_time(path: Path, seconds: int) -> None:
    """Give a file a time of change."""
    os.utime(path, (seconds, seconds))
