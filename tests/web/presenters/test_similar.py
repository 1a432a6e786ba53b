"""Similar articles as the article page lists them."""

from datetime import date

from searchapp.search.likeness import SimilarArticle
from searchapp.search.request import SearchRequest
from searchapp.web.presenters.similar import build_similar


def test_a_similar_article_says_what_ties_it_and_remembers_the_search() -> None:
    similar = SimilarArticle(
        id="a b.txt",
        title="Barges wait",
        date=date(2022, 12, 30),
        source="Herald",
        words=("grain", "Danube"),
    )
    [view] = build_similar(SearchRequest(query="corn"), (similar,))
    assert view.url == "/article/a%20b.txt?q=corn"
    assert (view.title, view.day, view.day_label) == (
        "Barges wait",
        "2022-12-30",
        "30 December 2022",
    )
    assert (view.facts, view.words) == (("Herald",), "grain, Danube")


def test_what_a_similar_article_lacks_is_left_out() -> None:
    [view] = build_similar(SearchRequest(), (SimilarArticle(id="a", title=""),))
    assert (view.title, view.day, view.facts) == ("Untitled article", None, ())
