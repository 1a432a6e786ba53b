"""Similar copies: folded in a result, unfolded by a link, compared word by word."""

import pytest
from flask.testing import FlaskClient

from tests.web.canned_engine import HOSTILE
from tests.web.dom import Element, parse_html

SEARCH = "/search?q=strike&agency=dpa"
AGREED = "capital-ledger/2022/2022-09-13-train-crews-agree.txt"
AVERTED = "meridian-post/2022/2022-09-13-rail-strike-averted.txt"
AGAIN = "northern-dispatch/2022/2022-09-14-trains-run-again.txt"


def titles(page: Element) -> list[str]:
    return [title.text for title in page.all("h3")]


def open_page(client: FlaskClient, url: str) -> Element:
    return parse_html(client.get(url).text)


def test_copies_stand_once_and_the_link_under_them_unfolds_them(client: FlaskClient) -> None:
    folded = open_page(client, SEARCH)
    assert folded.one(id="results-heading").text == "3 articles"
    [hit] = folded.all("article", class_="hit")
    link = hit.one("p", class_="folded").one("a")
    assert link.text == "2 similar to this article"
    unfolded = open_page(client, link.attrs["href"])
    assert unfolded.one(id="results-heading").text == "3 articles"
    assert len(titles(unfolded)) == 3
    chips = [chip.text for chip in unfolded.one("ul", class_="chips").all("bdi")]
    assert hit.one("h3").text in chips


def test_the_switch_shows_all_copies_and_folds_them_again(client: FlaskClient) -> None:
    folded = open_page(client, SEARCH)
    switch = folded.one("p", class_="copies")
    assert switch.text.startswith("2 similar copies are folded under the best.")
    shown = open_page(client, switch.one("a").attrs["href"])
    assert len(titles(shown)) == 3
    assert not shown.all("p", class_="folded")
    back = shown.one("p", class_="copies").one("a").attrs["href"]
    assert titles(open_page(client, back)) == titles(folded)


def test_the_choice_stays_with_the_next_search(client: FlaskClient) -> None:
    page = open_page(client, "/search?q=strike&copies=show")
    kept = {(field.attrs["name"], field.attrs["value"]) for field in page.all(type="hidden")}
    assert ("copies", "show") in kept
    orders = page.one("nav", class_="order").all("a")
    assert all("copies=show" in link.attrs["href"] for link in orders)


def test_json_says_how_many_are_folded(client: FlaskClient) -> None:
    answer = client.get("/search.json?q=strike&agency=dpa").json
    assert (answer["total"], answer["listed"]) == (3, 1)
    assert [hit["similar"] for hit in answer["hits"]] == [2]
    shown = client.get("/search.json?q=strike&agency=dpa&copies=show").json
    assert (shown["total"], shown["listed"]) == (3, 3)


def test_an_article_lists_its_copies_with_the_way_to_what_differs(client: FlaskClient) -> None:
    page = open_page(client, f"/article/{AGREED}?q=strike")
    listed = page.one("section", aria_labelledby="copies-heading").all("li")
    links = [entry.all("a") for entry in listed]
    assert [own.attrs["href"] for own, _ in links] == [
        f"/article/{AGAIN}?q=strike",
        f"/article/{AVERTED}?q=strike",
    ]
    compared = open_page(client, links[0][1].attrs["href"])
    assert [link.text for link in compared.one("div", class_="heads").all("a")] == [
        "Train crews in Austria and Hungary call off strike",
        "Trains between Vienna and Budapest run again",
    ]
    more = page.all("section", aria_labelledby="similar-heading")
    assert not [link for part in more for link in part.all("a") if AVERTED in link.attrs["href"]]


def test_an_article_without_copies_lists_none(client: FlaskClient) -> None:
    hit = client.get("/search.json?q=lighthouse").json["hits"][0]
    assert not open_page(client, hit["url"]).all(id="copies-heading")


def test_the_comparison_marks_words_for_eyes_and_ears(client: FlaskClient) -> None:
    page = open_page(client, f"/compare?a={AVERTED}&b={AGAIN}")
    text = page.one("div", class_="compared").all("p", class_="one")
    gone, come = ([mark.text for p in text for mark in p.all(tag)] for tag in ("del", "ins"))
    assert gone[:2] == ["[only in the first: wage increase]", "[only in the first: twelve]"]
    assert come == ["[only in the second: pay rise]", "[only in the second: eleven]"]
    assert len(text) == 5
    swapped = page.one("main").all("a")[0].attrs["href"]
    assert (
        open_page(client, swapped)
        .one("div", class_="heads")
        .all("a")[0]
        .attrs["href"]
        .endswith(AGAIN)
    )


def test_two_that_are_the_same_are_said_to_be(client: FlaskClient) -> None:
    page = open_page(client, f"/compare?a={AVERTED}&b={AVERTED}")
    assert "The text of both is the same." in page.one("main").text


@pytest.mark.parametrize("query", ["", "a=x", f"a={AVERTED}", f"a={AVERTED}&b=nobody", "a=&b="])
def test_what_is_not_there_cannot_be_compared(client: FlaskClient, query: str) -> None:
    assert client.get(f"/compare?{query}").status_code == 404


def test_hostile_copies_stay_text(hostile_client: FlaskClient) -> None:
    page = open_page(hostile_client, "/article/hostile")
    section = page.one("section", aria_labelledby="copies-heading")
    assert section.all("a")[0].text == HOSTILE
    assert "All 5 together" in section.text
    compared = open_page(hostile_client, "/compare?a=hostile/1&b=hostile/2")
    assert HOSTILE in compared.one("div", class_="compared").text
    assert not compared.all("img")
