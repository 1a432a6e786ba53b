"""“Why here?”: a link on every ranked hit, its page and its fragment."""

import pytest
from flask.testing import FlaskClient

from tests.web.dom import Element, parse_html

FRAGMENT = {"HX-Request": "true"}


def explanations(client: FlaskClient, url: str) -> list[Element]:
    return parse_html(client.get(url).text).all("details", class_="why")


@pytest.mark.parametrize("url", ["/search?q=grain", "/search?q=grain&sort=relevance&country=UA"])
def test_every_ranked_hit_can_be_explained(client: FlaskClient, url: str) -> None:
    found = explanations(client, url)
    assert len(found) == len(parse_html(client.get(url).text).all("article", class_="hit")) > 0
    for details in found:
        link = details.one("a").attrs["href"]
        assert details.attrs["hx-get"] == link
        assert client.get(link).status_code == 200


@pytest.mark.parametrize("url", ["/", "/search?country=UA", "/search?q=grain&sort=newest"])
def test_what_is_not_ranked_is_not_explained(client: FlaskClient, url: str) -> None:
    assert explanations(client, url) == []


def test_the_points_are_those_of_the_hit(client: FlaskClient) -> None:
    hits = client.get("/search.json?q=grain danube").json["hits"]
    found = explanations(client, "/search?q=grain danube")
    assert hits
    for place, (hit, details) in enumerate(zip(hits, found, strict=True), 1):
        page = parse_html(client.get(details.attrs["hx-get"], headers=FRAGMENT).text)
        total = page.one("tfoot").one("td").text
        assert float(total) == pytest.approx(hit["score"], abs=0.006)
        assert page.all("p")[0].text.startswith(f"Result {place} of ")
        points = [row.all("td")[-1].text for row in page.one("tbody").all("tr")]
        assert sum(round(float(point) * 100) for point in points) == round(float(total) * 100)


def test_the_page_leads_to_the_article_and_back_to_the_hit(client: FlaskClient) -> None:
    [details, *_] = explanations(client, "/search?q=grain&country=UA")
    page = parse_html(client.get(details.attrs["hx-get"]).text)
    article, back = page.one("h1"), page.one("main").all("a")[0].attrs["href"]
    assert article.text == "Why here?"
    assert back.startswith("/search?q=grain&country=UA#hit-")
    assert client.get(page.one("main").all("a")[1].attrs["href"]).status_code == 200


def test_the_same_address_gives_the_page_or_the_fragment(client: FlaskClient) -> None:
    url = explanations(client, "/search?q=grain")[0].attrs["hx-get"]
    assert "<h1" not in client.get(url, headers=FRAGMENT).text
    assert "<h1" in client.get(url, headers=FRAGMENT | {"HX-History-Restore-Request": "true"}).text


@pytest.mark.parametrize(
    ("url", "status"), [("/why", 404), ("/why?q=grain", 404), ("/why?id=nonesuch&q=grain", 404)]
)
def test_what_is_not_there_is_not_explained(client: FlaskClient, url: str, status: int) -> None:
    assert client.get(url).status_code == status


def test_without_words_the_page_says_that_nothing_is_ranked(client: FlaskClient) -> None:
    hit = client.get("/search.json").json["hits"][0]
    page = parse_html(client.get("/why", query_string={"id": hit["id"]}).text)
    assert "articles stand by date" in page.one("main").text
    assert not page.all("table")
