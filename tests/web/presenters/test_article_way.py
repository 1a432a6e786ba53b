"""The way on from an article: back to the page it is on, the articles before and after."""

from searchapp.search.facets import Facet
from searchapp.search.neighbours import Neighbour, Neighbours
from searchapp.search.request import SearchRequest
from searchapp.web.presenters.article_way import Step, build_way
from searchapp.web.presenters.ids import stable_id

REQUEST = SearchRequest(query="grain", size=10).with_page(3)
AT_21 = Neighbours(
    position=21,
    total=1234,
    previous=Neighbour(id="a/20.txt", title="The twentieth"),
    next=Neighbour(id="22", title=""),
)


def test_the_place_in_the_result_is_told() -> None:
    assert build_way("21", REQUEST, AT_21).place == "21 of 1,234 results"


def test_one_result_is_one() -> None:
    assert build_way("1", REQUEST, Neighbours(position=1, total=1)).place == "1 of 1 result"


def test_without_a_search_the_list_is_that_of_all_articles() -> None:
    way = build_way("21", SearchRequest(), AT_21)
    assert (way.place, way.back_label) == ("21 of 1,234 articles", "All articles")


def test_the_neighbours_know_the_page_on_which_they_are() -> None:
    way = build_way("21", REQUEST, AT_21)
    assert way.previous == Step(title="The twentieth", url="/article/a/20.txt?q=grain&page=2")
    assert way.next == Step(title="Untitled article", url="/article/22?q=grain&page=3")


def test_at_the_ends_there_is_no_further_step() -> None:
    way = build_way("1", REQUEST, Neighbours(position=1, total=1))
    assert (way.previous, way.next) == (None, None)


def test_the_way_back_leads_to_the_hit_on_the_page_where_it_stands() -> None:
    way = build_way("x", REQUEST.with_page(1), AT_21)
    assert way.back_url == f"/search?q=grain&page=3#{stable_id('hit', 'x')}"
    assert way.back_label == "Back to results"


def test_an_article_outside_the_result_leads_back_all_the_same() -> None:
    way = build_way("x", SearchRequest().with_value(Facet.COUNTRY, "UA"), None)
    assert way.back_url == "/search?country=UA"
    assert (way.place, way.previous, way.next) == ("", None, None)
