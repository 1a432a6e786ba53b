"""The query mix: as many of each class as promised, drawn from the archive's own words."""

from collections import Counter

import pytest

from tests.benchmark.engines.articles import read_reuters
from tests.benchmark.engines.corpus import iter_corpus
from tests.benchmark.engines.mix import COUNTS, choose_queries, count_frequencies
from tests.benchmark.engines.queries import Kind, Query, read_queries, write_queries
from tests.benchmark.engines.reading import PLAIN
from tests.benchmark.engines.truth import count_all
from tests.unit.benchmark.archive import write_reuters

SIZE = 300


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    path = tmp_path_factory.mktemp("reuters") / "reuters.jsonl.gz"
    write_reuters(path, 200)
    return list(iter_corpus(read_reuters(path), SIZE))


@pytest.fixture(scope="module")
def queries(articles):
    return choose_queries(count_frequencies(articles, SIZE))


def test_there_are_sixty_six_queries_with_the_promised_number_of_each_class(queries):
    assert len(queries) == 66
    assert Counter(query.kind for query in queries) == COUNTS


def test_no_two_queries_are_the_same(queries):
    assert len({str(query) for query in queries}) == 66


def test_the_same_archive_gives_the_same_queries(articles, queries):
    assert choose_queries(count_frequencies(articles, SIZE)) == queries


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.FILTERED])
def test_every_unfiltered_query_finds_something(articles, queries, kind):
    asked = [query for query in queries if query.kind is kind]
    (counts,) = count_all(articles, asked, [PLAIN])
    assert all(found.total for found in counts)


def test_rare_words_are_in_few_articles_and_common_ones_in_many(articles, queries):
    (counts,) = count_all(articles, queries, [PLAIN])
    totals = {
        kind: [c.total for q, c in zip(queries, counts, strict=True) if q.kind is kind]
        for kind in (Kind.RARE, Kind.COMMON)
    }
    assert max(totals[Kind.RARE]) <= 20 < min(totals[Kind.COMMON])


def test_fuzzy_words_stand_in_no_article(articles, queries):
    words = {word for article in articles for word in article.text.lower().split()}
    fuzzy = {query.fuzzy for query in queries if query.fuzzy}
    assert len(fuzzy) == COUNTS[Kind.FUZZY]
    assert not fuzzy & words


def test_queries_come_back_from_their_file_as_they_were(queries, tmp_path):
    write_queries(tmp_path / "queries.json", queries)
    assert read_queries(tmp_path / "queries.json") == queries


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (Query(kind=Kind.AND, all_of=("oil", "gold")), "oil gold"),
        (Query(kind=Kind.OR, any_of=("oil", "gold")), "(oil OR gold)"),
        (Query(kind=Kind.PHRASE, phrase=("crude", "oil")), '"crude oil"'),
        (Query(kind=Kind.PREFIX, prefix="econ"), "econ*"),
        (Query(kind=Kind.FUZZY, fuzzy="goverment"), "goverment~"),
        (Query(kind=Kind.FILTERED, all_of=("a",), none_of=("b",), country="Uk"), "a -b"),
        (Query(kind=Kind.ALL, country="Uk"), ""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_query_is_typed_in_the_query_language(query, text):
    assert query.text == text
