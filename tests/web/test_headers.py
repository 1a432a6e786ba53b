"""Every response carries the same headers, whatever the route and however it ends."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from flask.testing import FlaskClient

from searchapp.errors import IndexMissing, InvalidQuery
from searchapp.web import WebOptions, build_app
from tests.web.canned_engine import CannedEngine, hostile_response

EXPECTED = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
    "browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, kw_only=True)
class Case:
    """A request and the status it ends with."""

    url: str
    status: int = 200
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    failure: Exception | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.url} {self.status}"


ROUTES = (
    "/",
    "/search",
    "/search.json",
    "/search.csv",
    "/search.atom",
    "/article/hostile",
    "/article/hostile.json",
    "/article?id=hostile",
    "/article.json?id=hostile",
    "/article.txt?id=hostile",
    "/article.bib?id=hostile",
    "/article.ris?id=hostile",
    "/why?id=hostile&q=storm",
    "/healthz",
    "/status",
    "/status.json",
    "/opensearch.xml",
    "/suggest?q=a",
    "/suggest.json?q=a",
    "/grid",
    "/grid.csv",
    "/concordance?q=a",
    "/concordance.csv?q=a",
    "/compare?a=hostile&b=hostile-too",
    "/persons",
    "/countries/RU",
    "/metrics",
    "/static/app.css",
)
CASES = (
    *(Case(url=url) for url in ROUTES),
    *(Case(url=url, status=405, method="POST") for url in ROUTES),
    *(Case(url=url, status=400, headers={"Host": "evil.example"}) for url in ROUTES),
    *(Case(url=url, status=413, method="POST", body=b"x" * 70_000) for url in ROUTES),
    *(
        Case(url=url, status=500, failure=ZeroDivisionError("private"))
        for url in ROUTES
        if not url.startswith(("/static", "/opensearch"))
    ),
    *(
        Case(url=url, status=503, failure=IndexMissing("Run `searchapp reindex`."))
        for url in ROUTES
        if not url.startswith(("/static", "/opensearch", "/metrics"))
    ),
    Case(url="/search", status=400, failure=InvalidQuery("Too long.")),
    Case(url="/search?from=someday", status=400),
    Case(url="/search.json?date=2022-13", status=400),
    Case(url="/nowhere", status=404),
    Case(url="/nowhere.json", status=404),
    Case(url="/article/none", status=404),
    Case(url="/article", status=404),
    Case(url="/static/none.css", status=404),
    Case(url="/static/../../etc/passwd", status=404),
    *(Case(url="/search", status=405, method=name) for name in ("OPTIONS", "TRACE", "PUT")),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_response_is_secured(case: Case) -> None:
    client = build_app(
        CannedEngine(hostile_response(), failure=case.failure), WebOptions(metrics=True)
    ).test_client()
    response = client.open(case.url, method=case.method, headers=case.headers, data=case.body)
    assert response.status_code == case.status
    assert {name: response.headers.get(name) for name in EXPECTED} == EXPECTED
    assert "Set-Cookie" not in response.headers
    assert "Strict-Transport-Security" not in response.headers
    assert "Cache-Control" in response.headers


def test_no_route_is_forgotten() -> None:
    app = build_app(CannedEngine(hostile_response()), WebOptions(metrics=True))
    routes = app.url_map.bind("localhost")
    asked = {routes.match(url.partition("?")[0], return_rule=True)[0].rule for url in ROUTES}
    assert asked == {rule.rule for rule in app.url_map.iter_rules()}


def test_an_answer_that_has_not_changed_is_secured_too(hostile_client: FlaskClient) -> None:
    tags = {url: hostile_client.get(url).headers.get("ETag") for url in ROUTES}
    kept = {url: tag for url, tag in tags.items() if tag}
    assert {"/static/app.css", "/search.atom"} <= set(kept)
    for url, tag in kept.items():
        response = hostile_client.get(url, headers={"If-None-Match": tag})
        assert response.status_code == 304, url
        assert {name: response.headers.get(name) for name in EXPECTED} == EXPECTED
        assert "Set-Cookie" not in response.headers


def test_transport_security_is_said_over_https(hostile_client: FlaskClient) -> None:
    response = hostile_client.get("/", base_url="https://localhost")
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_forwarded_headers_are_believed_only_behind_a_proxy() -> None:
    engine = CannedEngine(hostile_response())
    forged = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}
    plain = build_app(engine).test_client().get("/opensearch.xml", headers=forged)
    assert "Strict-Transport-Security" not in plain.headers
    assert "evil.example" not in plain.text
    options = WebOptions(proxies=1, trusted_hosts=("archive.example",))
    behind = build_app(engine, options).test_client()
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "archive.example"}
    answer = behind.get("/opensearch.xml", headers=told)
    assert "https://archive.example/search?q=" in answer.text
    assert behind.get("/", headers=forged).status_code == 400


@pytest.mark.parametrize(
    "host", ["localhost:8000", "127.0.0.1:8000", "LOCALHOST", "[::1]:8000", "[::1]"]
)
def test_the_server_answers_to_its_own_names(hostile_client: FlaskClient, host: str) -> None:
    assert hostile_client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "[::2]", "[::1", "::1", "", "a b", "127.1"]
)
def test_the_server_does_not_answer_to_other_names(hostile_client: FlaskClient, host: str) -> None:
    assert hostile_client.get("/healthz", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("path", ["//evil.example/..", "/search/", "//search", "/article//a"])
def test_nothing_redirects(hostile_client: FlaskClient, path: str) -> None:
    response = hostile_client.get("/", environ_overrides={"PATH_INFO": path})
    assert "Location" not in response.headers
    assert response.status_code in (200, 404)


def test_static_files_are_kept_for_ever_under_the_address_of_their_content(
    hostile_client: FlaskClient,
) -> None:
    page = hostile_client.get("/").text
    url = page.split('rel="stylesheet" href="')[1].split('"')[0]
    kept = hostile_client.get(url)
    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Vary" not in kept.headers
    for other in ("/static/app.css", "/static/app.css?v=000000000000"):
        assert hostile_client.get(other).headers["Cache-Control"] == "no-cache"


def test_the_retry_time_is_said_when_the_archive_is_not_ready(
    failing_client: Callable[[Exception], FlaskClient],
) -> None:
    client = failing_client(IndexMissing("Run `searchapp reindex`."))
    assert client.get("/").headers["Retry-After"].isdigit()
