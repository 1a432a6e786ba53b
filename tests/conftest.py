"""What all tests share: the sample index, and how hard the property tests try."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import searchapp
from searchapp.console import NoProgress
from searchapp.engine import EmbeddedEngine
from searchapp.reindex import ReindexOptions, reindex

SAMPLES = Path(searchapp.__file__).parent / "samples" / "articles"

# A shared machine may be slow at any moment, so no example has a time limit.
settings.register_profile(
    "default", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40
)
# A change is judged by the same examples every time; developers' runs keep looking for new ones.
settings.register_profile("ci", parent=settings.get_profile("default"), derandomize=True)
settings.register_profile("thorough", parent=settings.get_profile("default"), max_examples=2_000)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "default")
)


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the bundled sample articles, made as `searchapp reindex` makes it."""
    index = tmp_path_factory.mktemp("samples") / "index"
    reindex(ReindexOptions(index=index, roots=(SAMPLES,)), NoProgress())
    return index


@pytest.fixture(scope="session")
def sample_engine(sample_index: Path) -> EmbeddedEngine:
    """The real engine over the sample articles."""
    return EmbeddedEngine(sample_index)
