"""What the fault tests share."""

import os

import pytest


@pytest.fixture(autouse=True)
def _no_waiting_for_the_real_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether flushes are asked for is what these tests are about, not the machine's own disk."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
