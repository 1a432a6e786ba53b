"""The feed of a search is valid Atom, and tells a reader of every article once."""

from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from searchapp.engine import EmbeddedEngine
from searchapp.web import WebOptions, build_app
from tests.contract.articles import build_article
from tests.contract.engines import publish_changes
from tests.web.canned_engine import HOSTILE

ATOM = "{http://www.w3.org/2005/Atom}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
ONCE_IN_FEED = ("id", "title", "updated")
ONCE_IN_ENTRY = ("id", "title", "updated", "link")


def read_feed(client: FlaskClient, url: str) -> ElementTree.Element:
    answer = client.get(url)
    assert answer.status_code == 200
    assert answer.content_type == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.text)


def entries(feed: ElementTree.Element) -> list[ElementTree.Element]:
    return feed.findall(f"{ATOM}entry")


def texts(feed: ElementTree.Element, name: str) -> list[str]:
    return [entry.findtext(f"{ATOM}{name}") or "" for entry in entries(feed)]


def links(element: ElementTree.Element) -> dict[str, str]:
    return {link.get("rel", ""): link.get("href", "") for link in element.findall(f"{ATOM}link")}


@pytest.mark.parametrize(
    "url", ["/search.atom", "/search.atom?q=grain", "/search.atom?q=none+such"]
)
def test_a_feed_has_what_the_standard_asks_for(client: FlaskClient, url: str) -> None:
    feed = read_feed(client, url)
    assert feed.tag == f"{ATOM}feed"
    for name in ONCE_IN_FEED:
        assert len(feed.findall(f"{ATOM}{name}")) == 1
    # Entries without an author of their own have the feed's.
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert links(feed)["self"] == f"http://localhost{url}"
    ids = texts(feed, "id")
    assert len(set(ids)) == len(ids)
    assert all(name.startswith("urn:uuid:") for name in ids)
    for entry in entries(feed):
        for name in ONCE_IN_ENTRY:
            assert len(entry.findall(f"{ATOM}{name}")) == 1
        for name in ("updated", "published"):
            for moment in entry.findall(f"{ATOM}{name}"):
                assert datetime.fromisoformat(moment.text or "").tzinfo


def test_all_pages_of_a_feed_together_have_the_result(client: FlaskClient) -> None:
    total = client.get("/search.json").json["total"]
    url, found, pages = "/search.atom", [], 0
    while url:
        feed = read_feed(client, url)
        found += [links(entry)["alternate"] for entry in entries(feed)]
        assert feed.findtext(f"{OPENSEARCH}totalResults") == str(total)
        url = links(feed).get("next", "").removeprefix("http://localhost")
        pages += 1
    assert (len(found), len(set(found)), pages) == (total, total, 2)
    assert client.get(found[-1].removeprefix("http://localhost")).status_code == 200


def test_order_and_size_make_no_other_feed(client: FlaskClient) -> None:
    plain = client.get("/search.atom?q=grain").text
    assert client.get("/search.atom?sort=oldest&size=1&q=grain").text == plain


def test_filters_stand_in_the_title(client: FlaskClient) -> None:
    feed = read_feed(
        client, "/search.atom?q=grain&country=UA&country=none&not-section=sport&from=2021&to=2023"
    )
    assert feed.findtext(f"{ATOM}title") == (
        "grain, country Ukraine or none, not section sport, "
        "from 2021-01-01, to 2023-12-31 – Newspaper Archive"
    )


def test_hostile_texts_stay_texts(hostile_client: FlaskClient) -> None:
    feed = read_feed(hostile_client, "/search.atom?q=%22%3E%3Cscript%3E%00")
    [entry] = entries(feed)
    assert entry.findtext(f"{ATOM}title") == HOSTILE
    assert HOSTILE in (entry.findtext(f"{ATOM}summary") or "")
    labels = [category.get("label") for category in entry.findall(f"{ATOM}category")]
    assert labels == [HOSTILE, "Russia", HOSTILE]
    assert not list(feed.iter("script"))


def test_what_xml_cannot_hold_is_replaced(tmp_path: Path) -> None:
    odd = "Grain \ufffe\uffff ship"
    publish_changes(tmp_path / "index", added=[build_article("a", title=odd, body="Grain.")])
    client = build_app(EmbeddedEngine(tmp_path / "index")).test_client()
    feed = read_feed(client, "/search.atom?q=grain+%EF%BF%BE")
    assert texts(feed, "title") in ([], ["Grain \ufffd\ufffd ship"])
    assert texts(read_feed(client, "/search.atom"), "title") == ["Grain \ufffd\ufffd ship"]


def test_a_reader_sees_what_is_newly_indexed_however_old_it_is(tmp_path: Path) -> None:
    index = tmp_path / "index"
    first = build_article("first", title="Grain ship", body="Grain.", day="2022-01-01")
    publish_changes(index, added=[first])
    client = build_app(EmbeddedEngine(index)).test_client()
    before = read_feed(client, "/search.atom?q=grain")
    etag = client.get("/search.atom?q=grain").headers["ETag"]
    late = build_article("late", title="Grain of 1899", body="Grain.", day="1899-01-01")
    other = build_article("other", title="Football", body="A match.", day="2023-01-01")
    publish_changes(index, added=[late, other])
    answer = client.get("/search.atom?q=grain", headers={"If-None-Match": etag})
    assert answer.status_code == 200
    after = read_feed(client, "/search.atom?q=grain")
    assert texts(after, "title") == ["Grain of 1899", "Grain ship"]
    assert texts(after, "id")[1:] == texts(before, "id")
    assert texts(after, "updated")[1:] == texts(before, "updated")
    assert texts(after, "published")[0] == "1899-01-01T00:00:00Z"
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")


def test_ids_are_the_same_under_another_address(client: FlaskClient) -> None:
    here = read_feed(client, "/search.atom?q=grain")
    there = ElementTree.fromstring(
        client.get("/search.atom?q=grain", headers={"Host": "127.0.0.1:9000"}).text
    )
    assert texts(here, "id") == texts(there, "id")
    assert here.findtext(f"{ATOM}id") == there.findtext(f"{ATOM}id")
    assert links(there)["alternate"] == "http://127.0.0.1:9000/search?q=grain"


def test_two_archives_have_no_id_in_common(sample_engine: EmbeddedEngine) -> None:
    feeds = [
        read_feed(build_app(sample_engine, WebOptions(title=title)).test_client(), "/search.atom")
        for title in ("One", "Two")
    ]
    assert not set(texts(feeds[0], "id")) & set(texts(feeds[1], "id"))
