"""Hits: snippets with their zone and where they were cut, values as links, long lists cut."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest

from searchapp.article import Zone
from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest
from searchapp.search.response import Hit, Range, Snippet, Value
from searchapp.web.presenters.hits import HitView, build_hit_view

BASE = Hit(id="a.txt", title="T", path="a.txt")


def view(hit: Hit, request: SearchRequest | None = None) -> HitView:
    return build_hit_view(request or SearchRequest(), hit)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("A whole sentence.", False, False),
        ("the middle of a sentence", True, True),
        ("“Quoted from its beginning,", False, True),
        ("ends with a quotation.”", True, False),
    ],
)
def test_a_cut_snippet_says_so(text: str, before: bool, after: bool) -> None:
    [snippet] = view(replace(BASE, snippets=(Snippet(zone=Zone.BODY, text=text),))).snippets
    assert (snippet.cut_before, snippet.cut_after) == (before, after)


@pytest.mark.parametrize(
    ("zone", "label"),
    [(Zone.BODY, None), (Zone.LEDE, None), (Zone.CAPTION, "caption"), (Zone.BYLINE, "byline")],
)
def test_only_what_is_not_running_text_is_labelled(zone: Zone, label: str | None) -> None:
    [snippet] = view(replace(BASE, snippets=(Snippet(zone=zone, text="x"),))).snippets
    assert snippet.zone == label


def test_a_value_narrows_to_itself_and_a_chosen_one_lets_go() -> None:
    request = SearchRequest(query="x").with_value(Facet.COUNTRY, "RU")
    countries = (Value(value="RU", label="Russia"), Value(value="CN", label="China"))
    russia, china = view(replace(BASE, countries=countries), request).values
    assert (russia.url, russia.on) == ("/search?q=x", True)
    assert (china.url, china.on) == ("/search?q=x&country=CN", False)


def test_long_lists_of_values_are_cut_and_counted() -> None:
    persons = tuple(Value(value=f"p{number}", label=f"p{number}") for number in range(20))
    shown = view(replace(BASE, persons=persons))
    assert len(shown.values) == 7
    assert shown.more_values == "13 more"


def test_an_article_link_remembers_the_search() -> None:
    request = SearchRequest(query="grain", page=2)
    assert view(BASE, request).url == "/article/a.txt?q=grain&page=2"
    assert view(replace(BASE, id="a//b"), request).url == "/article?id=a%2F%2Fb&q=grain&page=2"


def test_an_article_without_title_can_still_be_opened() -> None:
    assert [piece.text for piece in view(replace(BASE, title="")).title] == ["Untitled article"]


@pytest.mark.parametrize(
    ("running", "label"),
    [((), "matched in the caption"), (((0, 4),), "caption")],
    ids=["nothing in the text", "the text too"],
)
def test_words_that_only_a_caption_has_are_said_to_stand_there(
    running: tuple[Range, ...], label: str
) -> None:
    snippets = (
        Snippet(zone=Zone.LEDE, text="Rain fell.", ranges=running),
        Snippet(zone=Zone.CAPTION, text="A storm.", ranges=((2, 7),)),
    )
    assert [snippet.zone for snippet in view(replace(BASE, snippets=snippets)).snippets] == [
        None,
        label,
    ]


@pytest.mark.parametrize(
    ("query", "score", "explained"),
    [("storm", 1.5, True), ("storm", None, False), ("country:RU", 0.0, False), ("", 1.0, False)],
    ids=["ranked", "by date", "only narrowed", "no words"],
)
def test_only_what_is_ranked_can_be_explained(
    query: str, score: float | None, explained: bool
) -> None:
    hit = build_hit_view(SearchRequest(query=query), replace(BASE, score=score))
    assert (hit.why_url is not None) == explained
    if explained:
        assert hit.why_url == f"/why?{urlencode({'id': BASE.id, 'q': query})}"
