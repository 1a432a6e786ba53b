"""The figures for Prometheus, and that there are none unless they are wanted."""

import sys
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from searchapp.errors import IndexMissing, SettingsError
from searchapp.web import WebOptions, build_app
from tests.web.canned_engine import STATUS, CannedEngine, hostile_response
from tests.web.test_headers import EXPECTED


@pytest.fixture
def engine() -> CannedEngine:
    """The engine behind `measured`, to be changed by a test."""
    return CannedEngine(hostile_response())


@pytest.fixture
def measured(engine: CannedEngine) -> FlaskClient:
    """A client of an archive with metrics."""
    return build_app(engine, WebOptions(metrics=True)).test_client()


def figures(client: FlaskClient) -> dict[tuple[str, ...], float]:
    """Every figure by its name and the values of its labels."""
    response = client.get("/metrics")
    assert response.status_code == 200
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(response.text)
        for sample in family.samples
    }


def test_there_are_none_unless_they_are_wanted(hostile_client: FlaskClient) -> None:
    assert hostile_client.get("/metrics").status_code == 404


def test_requests_are_counted_by_route_and_status(measured: FlaskClient) -> None:
    for url in ("/search?q=a", "/search?q=b", "/article/hostile", "/article/none", "/nowhere"):
        measured.get(url)
    found = figures(measured)
    counts = {name[1:]: value for name, value in found.items() if "requests_total" in name[0]}
    assert counts == {
        ("/search", "200"): 2,
        ("/article/<path:article_id>", "200"): 1,
        ("/article/<path:article_id>", "404"): 1,
        ("none", "404"): 1,
    }
    assert found["searchapp_request_seconds_count", "/search"] == 2
    assert found["searchapp_search_seconds_count",] == 2
    assert found["searchapp_search_seconds_sum",] == pytest.approx(2 * 0.0032)


@pytest.mark.parametrize(
    ("degraded", "figure"), [(None, 0), ("gen-8 does not pass.", 1)], ids=["ready", "degraded"]
)
def test_what_is_served_is_told(
    engine: CannedEngine, measured: FlaskClient, degraded: str | None, figure: int
) -> None:
    engine.status_given = replace(STATUS, degraded=degraded, generation="gen-000012")
    found = figures(measured)
    served = {name: value for (name, *labels), value in found.items() if not labels}
    assert served["searchapp_ready"] == 1
    assert served["searchapp_degraded"] == figure
    assert served["searchapp_articles"] == 12345
    assert served["searchapp_rejected"] == 2
    assert served["searchapp_generation"] == 12
    assert served["searchapp_published_timestamp_seconds"] == STATUS.published_at.timestamp()


def test_without_an_index_only_that_is_told(engine: CannedEngine, measured: FlaskClient) -> None:
    engine.failure = IndexMissing("Run `searchapp reindex`.")
    found = figures(measured)
    assert found["searchapp_ready",] == 0
    assert ("searchapp_articles",) not in found


def test_the_page_of_figures_is_secured(measured: FlaskClient) -> None:
    response = measured.get("/metrics")
    assert {name: response.headers.get(name) for name in EXPECTED} == EXPECTED
    assert response.headers["Content-Type"].startswith("text/plain; version=0.0.4")


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch, engine: CannedEngine) -> None:
    monkeypatch.delitem(sys.modules, "searchapp.web.metrics", raising=False)
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    with pytest.raises(SettingsError, match=r"searchapp\[metrics\]"):
        build_app(engine, WebOptions(metrics=True))
