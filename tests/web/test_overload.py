"""What the server refuses is answered in the form that was asked for."""

import pytest
from flask.testing import FlaskClient

from searchapp.web.overload import REFUSED
from tests.web.dom import parse_html
from tests.web.test_headers import EXPECTED


@pytest.mark.parametrize("url", ["/", "/search?q=x", "/search.json", "/article/hostile", "/none"])
def test_a_refused_request_says_when_to_come_back(hostile_client: FlaskClient, url: str) -> None:
    response = hostile_client.get(url, environ_overrides={REFUSED: True})
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert {name: response.headers.get(name) for name in EXPECTED} == EXPECTED


def test_a_refused_fragment_is_a_fragment(hostile_client: FlaskClient) -> None:
    response = hostile_client.get(
        "/search?q=x", headers={"HX-Request": "true"}, environ_overrides={REFUSED: True}
    )
    assert "busy" in parse_html(response.text).one("div", role="alert").text
    assert "<html" not in response.text


@pytest.mark.parametrize("given", [{}, {REFUSED: False}], ids=["no server says", "not refused"])
def test_other_requests_are_answered(hostile_client: FlaskClient, given: dict[str, object]) -> None:
    assert hostile_client.get("/search", environ_overrides=given).status_code == 200


def test_whether_it_is_well_is_said_all_the_same(hostile_client: FlaskClient) -> None:
    assert hostile_client.get("/healthz", environ_overrides={REFUSED: True}).status_code == 200
