"""Stock Whoosh over its own files, as its documentation shows: one schema, `groupedby` facets."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh import fields, index, query, sorting
from whoosh.analysis import LowercaseFilter, RegexTokenizer
from whoosh.searching import Results

from tests.benchmark.engines.articles import FACETS, SourceArticle
from tests.benchmark.engines.engine import HITS, SNIPPET_LENGTH, Answer
from tests.benchmark.engines.queries import Query, Task
from tests.benchmark.engines.reading import PLAIN
from tests.benchmark.engines.truth import Counts

_MEMORY_MB = 256
_MANY = ("country", "person")
_BETWEEN = ","


class WhooshEngine:
    """Whoosh with its default codec and its default ranking."""

    name = "whoosh"
    index = "whoosh-1"
    reading = PLAIN

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def build(self, articles: Iterable[SourceArticle]) -> None:
        self._folder.mkdir(parents=True)
        writer = index.create_in(self._folder, _build_schema()).writer(limitmb=_MEMORY_MB)
        for article in articles:
            writer.add_document(**_build_fields(article))
        writer.commit()

    def open(self) -> None:
        self._index = index.open_dir(self._folder)
        self._searcher = self._index.searcher()

    def understands(self, query: Query, task: Task) -> bool:
        return True

    def top(self, query: Query) -> Answer:
        found = self._searcher.search(_build_query(query), limit=HITS, sortedby=_order(query))
        return Answer(hits=found.scored_length(), total=len(found))

    def facets(self, query: Query) -> Answer:
        found = self._grouped(query)
        return Answer(hits=len(found[:HITS]), total=len(found), facets=_first(found))

    def page(self, query: Query) -> Answer:
        found = self._grouped(query)
        found.fragmenter.maxchars = SNIPPET_LENGTH
        snippets = tuple(
            hit.highlights("text", top=1) or hit["text"][:SNIPPET_LENGTH] for hit in found[:HITS]
        )
        return Answer(hits=len(snippets), total=len(found), facets=_first(found), snippets=snippets)

    def counts(self, query: Query) -> Counts:
        found = self._grouped(query)
        return Counts(total=len(found), facets={facet: _values(found, facet) for facet in FACETS})

    def update(self, article: SourceArticle) -> int:
        writer = self._index.writer(limitmb=_MEMORY_MB)
        writer.update_document(**_build_fields(article))
        writer.commit()
        self._searcher = self._searcher.refresh()
        word = article.title.split()[0].lower()
        return len(self._searcher.search(query.Term("text", word), limit=1))

    def close(self) -> None:
        self._searcher.close()
        self._index.close()

    def _grouped(self, query: Query) -> Results:
        grouped = sorting.Facets()
        for facet in FACETS:
            many = facet in _MANY
            field = "year" if facet == "date" else facet
            grouped.add_facet(
                facet, sorting.FieldFacet(field, allow_overlap=many, maptype=sorting.Count)
            )
        return self._searcher.search(
            _build_query(query), limit=HITS, groupedby=grouped, sortedby=_order(query)
        )


def _build_schema() -> fields.Schema:
    words = RegexTokenizer(r"[A-Za-z0-9]+") | LowercaseFilter()
    return fields.Schema(
        id=fields.ID(unique=True, stored=True),
        date=fields.DATETIME(stored=True, sortable=True),
        year=fields.ID(sortable=True),
        author=fields.ID(stored=True, sortable=True),
        country=fields.KEYWORD(stored=True, commas=True),
        person=fields.KEYWORD(stored=True, commas=True),
        title=fields.STORED(),
        text=fields.TEXT(analyzer=words, stored=True),
    )


def _build_fields(article: SourceArticle) -> dict[str, Any]:
    return {
        "id": article.id,
        "date": _moment(article.date),
        "year": f"{article.date:%Y}",
        "author": article.author,
        "country": _BETWEEN.join(article.countries),
        "person": _BETWEEN.join(article.persons),
        "title": article.title,
        "text": article.text,
    }


def _build_query(asked: Query) -> query.Query:
    parts: list[query.Query] = [query.Term("text", word) for word in asked.all_of]
    if asked.any_of:
        parts.append(query.Or([query.Term("text", word) for word in asked.any_of]))
    if asked.phrase:
        parts.append(query.Phrase("text", list(asked.phrase)))
    if asked.prefix:
        parts.append(query.Prefix("text", asked.prefix))
    if asked.fuzzy:
        parts.append(query.FuzzyTerm("text", asked.fuzzy, maxdist=1, prefixlength=2))
    parts += [
        query.ConstantScoreQuery(query.Term(facet, value), 0.0) for facet, value in asked.chosen
    ]
    if asked.since and asked.until:
        days = (_moment(asked.since), _moment(asked.until))
        parts.append(query.ConstantScoreQuery(query.DateRange("date", *days), 0.0))
    parts += [query.Not(query.Term("text", word)) for word in asked.none_of]
    if not parts:
        return query.Every()
    return parts[0] if len(parts) == 1 else query.And(parts)


def _order(asked: Query) -> sorting.FieldFacet | None:
    return None if asked.text else sorting.FieldFacet("date", reverse=True)


def _values(found: Results, facet: str) -> dict[str, int]:
    return {str(value): count for value, count in found.groups(facet).items() if value}


def _first(found: Results) -> dict[str, dict[str, int]]:
    """The most frequent values of each facet."""
    firsts = {}
    for facet in FACETS:
        ordered = sorted(_values(found, facet).items(), key=lambda entry: -entry[1])
        firsts[facet] = dict(ordered[:HITS])
    return firsts


def _moment(day: datetime.date) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day)
