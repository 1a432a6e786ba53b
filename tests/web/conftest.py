"""The web front end over the index of the sample articles, and over prepared answers."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from searchapp.search.engine import Engine
from searchapp.web import WebOptions, build_app
from tests.web.canned_engine import CannedEngine, hostile_response


@pytest.fixture(scope="session")
def client(sample_engine: Engine) -> FlaskClient:
    """A client of the real thing: the sample articles, indexed."""
    return build_app(sample_engine, WebOptions(version="1.2.3")).test_client()


@pytest.fixture
def hostile() -> CannedEngine:
    """The engine behind `hostile_client`, to be changed by a test."""
    return CannedEngine(hostile_response())


@pytest.fixture
def hostile_client(hostile: CannedEngine) -> FlaskClient:
    """A client of an archive in which every text is hostile."""
    return build_app(hostile).test_client()


@pytest.fixture
def failing_client() -> Callable[[Exception], FlaskClient]:
    """Builds a client of an engine that answers everything with that exception."""

    def build(failure: Exception) -> FlaskClient:
        return build_app(CannedEngine(hostile_response(), failure=failure)).test_client()

    return build
