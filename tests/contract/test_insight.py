"""Lists of all values, grids and words in context: every number is that of a search."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchapp.article import Article
from searchapp.search.concordance import CONTEXT, MOST_LINES, ConcordanceRequest, LineOrder
from searchapp.search.engine import Engine
from searchapp.search.facets import VALUE_FACETS, Facet
from searchapp.search.grid import GridRequest
from searchapp.search.request import SearchRequest, SortOrder
from searchapp.search.value_list import ListOrder, ListRequest
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf
from tests.contract.reference import ReferenceEngine
from tests.contract.strategies import QUERIES, archives, requests
from tests.contract.test_properties import embedded

LIST_REQUESTS = st.builds(
    ListRequest,
    facet=st.sampled_from(VALUE_FACETS),
    words=st.sampled_from(["", "", "x", "müll", "Jin xi", "the", "dpa", "zzz"]),
    letter=st.sampled_from(["", "", "A", "X", "#"]),
    order=st.sampled_from(ListOrder),
    page=st.sampled_from([1, 2, 99]),
    size=st.sampled_from([1, 2, 200]),
)
GRID_REQUESTS = st.builds(
    GridRequest,
    rows=st.sampled_from(Facet),
    columns=st.sampled_from(Facet),
    most_rows=st.sampled_from([1, 2, 20]),
    most_columns=st.sampled_from([1, 2, 15]),
)


@given(archives(), LIST_REQUESTS)
def test_all_values_are_listed_with_their_articles_of_each_year(
    articles: list[Article], request: ListRequest
) -> None:
    with embedded(articles) as engine:
        assert engine.list_values(request) == ReferenceEngine(articles).list_values(request)


@given(archives(), requests(), GRID_REQUESTS)
def test_every_cell_and_edge_of_a_grid_is_a_count(
    articles: list[Article], request: SearchRequest, asked: GridRequest
) -> None:
    with embedded(articles) as engine:
        grid = engine.grid(request, asked)
        expected = ReferenceEngine(articles).grid(request, asked)
        assert (grid.rows, grid.columns, grid.cells) == (
            expected.rows,
            expected.columns,
            expected.cells,
        )
        assert (grid.more_rows, grid.more_columns) == (expected.more_rows, expected.more_columns)
        assert (grid.request, grid.total) == (expected.request, expected.total)


@given(archives(), requests(), GRID_REQUESTS)
def test_every_number_of_a_grid_is_the_total_after_the_click(
    articles: list[Article], request: SearchRequest, asked: GridRequest
) -> None:
    with embedded(articles) as engine:
        grid = engine.grid(request, asked)
        for row, cells in zip(grid.rows, grid.cells, strict=True):
            of_row = grid.request.narrowed_to(asked.rows, row.value)
            assert engine.search(of_row).total == row.count
            for column, count in zip(grid.columns, cells, strict=True):
                both = of_row.narrowed_to(asked.columns, column.value)
                assert engine.search(both).total == count


GRID_ARCHIVE = (
    build_article("a", day="2022-01-05", persons=["Xi", "Zoë"], countries=["RU", "DE"]),
    build_article("b", day="2022-03-05", persons=["Xi"], countries=["DE"]),
    build_article("c", day="2022-03-09", persons=["Anna"], countries=["RU"]),
    build_article("d", persons=["Anna"]),
)


def test_a_grid_has_the_most_frequent_values_and_leaves_articles_without_any_out(
    engine_of: EngineOf,
) -> None:
    grid = engine_of(GRID_ARCHIVE).grid(SearchRequest(), GridRequest(most_rows=2))
    assert [(row.label, row.count) for row in grid.rows] == [("Anna", 2), ("Xi", 2)]
    assert [(c.label, c.count) for c in grid.columns] == [("Germany", 2), ("Russia", 2)]
    assert grid.cells == ((0, 1), (2, 1))
    assert grid.more_rows and not grid.more_columns
    assert grid.total == 4


def test_dates_in_a_grid_are_as_fine_as_the_result_needs(engine_of: EngineOf) -> None:
    engine = engine_of(GRID_ARCHIVE)
    asked = GridRequest(columns=Facet.DATE)
    months = engine.grid(SearchRequest(), asked)
    assert [(c.value, c.count) for c in months.columns] == [("2022-01", 1), ("2022-03", 2)]
    assert months.cells == ((0, 1), (1, 1), (1, 0))
    march = SearchRequest().with_only(Facet.DATE, "2022-03")
    days = engine.grid(march, asked)
    assert [column.label for column in days.columns] == ["5 March 2022", "9 March 2022"]


def test_persons_against_persons_tell_who_appears_with_whom(engine_of: EngineOf) -> None:
    grid = engine_of(GRID_ARCHIVE).grid(SearchRequest(), GridRequest(columns=Facet.PERSON))
    assert [row.label for row in grid.rows] == ["Anna", "Xi", "Zoë"]
    assert grid.cells == ((2, 0, 0), (0, 2, 1), (0, 1, 1))


def test_an_empty_result_has_an_empty_grid(engine_of: EngineOf) -> None:
    for articles in (GRID_ARCHIVE, ()):
        nothing = SearchRequest().with_only(Facet.PERSON, "nobody")
        grid = engine_of(articles).grid(nothing, GridRequest(columns=Facet.DATE))
        assert (grid.total, grid.rows, grid.columns, grid.cells) == (0, (), (), ())


def test_required_values_are_those_an_article_must_have_all_of(engine_of: EngineOf) -> None:
    engine = engine_of(GRID_ARCHIVE)
    both = SearchRequest().with_required(Facet.PERSON, "Xi").with_required(Facet.PERSON, "Zoë")
    assert [hit.id for hit in engine.search(both).hits] == ["a"]
    either = SearchRequest().with_value(Facet.PERSON, "Xi").with_value(Facet.PERSON, "Anna")
    assert engine.search(either.with_required(Facet.PERSON, "Zoë")).total == 1
    assert engine.search(both.with_required(Facet.PERSON, "Anna")).total == 0
    counts = engine.search(SearchRequest().with_required(Facet.PERSON, "Xi")).facet(Facet.PERSON)
    assert [(b.value, b.count, b.required) for b in counts.buckets] == [
        ("Xi", 2, True),
        ("Zoë", 1, False),
    ]


CONTEXTS = (
    build_article(
        "one",
        title="Storm over the coast",
        lede="A great storm hit the coast.",
        body=("Nobody saw the storms coming, said Peskov.", "Late rain followed."),
        debris="storm",
        day="2022-12-30",
    ),
    build_article(
        "two", body="The video call was long. Another video\ncall: a storm.", day="2021-01-01"
    ),
)


def lines_of(engine: Engine, query: str, order: LineOrder = LineOrder.ARTICLE) -> list[str]:
    found = engine.concordance(
        SearchRequest(query=query, sort=SortOrder.NEWEST), ConcordanceRequest(order=order)
    )
    return [f"{line.left}[{line.word}]{line.right}" for line in found.lines]


def test_every_occurrence_stands_on_a_line_with_what_is_around_it(
    marking_engine_of: EngineOf,
) -> None:
    assert lines_of(marking_engine_of(CONTEXTS), "storm") == [
        "[Storm] over the coast",
        "A great [storm] hit the coast.",
        "Nobody saw the [storms] coming, said Peskov.",
        "The video call was long. Another video call: a [storm].",
    ]


def test_a_phrase_is_one_occurrence(marking_engine_of: EngineOf) -> None:
    assert lines_of(marking_engine_of(CONTEXTS), '"video call"') == [
        "The [video call] was long. Another video call: a storm.",
        "The video call was long. Another [video call]: a storm.",
    ]


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (LineOrder.LEFT, ["a", "great", "the", ""]),
        (LineOrder.LEFT2, ["A", "call:", "saw", ""]),
        (LineOrder.RIGHT, ["coming", "hit", "over", ""]),
        (LineOrder.RIGHT2, ["said", "the", "the", ""]),
        (LineOrder.WORD, ["storm", "Storm", "storm", "storms"]),
    ],
    ids=lambda value: value if isinstance(value, LineOrder) else None,
)
def test_lines_are_sorted_by_a_word_near_the_one_found(
    marking_engine_of: EngineOf, order: LineOrder, words: list[str]
) -> None:
    place = {"left": (-1, 0), "left2": (-2, 0), "right": (0, 1), "right2": (1, 1)}.get(order)
    found = marking_engine_of(CONTEXTS).concordance(
        SearchRequest(query="storm", sort=SortOrder.NEWEST), ConcordanceRequest(order=order)
    )
    if place is None:
        # Equal words stand by what follows: nothing, “hit”, “over”.
        assert [line.right for line in found.lines] == [
            ".",
            " hit the coast.",
            " over the coast",
            " coming, said Peskov.",
        ]
    else:
        at, side = place
        sides = [
            (line.right if side else line.left).replace(",", "").strip(" .").split()
            for line in found.lines
        ]
        shown = [part[at] if len(part) > abs(at + (at < 0)) else "" for part in sides]
        assert shown == words


def test_context_ends_with_whole_words_at_the_limit(marking_engine_of: EngineOf) -> None:
    words = [f"word{n:03}" for n in range(50)]
    article = build_article("long", body=" ".join([*words, "storm", *words]))
    [line] = (
        marking_engine_of([article])
        .concordance(SearchRequest(query="storm"), ConcordanceRequest())
        .lines
    )
    assert line.left.split() == words[-len(line.left.split()) :]
    assert line.right.split() == words[: len(line.right.split())]
    assert 45 < len(line.left) <= CONTEXT and 45 < len(line.right) <= CONTEXT


def test_without_words_nothing_is_read(marking_engine_of: EngineOf) -> None:
    found = marking_engine_of(CONTEXTS).concordance(SearchRequest(), ConcordanceRequest())
    assert (found.total, found.articles, found.line_count, found.pages) == (2, 0, 0, 0)


def test_reading_ends_after_so_many_lines_and_says_how_far_it_came(
    marking_engine_of: EngineOf,
) -> None:
    body = "storm " * (MOST_LINES // 2)
    articles = [build_article(f"{n}", body=body) for n in range(4)]
    engine = marking_engine_of(articles)
    request = SearchRequest(query="storm")
    found = engine.concordance(request, ConcordanceRequest(page=99))
    assert (found.total, found.articles, found.line_count) == (4, 2, MOST_LINES)
    assert found.asked.page == found.pages == MOST_LINES // 50
    assert sum(1 for _ in engine.lines(request)) == 2 * MOST_LINES


@settings(max_examples=settings().max_examples // 2)
@given(archives(), QUERIES)
def test_the_lines_show_every_marked_word_once_and_where_it_stands(
    articles: list[Article], query: str
) -> None:
    with embedded(articles) as engine:
        request = SearchRequest(query=query, sort=SortOrder.NEWEST)
        lines = list(engine.lines(request))
        page = engine.concordance(request, ConcordanceRequest(size=1000))
        assert list(page.lines) == lines and page.line_count == len(lines)
        found = {hit.id for hit in engine.search(request.with_size(100)).hits}
        for article in articles:
            own = [line for line in lines if line.article_id == article.id]
            assert [line.nth for line in own] == list(range(1, len(own) + 1))
            marks = engine.marks(article, query) if article.id in found else ()
            spans = [(line.start, line.end) for line in own]
            assert all(any(a <= s and e <= b for a, b in spans) for s, e in marks)
            assert {s for s, _ in marks} >= {a for a, _ in spans}
            assert all(one[1] <= other[0] for one, other in pairwise(spans))
            for line in own:
                shown = " ".join(article.text.split())
                assert line.word == " ".join(article.text[line.start : line.end].split())
                assert " ".join(f"{line.left}{line.word}{line.right}".split()) in shown
