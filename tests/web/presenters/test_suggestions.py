"""Suggestions as a list for the page and as JSON for browsers."""

from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest
from searchapp.search.suggestion import Suggestion
from searchapp.web.presenters.suggestions import (
    SuggestionView,
    build_completions,
    build_suggestions,
)

TYPED = SearchRequest(query="grain sel")
PERSON = Suggestion(
    text="Volodymyr Zelensky",
    count=1234,
    request=TYPED.with_query("grain").with_only(Facet.PERSON, "Volodymyr Zelensky"),
    facet=Facet.PERSON,
    value="Volodymyr Zelensky",
    written="Selenskyj",
)
WORD = Suggestion(text="sell", count=1, request=TYPED.with_query("grain sell"))


def test_values_and_words_are_told_apart() -> None:
    view = build_suggestions((PERSON, WORD))
    assert view.entries == (
        SuggestionView(
            text="Volodymyr Zelensky",
            kind="Person",
            count="1,234",
            written="Selenskyj",
            url="/search?q=grain&person=Volodymyr+Zelensky",
            is_word=False,
        ),
        SuggestionView(
            text="sell",
            kind="Word",
            count="1",
            written=None,
            url="/search?q=grain+sell",
            is_word=True,
        ),
    )
    assert view.status == "2 suggestions; the arrow keys lead to them."


def test_no_suggestion_says_nothing() -> None:
    assert build_suggestions(()).status == ""


def test_browsers_get_queries_descriptions_and_addresses() -> None:
    assert build_completions("grain sel", (PERSON, WORD)) == [
        "grain sel",
        ["grain Volodymyr Zelensky", "grain sell"],
        ["person, 1,234 articles", "word, 1 article"],
        ["/search?q=grain&person=Volodymyr+Zelensky", "/search?q=grain+sell"],
    ]
    assert build_completions("x", ()) == ["x", [], [], []]
