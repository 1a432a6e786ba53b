"""Failures are told in words, in the look of the site, and never with a traceback."""

import logging
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from searchapp.errors import IndexDamaged, IndexMissing, InvalidQuery
from tests.web.canned_engine import STATUS, CannedEngine
from tests.web.dom import parse_html

Build = Callable[[Exception], FlaskClient]
MEND = "There is no index in “index”. Run `searchapp reindex ARTICLES`."


def test_an_unforeseen_fault_is_logged_under_the_number_that_is_shown(
    failing_client: Build, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        response = failing_client(ZeroDivisionError("private")).get("/search?q=secret")
    assert response.status_code == 500
    assert "private" not in response.text and "Traceback" not in response.text
    [record] = caplog.records
    number = record.getMessage().split()[1]
    assert number in parse_html(response.text).one("main").text
    assert record.exc_info is not None
    assert "secret" not in record.getMessage(), "what people search for is not written down"


def test_control_characters_in_an_address_stay_out_of_the_log(
    failing_client: Build, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        failing_client(ZeroDivisionError()).get("/article/a%1B[31mb")
    assert caplog.records[0].getMessage().isprintable()


def test_an_operator_error_names_what_mends_it(failing_client: Build) -> None:
    client = failing_client(IndexMissing(MEND))
    page = client.get("/")
    assert page.status_code == 503
    assert MEND.replace("`searchapp reindex ARTICLES`", "“searchapp reindex ARTICLES”") in (
        parse_html(page.text).one("main").text
    )
    assert "`" not in client.get("/search", headers={"HX-Request": "true"}).text
    assert client.get("/search.json").json == {"error": MEND}


def test_a_fragment_of_a_failure_is_escaped_and_announced(failing_client: Build) -> None:
    client = failing_client(InvalidQuery("<b>too long</b>"))
    response = client.get("/search?q=x", headers={"HX-Request": "true"})
    fragment = parse_html(response.text)
    assert response.status_code == 400
    assert not fragment.all("html") and not fragment.all("b")
    assert fragment.one("div", role="alert")
    [status] = [node for node in fragment.all("p") if "hx-swap-oob" in node.attrs]
    assert "<b>too long</b>" in status.text


def test_a_failed_search_keeps_its_words(failing_client: Build) -> None:
    page = failing_client(InvalidQuery("No.")).get("/search?q=grain+deal")
    assert parse_html(page.text).one("input", id="q").attrs["value"] == "grain deal"


@pytest.mark.parametrize(
    ("degraded", "code", "state"),
    [(None, 200, "ready"), ("gen-8 does not pass its manifest.", 200, "degraded")],
    ids=["ready", "degraded"],
)
def test_health_tells_ready_from_degraded(
    hostile: CannedEngine,
    hostile_client: FlaskClient,
    degraded: str | None,
    code: int,
    state: str,
) -> None:
    hostile.status_given = replace(STATUS, degraded=degraded)
    response = hostile_client.get("/healthz")
    assert (response.status_code, response.json["status"]) == (code, state)
    assert response.json["reason"] == degraded


def test_health_is_not_ready_when_nothing_can_be_served(failing_client: Build) -> None:
    response = failing_client(IndexDamaged("Run `searchapp verify`.")).get("/healthz")
    assert response.status_code == 503
    assert response.json == {"status": "not ready", "reason": "Run `searchapp verify`."}
    assert response.headers["Retry-After"].isdigit()


def test_methods_that_would_change_something_are_refused(hostile_client: FlaskClient) -> None:
    response = hostile_client.post("/search")
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD"}


def test_where_a_filter_cannot_be_used_the_words_alone_can(client: FlaskClient) -> None:
    page = parse_html(client.get("/search?q=grain&from=someday").text)
    [link] = [link for link in page.one("main").all("a") if "grain" in link.text]
    assert link.attrs["href"] == "/search?q=grain"
    assert client.get(link.attrs["href"]).status_code == 200


def test_words_that_cannot_be_used_are_not_offered_again(client: FlaskClient) -> None:
    page = parse_html(client.get(f"/search?q={'x ' * 300}").text)
    assert [link.text for link in page.one("main").all("a")] == ["Show all articles"]
