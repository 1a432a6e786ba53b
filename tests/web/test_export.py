"""A search for programs: the whole of it as CSV, addresses to ask under, nothing fetched twice."""

import csv
import io
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from searchapp.errors import IndexMissing
from searchapp.search.export import EXPORT_COLUMNS
from tests.web.canned_engine import HOSTILE, CannedEngine
from tests.web.dom import parse_html

URLS = (
    "/search.json?q=grain",
    "/search.csv?q=grain",
    "/search.atom?q=grain",
    "/article/hostile.json",
    "/article/hostile?q=alert",
)


def read_csv(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_the_csv_has_every_article_of_the_result_in_its_order(client: FlaskClient) -> None:
    everything = client.get("/search.json?q=the&copies=show&size=100").json
    answer = client.get("/search.csv?q=the&size=5&page=2")
    rows = read_csv(answer.text)
    assert tuple(rows[0]) == EXPORT_COLUMNS
    assert len(rows) == everything["total"] == int(answer.headers["X-Total-Count"]) > 10
    assert [row["id"] for row in rows] == [hit["id"] for hit in everything["hits"]]
    first, hit = rows[0], everything["hits"][0]
    assert first["date"] == hit["date"]
    assert first["countries"] == "; ".join(value["label"] for value in hit["countries"])


def test_the_csv_is_a_file_to_save(client: FlaskClient) -> None:
    answer = client.get("/search.csv?country=UA")
    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="articles.csv"'
    assert answer.text.count("\r\n") == answer.text.count("\n") > 1


def test_nothing_in_the_csv_is_a_formula(hostile_client: FlaskClient) -> None:
    one, other = read_csv(hostile_client.get("/search.csv").text)
    assert (one["title"], one["authors"]) == (HOSTILE, f"{HOSTILE}; {HOSTILE}")
    assert (other["title"], other["path"]) == ("'=1+1", "'-b.txt")


def test_without_results_the_csv_has_its_head_alone(client: FlaskClient) -> None:
    answer = client.get("/search.csv?q=nonesuch")
    assert answer.text == "\ufeff" + ",".join(EXPORT_COLUMNS) + "\r\n"
    assert answer.headers["X-Total-Count"] == "0"


@pytest.mark.parametrize("path", ["/search.csv", "/search.atom"])
def test_a_failure_is_a_plain_sentence(client: FlaskClient, path: str) -> None:
    answer = client.get(f"{path}?from=someday")
    assert (answer.status_code, answer.content_type) == (400, "text/plain; charset=utf-8")
    assert answer.text.startswith("“someday” is not a date.")
    assert answer.text.endswith("\n")


# conditional requests


@pytest.mark.parametrize("url", URLS)
def test_what_has_not_changed_is_not_sent_again(hostile_client: FlaskClient, url: str) -> None:
    tag = hostile_client.get(url).headers["ETag"]
    assert tag.startswith('W/"')
    again = hostile_client.get(url, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == tag
    assert again.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("url", URLS)
def test_a_new_generation_is_sent(
    hostile: CannedEngine, hostile_client: FlaskClient, url: str
) -> None:
    tag = hostile_client.get(url).headers["ETag"]
    hostile.status_given = replace(hostile.status_given, generation="gen-8")
    answer = hostile_client.get(url, headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert answer.headers["ETag"] != tag


def test_every_address_has_a_tag_of_its_own(hostile_client: FlaskClient) -> None:
    urls = [*URLS, "/search.json?q=other", "/search.json?q=grain&page=2"]
    tags = {hostile_client.get(url).headers["ETag"] for url in urls}
    assert len(tags) == len(urls)
    elsewhere = hostile_client.get(URLS[2], headers={"Host": "127.0.0.1"}).headers["ETag"]
    assert elsewhere not in tags


def test_a_failure_has_no_tag(client: FlaskClient, hostile: CannedEngine) -> None:
    assert "ETag" not in client.get("/search.json?from=someday").headers


def test_whoever_has_an_answer_hears_when_the_archive_is_not_ready(
    hostile: CannedEngine, hostile_client: FlaskClient
) -> None:
    tag = hostile_client.get(URLS[0]).headers["ETag"]
    hostile.failure = IndexMissing("Run `searchapp reindex`.")
    answer = hostile_client.get(URLS[0], headers={"If-None-Match": tag})
    assert answer.status_code == 503


# how programs find all this


def test_the_description_names_every_way_of_asking(client: FlaskClient) -> None:
    answer = client.get("/opensearch.xml")
    assert answer.content_type == "application/opensearchdescription+xml; charset=utf-8"
    root = ElementTree.fromstring(answer.text)
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    urls = {url.get("type"): url.get("template") for url in root.iter(f"{space}Url")}
    assert list(urls) == [
        "text/html",
        "application/x-suggestions+json",
        "application/atom+xml",
        "application/json",
        "text/csv",
        "application/opensearchdescription+xml",
    ]
    for kind, template in urls.items():
        assert template and template.startswith("http://localhost/")
        address = template.replace("{searchTerms}", "grain")
        for name, value in (("{startPage?}", "1"), ("{count?}", "10")):
            address = address.replace(name, value)
        found = client.get(address.removeprefix("http://localhost"))
        assert (found.status_code, found.mimetype) == (200, kind)
    assert len(root.findtext(f"{space}ShortName") or "") <= 16
    assert len(root.findtext(f"{space}LongName") or "") <= 48


def test_the_search_page_leads_to_all_forms_of_its_result(client: FlaskClient) -> None:
    page = parse_html(client.get("/search?q=grain&country=UA&size=5&sort=oldest&page=2").text)
    links = [link for link in page.all("link") if link.attrs.get("rel") == "alternate"]
    assert [link.attrs["href"] for link in links] == ["/search.atom?q=grain&country=UA"]
    taken = [link.attrs["href"] for link in page.one("p", class_="take").all("a")]
    assert taken == [
        "/search.atom?q=grain&country=UA",
        "/search.csv?q=grain&country=UA&sort=oldest&size=5",
        "/search.json?q=grain&country=UA&sort=oldest&size=5",
    ]
    for url in taken:
        assert client.get(url).status_code == 200


def test_a_search_that_finds_nothing_can_be_followed(client: FlaskClient) -> None:
    page = parse_html(client.get("/search?q=nonesuch").text)
    [link] = page.one("p", class_="take").all("a")
    assert client.get(link.attrs["href"]).text.count("<entry>") == 0
