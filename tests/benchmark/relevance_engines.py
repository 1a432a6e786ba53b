"""This engine and its peers over a test collection, each set up as its users would: words stemmed
as in English, and a question asked as any of its words.

An engine is a function from documents to a function from words to the ids of the best documents.
"""

import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from functools import partial
from pathlib import Path

from whoosh import query as wq

from searchapp.article import Given, RawArticle
from searchapp.engine.answering import answer
from searchapp.engine.index_writer import Publication, open_writer
from searchapp.engine.storage.reader import IndexReader
from searchapp.extract import ExtractOptions, build_extractor
from searchapp.search.language import ParsedQuery, parse_query
from searchapp.search.request import SearchRequest, SortOrder
from tests.benchmark.relevance_collections import Document

BEST = 100
"""How many documents a question is answered with."""

Words = Sequence[str]
Ask = Callable[[Words], list[str]]
Open = Callable[[Sequence[Document]], AbstractContextManager[Ask]]


def split_question(text: str) -> list[str]:
    """The words of a question, as every engine gets them; marks are no part of any query language.

    In small letters, so that no “OR” or “NOT” in a sentence becomes an operator.
    """
    return re.findall(r"[^\W_]+", text.lower())


@contextmanager
def open_searchapp(documents: Sequence[Document]) -> Iterator[Ask]:
    """This product: extraction, its writer, its reader; each word through its own parser.

    The words are joined after parsing, for a question may be longer than what can be typed.
    """
    extractor = build_extractor(ExtractOptions())
    with tempfile.TemporaryDirectory() as folder:
        with open_writer(Path(folder)) as writer:
            for document in documents:
                writer.add(extractor.extract(_raw_article(document)))
            generation = writer.publish(Publication())
        yield partial(_ask_searchapp, IndexReader(generation.path))


def _ask_searchapp(reader: IndexReader, words: Words) -> list[str]:
    tree = wq.Or([parse_query(word).tree for word in words])
    request = SearchRequest(sort=SortOrder.RELEVANCE, size=BEST)
    return [hit.id for hit in answer(reader, request, ParsedQuery(tree=tree)).hits]


def _raw_article(document: Document) -> RawArticle:
    parts = filter(None, (document.title, document.text))
    return RawArticle(
        id=document.id,
        path=f"{document.id}.txt",
        text="\n\n".join(parts),
        sha256="",
        given=Given(title=document.title or None),
    )


@contextmanager
def open_whoosh(documents: Sequence[Document]) -> Iterator[Ask]:
    """Whoosh as it comes: its stemming analyzer, its parser over both fields, its BM25F."""
    from whoosh.analysis import StemmingAnalyzer
    from whoosh.fields import ID, TEXT, Schema
    from whoosh.filedb.filestore import RamStorage
    from whoosh.qparser import MultifieldParser, OrGroup

    text = TEXT(analyzer=StemmingAnalyzer())
    index = RamStorage().create_index(Schema(id=ID(stored=True), title=text, text=text))
    writer = index.writer()
    for document in documents:
        writer.add_document(id=document.id, title=document.title, text=document.text)
    writer.commit()
    parser = MultifieldParser(["title", "text"], index.schema, group=OrGroup)
    with index.searcher() as searcher:
        yield lambda words: [
            hit["id"] for hit in searcher.search(parser.parse(" ".join(words)), limit=BEST)
        ]


@contextmanager
def open_fts5(documents: Sequence[Document]) -> Iterator[Ask]:
    """SQLite FTS5 with its Porter tokenizer and its BM25 over both columns."""
    rows = [(document.id, document.title, document.text) for document in documents]
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(
            "CREATE VIRTUAL TABLE found USING fts5"
            "(id UNINDEXED, title, text, tokenize = 'porter unicode61')"
        )
        database.executemany("INSERT INTO found VALUES (?, ?, ?)", rows)
        ask = "SELECT id FROM found WHERE found MATCH ? ORDER BY rank LIMIT ?"
        yield lambda words: [
            row[0]
            for row in database.execute(ask, (" OR ".join(f'"{word}"' for word in words), BEST))
        ]


@contextmanager
def open_tantivy(documents: Sequence[Document]) -> Iterator[Ask]:
    """tantivy with its English stemmer and its parser over both fields."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("title", tokenizer_name="en_stem")
    builder.add_text_field("text", tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer(num_threads=1)
    for document in documents:
        fields = {"id": [document.id], "title": [document.title], "text": [document.text]}
        writer.add_document(tantivy.Document(**fields))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(words: Words) -> list[str]:
        query = index.parse_query(" ".join(words), ["title", "text"])
        found = searcher.search(query, BEST).hits
        return [searcher.doc(address)["id"][0] for _, address in found]

    yield ask


@contextmanager
def open_bm25s(documents: Sequence[Document]) -> Iterator[Ask]:
    """bm25s with its stop words and Snowball's stemmer, title and text as one."""
    import bm25s
    from Stemmer import Stemmer

    analyse = partial(
        bm25s.tokenize, stopwords="en", stemmer=Stemmer("english"), show_progress=False
    )
    ids = [document.id for document in documents]
    ranking = bm25s.BM25()
    ranking.index(analyse([f"{d.title} {d.text}" for d in documents]), show_progress=False)

    def ask(words: Words) -> list[str]:
        asked = analyse([" ".join(words)])
        found, _ = ranking.retrieve(asked, k=min(BEST, len(ids)), show_progress=False)
        return [ids[place] for place in found[0].tolist()]

    yield ask


ENGINES: Mapping[str, Open] = {
    "searchapp": open_searchapp,
    "stock Whoosh": open_whoosh,
    "SQLite FTS5": open_fts5,
    "tantivy": open_tantivy,
    "bm25s": open_bm25s,
}
