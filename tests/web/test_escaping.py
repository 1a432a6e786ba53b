"""Hostile text stays text: in titles, values, snippets, queries, addresses and failures."""

from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from searchapp.search.response import Range
from searchapp.web.presenters.marked import split_pieces
from tests.web.canned_engine import HOSTILE
from tests.web.dom import parse_html

QUERY = quote(HOSTILE, safe="")
URLS = (
    "/",
    f"/search?q={QUERY}",
    f"/search?country={QUERY}&not-person={QUERY}&author={QUERY}",
    f"/search?all={QUERY}&sort={QUERY}&size={QUERY}&page={QUERY}&{QUERY}={QUERY}",
    f"/search?from={QUERY}",
    f"/article/hostile?q={QUERY}",
    f"/article/hostile?q=Russia&country={QUERY}",
    f"/article/{QUERY}",
    f"/article?id={QUERY}",
    f"/why?id=hostile&q={QUERY}&person={QUERY}",
    f"/why?id={QUERY}",
    f"/search?copies-of={QUERY}",
    f"/compare?a=hostile&b=hostile/{QUERY}",
    f"/compare?a={QUERY}&b={QUERY}",
    f"/{QUERY}",
    "/status",
)


@pytest.mark.parametrize("fragment", [False, True], ids=["page", "fragment"])
@pytest.mark.parametrize("url", URLS)
def test_nothing_hostile_becomes_markup(
    hostile_client: FlaskClient, url: str, fragment: bool
) -> None:
    headers = {"HX-Request": "true"} if fragment else {}
    html = hostile_client.get(url, headers=headers).text
    page = parse_html(html)
    assert not page.all("img")
    assert "49" not in page.text, "the template expression was worked out"
    for script in page.all("script"):
        assert script.attrs.get("src", "").startswith("/static/") or (
            script.attrs.get("type") == "application/ld+json"
        )
    for element in page.descendants():
        assert not [name for name in element.attrs if name.startswith(("on", "hx-on"))]
        assert "style" not in element.attrs
        for name in ("href", "src", "action", "hx-get"):
            assert element.attrs.get(name, "/").startswith(("/", "#")), element.attrs


def test_hostile_text_is_shown_as_it_is(hostile_client: FlaskClient) -> None:
    results = parse_html(hostile_client.get("/").text).one(id="results")
    assert results.one("h3").text == HOSTILE
    assert HOSTILE in results.one("div", class_="snippets").text


def test_the_hostile_article_is_shown_as_it_is(hostile_client: FlaskClient) -> None:
    page = parse_html(hostile_client.get("/article/hostile").text)
    assert page.one("h1").text == HOSTILE
    assert page.all("title")[0].text == f"{HOSTILE} – Newspaper Archive"
    assert HOSTILE in page.one("div", class_="text").text


def test_an_address_that_could_run_something_is_not_linked(hostile_client: FlaskClient) -> None:
    assert "javascript:" not in hostile_client.get("/article/hostile").text
    assert hostile_client.get("/article.json?id=hostile").json["source_url"] is None


def test_a_missing_page_does_not_repeat_its_address(hostile_client: FlaskClient) -> None:
    assert "elephant" not in hostile_client.get("/elephant/elephant?elephant=1").text
    assert "elephant" not in hostile_client.get("/elephant.json").text


def test_structured_data_cannot_close_its_element(hostile_client: FlaskClient) -> None:
    html = hostile_client.get("/article/hostile").text
    data = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert "<" not in data and ">" not in data
    assert '"@type": "NewsArticle"' in data


@st.composite
def texts_with_ranges(draw: st.DrawFn) -> tuple[str, tuple[Range, ...]]:
    text = draw(st.text(min_size=1))
    cuts = draw(st.lists(st.integers(0, len(text)), unique=True, max_size=8))
    pairs = zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False)
    return text, tuple(pairs)


@given(texts_with_ranges())
def test_pieces_joined_are_the_text_and_the_marked_ones_the_ranges(
    drawn: tuple[str, tuple[Range, ...]],
) -> None:
    text, ranges = drawn
    pieces = split_pieces(text, ranges)
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if piece.marked] == [text[a:b] for a, b in ranges]
