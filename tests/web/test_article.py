"""The article page: the text by zones, the query's words marked, every value with its evidence."""

import pytest
from flask.testing import FlaskClient

from tests.web.dom import Element, parse_html


@pytest.fixture(scope="module")
def opened(client: FlaskClient) -> Element:
    """An article as opened from a search for a country and a word."""
    results = parse_html(client.get("/search?q=grain&country=UA").text)
    link = results.all("h3")[0].one("a").attrs["href"]
    return parse_html(client.get(link).text)


def test_the_words_of_the_search_are_marked(opened: Element) -> None:
    marked = [mark.text.lower() for mark in opened.one("article").all("mark")]
    assert marked
    assert all(word.startswith("grain") for word in marked)


def test_the_way_back_leads_to_the_results(opened: Element) -> None:
    [link] = opened.one("nav", class_="way-back").all("a")
    assert link.attrs["href"] == "/search?q=grain&country=UA"
    assert link.text == "Back to results"


def test_an_article_opened_alone_leads_to_all_articles(client: FlaskClient) -> None:
    hit = client.get("/search.json").json["hits"][0]
    page = parse_html(client.get(hit["url"]).text)
    [link] = page.one("nav", class_="way-back").all("a")
    assert (link.text, link.attrs["href"]) == ("All articles", "/search")
    assert not page.one("article").all("mark")


def test_every_place_of_evidence_is_in_the_text(client: FlaskClient) -> None:
    for hit in client.get("/search.json?size=100").json["hits"]:
        page = parse_html(client.get(hit["url"]).text)
        ids = [node.attrs["id"] for node in page.descendants() if "id" in node.attrs]
        assert len(ids) == len(set(ids)), hit["id"]
        for place in page.one("section", class_="evidence").all("ul", class_="places"):
            for link in place.all("a"):
                target = page.one(id=link.attrs["href"].removeprefix("#"))
                assert link.one("b").text.startswith(target.text), hit["id"]


def test_values_of_an_article_lead_to_their_searches(client: FlaskClient) -> None:
    hit = client.get("/search.json?country=UA").json["hits"][0]
    page = parse_html(client.get(hit["url"]).text)
    chips = {chip.one("bdi").text: chip.attrs["href"] for chip in page.all("a", class_="value")}
    assert chips["Ukraine"] == "/search?country=UA"
    assert set(chips) == {value["label"] for value in (*hit["countries"], *hit["persons"])}


def test_the_whole_text_is_shown_once(client: FlaskClient) -> None:
    """Nothing of the text is lost or doubled: title and text hold exactly its words."""
    for hit in client.get("/search.json?size=100").json["hits"]:
        article = client.get(f"{hit['url']}.json").json
        page = parse_html(client.get(hit["url"]).text)
        body = page.one("div", class_="text")
        previews = sum(len(node.text.split()) for node in body.all("summary"))
        headline = article["title"].split()
        in_text = any(
            article["text"][passage["start"] : passage["end"]].split() == headline
            for passage in article["passages"]
            if passage["zone"] == "headline"
        )
        shown = len(body.text.split()) - previews + (len(headline) if in_text else 0)
        assert shown == len(article["text"].split()), hit["id"]


def test_a_broken_search_does_not_hide_the_article(client: FlaskClient) -> None:
    hit = client.get("/search.json").json["hits"][0]
    assert client.get(f"{hit['url']}?from=someday&q={'x' * 5000}").status_code == 200


def test_debris_is_folded_away(hostile_client: FlaskClient) -> None:
    page = parse_html(hostile_client.get("/article/hostile").text)
    debris = page.one("details", class_="debris")
    assert "open" not in debris.attrs
    assert debris.one("p").text == "Split"


def test_evidence_gives_the_sentence_the_words_and_the_rule(hostile_client: FlaskClient) -> None:
    page = parse_html(hostile_client.get("/article/hostile").text)
    places = page.one("section", class_="evidence").all("ul", class_="places")
    link = places[0].one("a")
    assert link.text == "Russia and China talked."
    assert link.one("b").text == "Russia"
    assert "country name" in places[0].text
    assert page.one(id=link.attrs["href"].removeprefix("#")).text == "Russia"


def test_the_exact_id_wins_over_the_ending(hostile_client: FlaskClient) -> None:
    assert hostile_client.get("/article/hostile.json").mimetype == "text/html"
    assert hostile_client.get("/article.json?id=hostile.json").json["id"] == "hostile.json"
