"""What the reindex tests share."""

import os
from pathlib import Path

import pytest

from tests.reindex.archive import Archive


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault tests look after what a power failure leaves."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An empty archive."""
    folder = tmp_path / "articles"
    folder.mkdir()
    return Archive(folder=folder, index=tmp_path / "index")
