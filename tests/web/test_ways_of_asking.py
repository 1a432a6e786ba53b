"""One address, four ways: a page, htmx's fragment, a restored page, and without JavaScript."""

import pytest
from flask.testing import FlaskClient

from tests.web.dom import Element, parse_html

URLS = (
    "/",
    "/search",
    "/search?q=grain",
    "/search?q=grain&country=UA&not-section=sport",
    "/search?date=2022",
    "/search?date=2022-12",
    "/search?from=2020&to=2021-06&sort=oldest&size=25",
    "/search?page=2",
    "/search?q=zzzznothing&country=UA",
    "/search?all=person",
)
FRAGMENT = {"HX-Request": "true"}
RESTORED = {"HX-Request": "true", "HX-History-Restore-Request": "true"}


@pytest.mark.parametrize("url", URLS)
def test_a_page_is_complete(client: FlaskClient, url: str) -> None:
    page = parse_html(client.get(url).text)
    assert page.one("html").attrs["lang"] == "en"
    assert len(page.all("h1")) == 1
    assert page.one(id="results").all("h2")
    assert page.one(id="status").attrs["role"] == "status"


@pytest.mark.parametrize("url", URLS)
def test_htmx_gets_the_results_and_the_parts_beside_them(client: FlaskClient, url: str) -> None:
    response = client.get(url, headers=FRAGMENT)
    fragment = parse_html(response.text)
    assert response.status_code == 200
    assert not fragment.all("html") and not fragment.all("form")
    assert fragment.one("h2", id="results-heading")
    swapped = {node.attrs["hx-swap-oob"] for node in fragment.all() if "hx-swap-oob" in node.attrs}
    assert swapped == {"innerHTML", "innerHTML:#status"}
    assert not fragment.all("input", id="q"), "the search box is never swapped"


@pytest.mark.parametrize("url", URLS)
def test_fragment_and_page_show_the_same(client: FlaskClient, url: str) -> None:
    page = parse_html(client.get(url).text)
    fragment = parse_html(client.get(url, headers=FRAGMENT).text)

    def links(part: Element) -> list[str]:
        return [link.attrs["href"] for link in part.all("a")]

    shown = [*links(page.one(id="results")), *links(page.one(id="facets"))]
    assert links(fragment) == shown
    assert fragment.all("title")[0].text == page.all("title")[0].text


@pytest.mark.parametrize("url", URLS)
def test_restoring_from_the_history_gets_the_page(client: FlaskClient, url: str) -> None:
    restored = parse_html(client.get(url, headers=RESTORED).text)
    assert restored.one("html")
    assert restored.one("input", id="q")


@pytest.mark.parametrize("url", URLS)
def test_every_answer_says_that_it_depends_on_who_asks(client: FlaskClient, url: str) -> None:
    for headers in ({}, FRAGMENT, RESTORED):
        assert client.get(url, headers=headers).headers["Vary"] == "HX-Request"


@pytest.mark.parametrize("url", URLS)
def test_the_form_sends_the_same_search_without_javascript(client: FlaskClient, url: str) -> None:
    """What a browser sends when nothing was changed finds the same articles in the same order."""
    page = parse_html(client.get(url.replace("page=2", "")).text)
    form = page.one("form", id="search")
    sent = [
        (field.attrs["name"], field.attrs.get("value", ""))
        for field in page.all("input")
        if (field.attrs.get("form") == "search" or field in form.all("input"))
        and (field.attrs["type"] != "checkbox" or "checked" in field.attrs)
    ]
    again = parse_html(client.get(form.attrs["action"], query_string=sent).text)
    assert _hits(again) == _hits(page)
    assert _chips(again) == _chips(page)


def test_apply_button_is_there_without_javascript(client: FlaskClient) -> None:
    page = parse_html(client.get("/search").text)
    apply = page.one("button", class_="apply")
    assert apply.attrs["form"] == "search" and apply.attrs["type"] == "submit"


@pytest.mark.parametrize("url", ["/", "/search", "/article.json", "/status", "/healthz"])
def test_head_answers_like_get_without_a_body(client: FlaskClient, url: str) -> None:
    got, head = client.get(url), client.head(url)
    assert head.status_code == got.status_code
    assert head.data == b""


def _hits(page: Element) -> list[str]:
    return [heading.text for heading in page.one(id="results").all("h3")]


def _chips(page: Element) -> list[str]:
    chips = page.all("ul", class_="chips")
    return sorted(item.text for chip in chips for item in chip.all("li"))
