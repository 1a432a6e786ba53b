"""The article page: the text by zones, the query's words marked, every value with its evidence."""

import json
import re
import unicodedata

import pytest
from flask.testing import FlaskClient

from tests.conftest import SAMPLES
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
    link = opened.one("nav", class_="way-back").all("a")[0]
    assert link.attrs["href"].startswith("/search?q=grain&country=UA#hit-")
    assert link.text == "Back to results"


def test_the_way_back_leads_to_the_hit(client: FlaskClient) -> None:
    for hit in parse_html(client.get("/search?q=grain&size=10&page=2").text).all("h3"):
        page = parse_html(client.get(hit.one("a").attrs["href"]).text)
        back = page.one("nav", class_="way-back").all("a")[0].attrs["href"]
        url, _, anchor = back.partition("#")
        assert parse_html(client.get(url).text).one(id=anchor).text == hit.text


@pytest.mark.parametrize("search", ["q=grain&size=10", "country=UA&sort=oldest", "date=2022"])
def test_next_and_previous_walk_through_the_whole_result(client: FlaskClient, search: str) -> None:
    listed = client.get(f"/search.json?{search}&size=100").json["hits"]
    url = parse_html(client.get(f"/search?{search}").text).all("h3")[0].one("a").attrs["href"]
    titles, before = [], ""
    while url:
        page = parse_html(client.get(url).text)
        way = page.one("nav", class_="way-back")
        titles.append(page.one("h1").text)
        assert way.one("span", class_="place").text == f"{len(titles)} of {len(listed)} results"
        previous = [link.attrs["title"] for link in way.all("a", rel="prev")]
        assert previous == ([before] if before else [])
        before, url = titles[-1], "".join(link.attrs["href"] for link in way.all("a", rel="next"))
    assert titles == [" ".join(hit["title"].split()) for hit in listed]


def test_an_article_opened_alone_leads_to_all_articles(client: FlaskClient) -> None:
    hit = client.get("/search.json").json["hits"][0]
    page = parse_html(client.get(hit["url"]).text)
    link = page.one("nav", class_="way-back").all("a")[0]
    assert link.text == "All articles"
    assert link.attrs["href"].startswith("/search#hit-")
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


def test_every_mark_has_a_number_and_a_link(opened: Element) -> None:
    numbered = [mark for mark in opened.one("article").all("mark") if "id" in mark.attrs]
    links = opened.one("nav", id="marks").one("ol").all("a")
    assert [link.attrs["href"] for link in links] == [f"#{mark.attrs['id']}" for mark in numbered]
    assert opened.one("nav", id="marks").attrs["data-count"] == str(len(numbered))
    assert f"{len(numbered)} places marked for “grain”" in opened.one("nav", id="marks").text


def test_words_that_stand_nowhere_are_said_to(client: FlaskClient) -> None:
    hit = client.get("/search.json?q=grain").json["hits"][0]
    page = parse_html(client.get(f"{hit['url']}?q=zzzz").text)
    assert not page.all("nav", id="marks")
    assert page.one("p", class_="unmarked").text.startswith("The words of “zzzz” do not stand")


def test_from_every_place_a_link_leads_back_to_its_evidence(client: FlaskClient) -> None:
    for hit in client.get("/search.json?size=100").json["hits"]:
        page = parse_html(client.get(hit["url"]).text)
        returns = page.one("article").all("a", class_="return")
        for link in returns:
            place = page.one(id=link.attrs["href"].removeprefix("#"))
            assert place.tag == "li", hit["id"]
            jump = place.all("a")[0].attrs["href"]
            assert link.attrs["href"] == jump.replace("#at-", "#why-")


def test_similar_articles_share_their_words(client: FlaskClient) -> None:
    told = 0
    for hit in client.get("/search.json?q=grain").json["hits"]:
        page = parse_html(client.get(f"{hit['url']}?q=grain").text)
        own = client.get(f"{hit['url']}.json").json["text"]
        for entry in [li for ul in page.all("section", class_="similar") for li in ul.all("li")]:
            link = entry.one("a")
            assert link.attrs["href"].endswith("?q=grain")
            assert link.attrs["href"].split("?")[0] != hit["url"]
            assert client.get(link.attrs["href"]).status_code == 200
            words = entry.all("bdi")[-1].text.split(", ")
            assert len(words) >= 3
            assert all(word in own for word in words)
            told += 1
    assert told > 10


def test_the_source_text_is_that_of_the_file(client: FlaskClient) -> None:
    for hit in client.get("/search.json?size=100").json["hits"]:
        response = client.get(f"{hit['url']}.txt")
        assert response.content_type == "text/plain; charset=utf-8"
        written = (SAMPLES / hit["path"]).read_text("utf-8")
        assert clean(response.text) == clean(written), hit["id"]


def clean(text: str) -> str:
    """A text but for what may differ in how a file writes it: its blanks and accents."""
    return " ".join(unicodedata.normalize("NFC", text.removeprefix("\ufeff")).split())


def test_references_are_files_to_keep(client: FlaskClient) -> None:
    hit = client.get("/search.json?q=grain").json["hits"][0]
    page = parse_html(client.get(hit["url"]).text)
    links = {link.text: link.attrs["href"] for link in page.one("details", class_="cite").all("a")}
    bibtex, ris = client.get(links["BibTeX file"]), client.get(links["RIS file"])
    assert (
        bibtex.text.strip() == "".join(map(str, page.one("pre", id="cite-bibtex").children)).strip()
    )
    assert bibtex.content_type == "application/x-bibtex; charset=utf-8"
    assert ris.content_type == "application/x-research-info-systems; charset=utf-8"
    assert ris.text.startswith("TY  - NEWS\r\n") and ris.text.endswith("ER  - \r\n")
    for response, ending in ((bibtex, "bib"), (ris, "ris")):
        disposition = response.headers["Content-Disposition"]
        assert re.fullmatch(rf"attachment; filename=[a-z0-9-]+\.{ending}", disposition)


@pytest.mark.parametrize("ending", ["json", "txt", "bib", "ris"])
def test_every_form_has_both_addresses(hostile_client: FlaskClient, ending: str) -> None:
    by_parameter = hostile_client.get(f"/article.{ending}?id=hostile")
    assert by_parameter.status_code == 200
    assert hostile_client.get(f"/article.{ending}?id=nonesuch").status_code == 404
    assert hostile_client.get(f"/article.{ending}").status_code == 404


@pytest.mark.parametrize("ending", ["json", "txt", "bib", "ris"])
def test_an_ending_gives_the_form_and_any_other_is_part_of_the_name(
    client: FlaskClient, ending: str
) -> None:
    url = client.get("/search.json?q=grain").json["hits"][0]["url"]
    assert client.get(f"{url}.{ending}").mimetype != "text/html"
    assert client.get(f"{url}.pdf").status_code == 404


def test_the_structured_data_is_json(client: FlaskClient) -> None:
    hit = client.get("/search.json?q=grain").json["hits"][0]
    page = parse_html(client.get(hit["url"]).text)
    [script] = page.all("script", type="application/ld+json")
    told = json.loads(script.text)
    assert told["@type"] == "NewsArticle"
    assert told["headline"] == hit["title"]
    assert told["datePublished"] == hit["date"]
