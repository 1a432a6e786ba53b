"""The status page names what is served and every file left out with its reason."""

from dataclasses import replace

from flask.testing import FlaskClient

from searchapp.article import Rejected
from tests.web.canned_engine import HOSTILE, STATUS, CannedEngine
from tests.web.dom import parse_html


def test_the_counts_of_the_index(hostile_client: FlaskClient) -> None:
    page = parse_html(hostile_client.get("/status").text)
    facts = page.one("dl", class_="wide").all("div")
    assert {row.one("dt").text: row.one("dd").text for row in facts} == {
        "Articles": "12,345",
        "Period": "31 December 1999 to 30 December 2022",
        "Countries": "180",
        "Persons": "4,321",
        "Published": "2 January 2026, 03:04 UTC",
        "Generation": "gen-7",
        "Size of the index": "67.9 MB",
    }


def test_every_rejected_file_has_its_reason(hostile_client: FlaskClient) -> None:
    page = parse_html(hostile_client.get("/status").text)
    rows = [
        (row.one("code").text, row.one("span").text)
        for row in page.one("ul", class_="rejected").all("li")
    ]
    assert rows == [
        ("2022/broken.json, line 7", "It is not valid JSON."),
        (f"{HOSTILE}.txt", "It is empty."),
    ]


def test_a_long_list_is_cut_and_says_so(hostile: CannedEngine, hostile_client: FlaskClient) -> None:
    files = (Rejected(path=f"{number}.txt", reason="It is empty.") for number in range(1_005))
    hostile.status_given = replace(STATUS, rejected=tuple(files))
    page = parse_html(hostile_client.get("/status").text)
    assert len(page.one("ul", class_="rejected").all("li")) == 1_000
    assert "5 more are in the JSON." in page.one("main").text
    assert len(hostile_client.get("/status.json").json["rejected"]) == 1_005


def test_an_index_without_dates_or_rejections(
    hostile: CannedEngine, hostile_client: FlaskClient
) -> None:
    hostile.status_given = replace(STATUS, oldest=None, newest=None, rejected=(), articles=1)
    text = parse_html(hostile_client.get("/status").text).one("main").text
    assert "no dates among 1 article" in text
    assert "Nothing was left out" in text


def test_a_degraded_index_says_why(hostile: CannedEngine, hostile_client: FlaskClient) -> None:
    hostile.status_given = replace(STATUS, degraded="gen-8 is damaged. Run `searchapp verify`.")
    page = parse_html(hostile_client.get("/status").text)
    assert page.one("p", class_="note").text == "gen-8 is damaged. Run “searchapp verify”."


def test_the_samples_are_counted(client: FlaskClient) -> None:
    status = client.get("/status.json").json
    assert status["articles"] == client.get("/search.json").json["total"]
