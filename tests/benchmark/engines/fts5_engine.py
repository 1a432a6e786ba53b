"""SQLite FTS5: an external-content table, facet values as numbers in a table of their own.

As its documentation advises, hits are ordered by `rank`, the index is optimised after loading, and
snippets come from `snippet()`. Fuzzy words, which FTS5 does not know, are spelt out by the caller
from the index's vocabulary. All hits of a query go into a temporary table once, over which
totals and facet values are counted.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from tests.benchmark.engines.articles import FACETS, SourceArticle
from tests.benchmark.engines.engine import HITS, SNIPPET_LENGTH, Answer
from tests.benchmark.engines.queries import Query, Task
from tests.benchmark.engines.reading import PLAIN
from tests.benchmark.engines.truth import Counts, one_slip_apart

_TABLES = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE article (id INTEGER PRIMARY KEY, day TEXT, title TEXT, text TEXT);
CREATE VIRTUAL TABLE words USING fts5 (
  text, content = 'article', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 0"
);
CREATE TABLE value (number INTEGER PRIMARY KEY, facet TEXT, name TEXT, UNIQUE (facet, name));
CREATE TABLE has (article INT, value INT, PRIMARY KEY (article, value)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX has_value ON has (value, article);
CREATE INDEX article_day ON article (day);
INSERT INTO words (words) VALUES ('optimize');
"""
_SNIPPET_WORDS = SNIPPET_LENGTH // 6
_CACHE_KIB = 200_000
_MAPPED_BYTES = 8 * 1024**3

Condition = tuple[str, list[str | int]]
"""SQL behind WHERE, and its parameters."""


class Fts5Engine:
    """FTS5 in one database file."""

    name = "fts5"
    index = "fts5-1"
    reading = PLAIN

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._values: dict[tuple[str, str], int] = {}

    def build(self, articles: Iterable[SourceArticle]) -> None:
        self._folder.mkdir(parents=True)
        database = self._connect()
        database.executescript(_TABLES)
        database.execute("BEGIN")
        for article in articles:
            self._insert(article)
        database.commit()
        database.executescript(_INDEXES)
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.execute("ANALYZE")
        database.commit()
        database.close()

    def open(self) -> None:
        database = self._connect()
        self._values = {
            (facet, name): number
            for number, facet, name in database.execute("SELECT number, facet, name FROM value")
        }
        self._names = {number: key for key, number in self._values.items()}
        database.execute("CREATE TEMP TABLE hit (article INTEGER PRIMARY KEY)")
        database.execute("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, words, 'row')")

    def understands(self, query: Query, task: Task) -> bool:
        return True

    def top(self, query: Query) -> Answer:
        table, condition = self._condition(query)
        (total,) = self._database.execute(
            f"SELECT count(*) FROM {table} WHERE {condition[0]}", condition[1]
        ).fetchone()
        return Answer(hits=len(self._best(table, condition, "rowid")), total=total)

    def facets(self, query: Query) -> Answer:
        table, condition = self._condition(query)
        best = self._best(table, condition, "rowid")
        counts = self._count(table, condition)
        return Answer(hits=len(best), total=counts.total, facets=_first(counts))

    def page(self, query: Query) -> Answer:
        table, condition = self._condition(query)
        shown = f"snippet(words, 0, '<b>', '</b>', '…', {_SNIPPET_WORDS})"
        if table != "words":
            shown = f"substr(text, 1, {SNIPPET_LENGTH})"
        snippets = tuple(str(row[0]) for row in self._best(table, condition, shown))
        counts = self._count(table, condition)
        return Answer(
            hits=len(snippets), total=counts.total, facets=_first(counts), snippets=snippets
        )

    def counts(self, query: Query) -> Counts:
        return self._count(*self._condition(query))

    def update(self, article: SourceArticle) -> int:
        database, number = self._database, int(article.id)
        found = database.execute("SELECT text FROM article WHERE id = ?", [number]).fetchone()
        if found:
            database.execute(
                "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", [number, *found]
            )
            database.execute("DELETE FROM article WHERE id = ?", [number])
            database.execute("DELETE FROM has WHERE article = ?", [number])
        self._insert(article)
        database.commit()
        word = article.title.split()[0].lower()
        matching = "SELECT count(*) FROM words WHERE words MATCH ?"
        return int(database.execute(matching, [_quoted(word)]).fetchone()[0])

    def close(self) -> None:
        self._database.close()

    def _connect(self) -> sqlite3.Connection:
        self._database = sqlite3.connect(self._folder / "articles.db")
        self._database.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._database.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
        self._database.execute("PRAGMA temp_store = MEMORY")
        return self._database

    def _insert(self, article: SourceArticle) -> None:
        database, number = self._database, int(article.id)
        database.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?)",
            [number, article.date.isoformat(), article.title, article.text],
        )
        database.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", [number, article.text])
        for facet in FACETS:
            for name in article.values(facet):
                value = self._value(facet, name)
                database.execute("INSERT INTO has VALUES (?, ?)", [number, value])

    def _value(self, facet: str, name: str) -> int:
        number = self._values.get((facet, name))
        if number is None:
            number = self._values[facet, name] = len(self._values) + 1
            self._database.execute("INSERT INTO value VALUES (?, ?, ?)", [number, facet, name])
        return number

    def _best(self, table: str, condition: Condition, shown: str) -> list[tuple[str | int, ...]]:
        order = "rank" if table == "words" else "day DESC"
        sql = f"SELECT {shown} FROM {table} WHERE {condition[0]} ORDER BY {order} LIMIT {HITS}"
        return self._database.execute(sql, condition[1]).fetchall()

    def _count(self, table: str, condition: Condition) -> Counts:
        database = self._database
        database.execute("DELETE FROM hit")
        database.execute(
            f"INSERT INTO hit SELECT rowid FROM {table} WHERE {condition[0]}", condition[1]
        )
        (total,) = database.execute("SELECT count(*) FROM hit").fetchone()
        counts: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
        rows = database.execute(
            "SELECT value, count(*) FROM hit CROSS JOIN has USING (article) GROUP BY value"
        )
        for number, count in rows:
            facet, name = self._names[number]
            counts[facet][name] = count
        return Counts(total=total, facets=counts)

    def _condition(self, query: Query) -> tuple[str, Condition]:
        """The table to ask, and the condition on it."""
        matching = self._matching(query)
        table = "words" if matching else "article"
        parts = ["words MATCH ?"] if matching else []
        parameters: list[str | int] = [matching] if matching else []
        # The plus keeps SQLite from asking the full-text index once for each row of a filter.
        row = "+words.rowid" if matching else "id"
        for chosen in query.chosen:
            parts.append(f"{row} IN (SELECT article FROM has WHERE value = ?)")
            parameters.append(self._values.get(chosen, 0))
        if query.since and query.until:
            days = "day BETWEEN ? AND ?"
            parts.append(f"{row} IN (SELECT id FROM article WHERE {days})" if matching else days)
            parameters += [query.since.isoformat(), query.until.isoformat()]
        return table, (" AND ".join(parts) or "1", parameters)

    def _matching(self, query: Query) -> str:
        parts = [_quoted(word) for word in query.all_of]
        if query.any_of:
            parts.append(f"({' OR '.join(map(_quoted, query.any_of))})")
        parts += [_quoted(" ".join(query.phrase))] if query.phrase else []
        parts += [f"{_quoted(query.prefix)} *"] if query.prefix else []
        if query.fuzzy:
            parts.append(f"({' OR '.join(map(_quoted, self._near(query.fuzzy)))})")
        matching = " AND ".join(parts)
        for word in query.none_of:
            matching = f"({matching}) NOT {_quoted(word)}"
        return matching

    def _near(self, word: str) -> list[str]:
        start = word[: self.reading.fuzzy_prefix]
        sql = "SELECT term FROM temp.word WHERE term >= ? AND term < ?"
        rows = self._database.execute(sql, [start, f"{start}\uffff"])
        return [term for (term,) in rows if one_slip_apart(word, term)] or [word]


def _quoted(words: str) -> str:
    return f'"{words}"'


def _first(counts: Counts) -> dict[str, dict[str, int]]:
    """The most frequent values of each facet."""
    return {
        facet: dict(sorted(found.items(), key=lambda entry: -entry[1])[:HITS])
        for facet, found in counts.facets.items()
    }
