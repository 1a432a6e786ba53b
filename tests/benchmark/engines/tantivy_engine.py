"""tantivy through tantivy-py: one thread, fast fields for all that is counted, sorted or filtered.

Hits and counts are two passes: tantivy-py runs either collectors of hits or aggregations. Hits with
a total were measured to be no slower than hits without, so the total comes with them.
"""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy

from tests.benchmark.engines.articles import FACETS, SourceArticle
from tests.benchmark.engines.engine import HITS, SNIPPET_LENGTH, Answer
from tests.benchmark.engines.queries import Query, Task
from tests.benchmark.engines.reading import PLAIN_ANY_SLIP
from tests.benchmark.engines.truth import Counts

_HEAP_BYTES = 256_000_000
_ALL_VALUES = 65_000
_FIELDS = {"date": "year", "author": "author", "country": "country", "person": "person"}


class TantivyEngine:
    """One text field of title and paragraphs, raw facet values."""

    name = "tantivy"
    index = "tantivy-1"
    reading = PLAIN_ANY_SLIP

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def build(self, articles: Iterable[SourceArticle]) -> None:
        self._folder.mkdir(parents=True)
        index = tantivy.Index(_build_schema(), path=str(self._folder))
        writer = index.writer(heap_size=_HEAP_BYTES, num_threads=1)
        for article in articles:
            writer.add_document(_build_document(article))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        self._index = tantivy.Index.open(str(self._folder))
        self._schema = self._index.schema
        self._searcher = self._index.searcher()
        # Over several segments counts are exact only when the list of each segment is whole.
        listed = HITS if self._searcher.num_segments == 1 else _ALL_VALUES
        self._first_values = _aggregation(HITS, listed)

    def understands(self, query: Query, task: Task) -> bool:
        return True

    def top(self, query: Query) -> Answer:
        found = self._search(query, self._query(query))
        return Answer(hits=len(found.hits), total=found.count)

    def facets(self, query: Query) -> Answer:
        built = self._query(query)
        found = self._search(query, built)
        counts = self._aggregate(built, self._first_values)
        return Answer(hits=len(found.hits), total=found.count, facets=counts)

    def page(self, query: Query) -> Answer:
        built = self._query(query)
        found = self._search(query, built)
        counts = self._aggregate(built, self._first_values)
        generator = tantivy.SnippetGenerator.create(self._searcher, built, self._schema, "text")
        generator.set_max_num_chars(SNIPPET_LENGTH)
        documents = [self._searcher.doc(address) for _, address in found.hits]
        snippets = tuple(
            generator.snippet_from_doc(document).to_html()
            or document.get_first("text")[:SNIPPET_LENGTH]
            for document in documents
        )
        return Answer(hits=len(documents), total=found.count, facets=counts, snippets=snippets)

    def counts(self, query: Query) -> Counts:
        built = self._query(query)
        found = self._search(query, built)
        counts = self._aggregate(built, _aggregation(_ALL_VALUES, _ALL_VALUES))
        return Counts(total=found.count, facets=counts)

    def update(self, article: SourceArticle) -> int:
        writer = self._index.writer(heap_size=_HEAP_BYTES // 8, num_threads=1)
        writer.delete_documents_by_term("id", article.id)
        writer.add_document(_build_document(article))
        writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()
        word = article.title.split()[0].lower()
        query = tantivy.Query.term_query(self._schema, "text", word)
        return int(self._searcher.search(query, limit=1).count)

    def close(self) -> None:
        del self._searcher, self._index

    def _search(self, query: Query, built: tantivy.Query) -> tantivy.SearchResult:
        order = None if query.text else "date"
        return self._searcher.search(built, limit=HITS, count=True, order_by_field=order)

    def _aggregate(self, built: tantivy.Query, wanted: dict[str, Any]) -> dict[str, dict[str, int]]:
        found = self._searcher.aggregate(built, wanted)
        return {
            facet: {bucket["key"]: int(bucket["doc_count"]) for bucket in found[facet]["buckets"]}
            for facet in FACETS
        }

    def _query(self, query: Query) -> tantivy.Query:
        build, schema, must = tantivy.Query, self._schema, tantivy.Occur.Must
        parts = [(must, self._term(word)) for word in query.all_of]
        if query.any_of:
            words = [(tantivy.Occur.Should, self._term(word)) for word in query.any_of]
            parts.append((must, build.boolean_query(words)))
        if query.phrase:
            parts.append((must, build.phrase_query(schema, "text", list(query.phrase))))
        if query.prefix:
            parts.append((must, build.regex_query(schema, "text", f"{query.prefix}.*")))
        if query.fuzzy:
            fuzzy = build.fuzzy_term_query(
                schema, "text", query.fuzzy, distance=1, transposition_cost_one=False
            )
            parts.append((must, fuzzy))
        for facet, value in query.chosen:
            term = build.term_query(schema, facet, value, "basic")
            parts.append((must, build.const_score_query(term, 0.0)))
        if query.since and query.until:
            days = (_moment(query.since), _moment(query.until))
            period = build.range_query(schema, "date", tantivy.FieldType.Date, *days)
            parts.append((must, build.const_score_query(period, 0.0)))
        parts += [(tantivy.Occur.MustNot, self._term(word)) for word in query.none_of]
        if not parts:
            return build.all_query()
        return parts[0][1] if len(parts) == 1 else build.boolean_query(parts)

    def _term(self, word: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, "text", word)


def _aggregation(size: int, segment_size: int) -> dict[str, Any]:
    """The most frequent values of each facet, and how many of them each segment tells."""
    return {
        facet: {"terms": {"field": field, "size": size, "segment_size": segment_size}}
        for facet, field in _FIELDS.items()
    }


def _build_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_date_field("date", stored=True, indexed=True, fast=True)
    builder.add_text_field("title", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("text", stored=True, tokenizer_name="default")
    builder.add_text_field("year", fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("author", "country", "person"):
        builder.add_text_field(
            name, stored=True, fast=True, tokenizer_name="raw", index_option="basic"
        )
    return builder.build()


def _build_document(article: SourceArticle) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("id", article.id)
    document.add_date("date", _moment(article.date))
    document.add_text("title", article.title)
    document.add_text("text", article.text)
    for facet, field in _FIELDS.items():
        for value in article.values(facet):
            document.add_text(field, value)
    return document


def _moment(day: datetime.date) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day)
