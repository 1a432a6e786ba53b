"""The engines that the contract is tested on; each test runs on every one of them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from searchapp.article import Article
from searchapp.search.engine import Engine
from tests.contract.archive import ARCHIVE
from tests.contract.engines import BUILDERS

EngineOf = Callable[[Iterable[Article]], Engine]


MARKING = [name for name in BUILDERS if name != "reference"]
"""The reference cuts no snippets and marks no words."""


@pytest.fixture(params=BUILDERS)
def engine_of(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EngineOf]:
    """Builds an engine over the articles given."""
    yield from iter_engine_of(request.param, tmp_path)


@pytest.fixture(params=MARKING)
def marking_engine_of(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EngineOf]:
    """Builds an engine that cuts snippets over the articles given."""
    yield from iter_engine_of(request.param, tmp_path)


@pytest.fixture(params=BUILDERS, scope="session")
def archive_engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """An engine over the small hand-written archive."""
    yield from iter_engine(request.param, tmp_path_factory)


@pytest.fixture(params=MARKING, scope="session")
def marking_engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """An engine that cuts snippets over the small hand-written archive."""
    yield from iter_engine(request.param, tmp_path_factory)


def iter_engine_of(name: str, folder: Path) -> Iterator[EngineOf]:
    with ExitStack() as opened:

        def build(articles: Iterable[Article]) -> Engine:
            engine = BUILDERS[name](articles, folder / "index")
            opened.callback(engine.close)
            return engine

        yield build


def iter_engine(name: str, folders: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = BUILDERS[name](ARCHIVE, folders.mktemp("archive") / "index")
    yield engine
    engine.close()
