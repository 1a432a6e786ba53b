"""Every request has a number; a line in the log is written if wanted, and never what was asked."""

import logging

import pytest

from searchapp.web import WebOptions, build_app
from tests.web.canned_engine import CannedEngine, hostile_response


def header(options: WebOptions, given: str | None = None) -> str:
    client = build_app(CannedEngine(hostile_response()), options).test_client()
    headers = {} if given is None else {"X-Request-ID": given}
    return client.get("/healthz", headers=headers).headers["X-Request-ID"]


def test_every_request_has_a_number_of_its_own() -> None:
    assert len({header(WebOptions()) for _ in range(50)}) == 50


@pytest.mark.parametrize(
    ("proxies", "given", "kept"),
    [
        (1, "3f2a-7.b_C", True),
        (0, "3f2a-7.b_C", False),
        (1, "", False),
        (1, "a b", False),
        (1, "x" * 65, False),
        (1, "<script>", False),
    ],
)
def test_a_number_is_taken_over_only_from_a_proxy_and_only_if_plain(
    proxies: int, given: str, kept: bool
) -> None:
    assert (header(WebOptions(proxies=proxies), given) == given) is kept


@pytest.mark.parametrize("wanted", [True, False], ids=["wanted", "not wanted"])
def test_a_line_is_logged_if_wanted_without_query_and_client(
    caplog: pytest.LogCaptureFixture, wanted: bool
) -> None:
    options = WebOptions(log_requests=wanted)
    client = build_app(CannedEngine(hostile_response()), options).test_client()
    with caplog.at_level(logging.INFO):
        number = client.get("/search?q=secret&person=Mira").headers["X-Request-ID"]
        client.get("/nowhere", headers={"Host": "evil.example"})
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == (2 if wanted else 0)
    if wanted:
        assert lines[0].startswith("GET /search 200 ") and lines[0].endswith(f" ms {number}")
        assert lines[1].startswith("GET /nowhere 400 ")
    said = " ".join(f"{vars(record)}" for record in caplog.records)
    assert not any(private in said for private in ("secret", "Mira", "127.0.0.1"))
