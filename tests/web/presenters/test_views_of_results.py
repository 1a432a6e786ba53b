"""The grid and the words in context as presenters decide them."""

from dataclasses import replace

import pytest

from searchapp.search.concordance import Concordance, ConcordanceRequest, LineOrder
from searchapp.search.facets import Facet
from searchapp.search.grid import Grid, GridRequest, GridValue
from searchapp.search.request import SearchRequest, SortOrder
from searchapp.search.response import SearchResponse
from searchapp.web.presenters.concordance_page import (
    build_concordance_page,
    parse_concordance_request,
)
from searchapp.web.presenters.grid_page import build_grid_page, iter_grid_rows
from searchapp.web.presenters.views import view_url

REQUEST = SearchRequest(query="x").with_only(Facet.COUNTRY, "RU")
RESPONSE = SearchResponse(request=REQUEST, total=100, took_ms=1.0, pages=10)
ASKED = GridRequest()
GRID = Grid(
    request=REQUEST,
    total=100,
    rows=(
        GridValue(value="Xi", label="Xi", count=100),
        GridValue(value="Zoë", label="Zoë", count=2),
    ),
    columns=(
        GridValue(value="RU", label="Russia", count=100),
        GridValue(value="DE", label="Germany", count=25),
    ),
    cells=((100, 25), (2, 0)),
)


def test_cells_are_shaded_by_their_share_and_zero_leads_nowhere() -> None:
    page = build_grid_page(GRID, ASKED, RESPONSE)
    assert [[cell.shade for cell in row.cells] for row in page.rows] == [[6, 3], [1, 0]]
    assert page.rows[1].cells[1].url is None
    assert page.rows[0].cells[1].name == "Xi and Germany: 25 articles"


def test_links_of_a_grid_keep_what_is_chosen_and_narrow_it() -> None:
    page = build_grid_page(GRID, ASKED, RESPONSE)
    assert page.rows[0].cells[0].url == "/search?q=x&country=RU&person=Xi"
    assert page.rows[0].cells[1].url == "/search?q=x&country=RU&and-country=DE&person=Xi"
    assert page.columns[1].url == "/search?q=x&country=RU&and-country=DE"


@pytest.mark.parametrize(
    ("rows", "more_rows", "more_columns", "said"),
    [
        (Facet.PERSON, False, False, ""),
        (Facet.PERSON, True, False, "Shown are the most frequent 2 persons; "),
        (Facet.DATE, True, True, "the latest 2 dates and the most frequent 2 countries; "),
    ],
    ids=["whole", "rows", "both"],
)
def test_what_a_grid_leaves_out_is_said(
    rows: Facet, more_rows: bool, more_columns: bool, said: str
) -> None:
    grid = replace(GRID, more_rows=more_rows, more_columns=more_columns)
    more = build_grid_page(grid, GridRequest(rows=rows), RESPONSE).more
    assert (said in more) if said else not more


def test_a_grid_as_a_table_has_its_totals_on_the_edges() -> None:
    assert list(iter_grid_rows(GRID, ASKED)) == [
        ("Persons \\ Countries", "Articles", "Russia", "Germany"),
        ("Articles", "100", "100", "25"),
        ("Xi", "100", "100", "25"),
        ("Zoë", "2", "2", "0"),
    ]


def concordance(articles: int, total: int) -> Concordance:
    return Concordance(
        request=REQUEST.with_sort(SortOrder.NEWEST),
        asked=ConcordanceRequest(order=LineOrder.LEFT, page=2),
        total=total,
        articles=articles,
        line_count=120,
        pages=3,
    )


@pytest.mark.parametrize(
    ("articles", "total", "said"),
    [
        (7, 7, ""),
        (500, 9000, "newest 500 of 9,000 articles; no more are read for a page"),
        (80, 90, "newest 80 of 90 articles; reading stops after 2,000 occurrences"),
    ],
    ids=["everything", "too many articles", "too many lines"],
)
def test_a_limit_is_said_when_it_bites(articles: int, total: int, said: str) -> None:
    limits = build_concordance_page(concordance(articles, total), RESPONSE).limits
    assert (said in limits) if said else not limits


def test_pages_of_lines_keep_the_order_of_the_lines() -> None:
    page = build_concordance_page(concordance(7, 7), RESPONSE)
    assert page.pages
    base = "/concordance?q=x&country=RU&sort=newest&by=left"
    assert (page.pages.previous_url, page.pages.next_url) == (base, f"{base}&page=3")
    assert [choice.label for choice in page.orders if choice.current] == ["1st word left"]


def test_the_page_of_an_address_is_the_page_of_lines() -> None:
    request, asked = parse_concordance_request(REQUEST.with_page(4), {"by": "nonsense"})
    assert (request.page, asked.page, asked.order) == (1, 4, LineOrder.ARTICLE)


def test_views_leave_out_how_the_list_was_read() -> None:
    request = REQUEST.with_expanded(Facet.PERSON).with_size(50).with_page(7)
    assert view_url("/grid", request, (("rows", ""), ("by", "x"))) == ("/grid?q=x&country=RU&by=x")
