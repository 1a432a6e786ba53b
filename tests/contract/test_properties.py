"""What must hold for every archive and every request: the engine answers as the reference does."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from searchapp.article import Article, Zone
from searchapp.search.engine import Engine
from searchapp.search.request import SearchRequest, SortOrder
from searchapp.search.response import Hit, SearchResponse, Snippet
from searchapp.search.url import build_args, parse_args
from tests.contract.engines import build_embedded, publish_changes
from tests.contract.expected_marks import marked_in_article, marked_words, words_in
from tests.contract.reference import ReferenceEngine
from tests.contract.strategies import IDS, QUERIES, archives, articles, requests

SEVERAL_REQUESTS = st.lists(requests(), min_size=1, max_size=4)


@contextmanager
def embedded(articles: list[Article]) -> Iterator[Engine]:
    with TemporaryDirectory() as folder:
        engine = build_embedded(articles, Path(folder) / "index")
        yield engine
        engine.close()


def essence(response: SearchResponse) -> SearchResponse:
    """An answer without its time, its scores, its snippets and its advice."""
    hits = tuple(replace(hit, score=None, snippets=(), title_ranges=()) for hit in response.hits)
    return replace(response, hits=hits, took_ms=0.0, did_you_mean=None)


def in_any_order(response: SearchResponse) -> SearchResponse:
    return replace(response, hits=tuple(sorted(response.hits, key=lambda hit: hit.id)))


def is_ranked(request: SearchRequest) -> bool:
    return request.order is SortOrder.RELEVANCE


@given(archives(), SEVERAL_REQUESTS)
def test_the_embedded_engine_answers_as_the_reference_does(
    articles: list[Article], several: list[SearchRequest]
) -> None:
    reference = ReferenceEngine(articles)
    with embedded(articles) as engine:
        for request in several:
            if is_ranked(request):
                # Which copy is the best is known by its score, which the reference has not.
                request = request.with_size(100).with_copies_shown(True)
            answer, expected = essence(engine.search(request)), essence(reference.search(request))
            if is_ranked(request):
                answer, expected = in_any_order(answer), in_any_order(expected)
            assert answer == expected


@given(archives(), SEVERAL_REQUESTS)
def test_every_count_is_the_number_of_results_after_the_click(
    articles: list[Article], several: list[SearchRequest]
) -> None:
    with embedded(articles) as engine:
        for request in several:
            answer = engine.search(request)
            for result in answer.facets:
                for bucket in result.buckets:
                    clicked = answer.request.with_only(result.facet, bucket.value)
                    assert engine.search(clicked).total == bucket.count
                    assert parse_args(build_args(clicked)) == clicked


@given(archives(), SEVERAL_REQUESTS)
def test_ranked_hits_stand_by_score_then_by_date_then_by_id(
    articles: list[Article], several: list[SearchRequest]
) -> None:
    with embedded(articles) as engine:
        for request in several:
            ranked = request.with_sort(SortOrder.RELEVANCE).with_size(100)
            hits = engine.search(ranked).hits
            assert all(rank(one) < rank(other) for one, other in pairwise(hits))


def rank(hit: Hit) -> tuple[float, bool, int, str]:
    assert hit.score is not None
    return -hit.score, hit.date is None, -hit.date.toordinal() if hit.date else 0, hit.id


@given(archives(), QUERIES)
def test_snippets_are_stretches_of_the_article_with_the_words_that_matched(
    articles: list[Article], query: str
) -> None:
    by_id = {article.id: article for article in articles}
    with embedded(articles) as engine:
        for hit in engine.search(SearchRequest(query=query, size=100)).hits:
            check_title(hit, query)
            for snippet in hit.snippets:
                check_ranges(snippet.text, snippet.ranges)
                assert shows_what_matched(snippet, by_id[hit.id], query)
            if marked_in_article(by_id[hit.id], query):
                assert hit.title_ranges or any(snippet.ranges for snippet in hit.snippets)


def shows_what_matched(snippet: Snippet, article: Article, query: str) -> bool:
    """Whether a snippet stands in the article, with exactly the words marked that match there."""
    text = re.sub(r"\s", " ", article.text)
    matched = marked_in_article(article, query)
    covered = words_in(snippet.text, snippet.ranges)
    for found in re.finditer(f"(?={re.escape(snippet.text)})", text):
        start, end = found.start(), found.start() + len(snippet.text)
        inside = {(a - start, b - start) for a, b in matched if start <= a and b <= end}
        if covered == inside:
            return True
    return False


def check_title(hit: Hit, query: str) -> None:
    check_ranges(hit.title, hit.title_ranges)
    assert words_in(hit.title, hit.title_ranges) == marked_words(hit.title, Zone.HEADLINE, query)


def check_ranges(text: str, ranges: tuple[tuple[int, int], ...]) -> None:
    """In order, apart, inside the text, and each from the start of a word to the end of one."""
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert all(end <= start for (_, end), (start, _) in pairwise(ranges))
    covered = words_in(text, ranges)
    assert {start for start, _ in ranges} <= {start for start, _ in covered}
    assert {end for _, end in ranges} <= {end for _, end in covered}


@given(archives(), QUERIES)
def test_every_word_that_a_query_finds_is_marked_in_the_article_and_no_other(
    articles: list[Article], query: str
) -> None:
    with embedded(articles) as engine:
        for article in articles:
            ranges = engine.marks(article, query)
            check_ranges(article.text, ranges)
            assert words_in(article.text, ranges) == marked_in_article(article, query)


# Most of the archive stays as it is, so that its segments are shared and not written anew.
CHANGES = st.lists(
    st.tuples(st.lists(IDS, max_size=1), st.lists(articles(), max_size=1)), max_size=3
)


# Each example publishes several generations, and each of them is flushed to the disk.
@settings(max_examples=settings().max_examples // 2)
@given(archives(8, smallest=5), CHANGES, SEVERAL_REQUESTS)
def test_publishing_changes_step_by_step_equals_publishing_at_once(
    begun: list[Article],
    changes: list[tuple[list[str], list[Article]]],
    several: list[SearchRequest],
) -> None:
    with TemporaryDirectory() as folder:
        held = {article.id: article for article in begun}
        engine = build_embedded(begun, Path(folder) / "grown")
        for removed, added in changes:
            publish_changes(Path(folder) / "grown", added=added, removed=removed)
            held = {name: article for name, article in held.items() if name not in removed}
            held |= {article.id: article for article in added}
        with embedded(list(held.values())) as fresh:
            assert engine.status().articles == fresh.status().articles == len(held)
            for request in several:
                request = request.with_size(100)
                answer, expected = essence(engine.search(request)), essence(fresh.search(request))
                if is_ranked(request):
                    # Statistics count removed articles until their segment is written anew.
                    answer, expected = in_any_order(answer), in_any_order(expected)
                assert answer == expected
        engine.close()
