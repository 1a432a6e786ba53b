"""Whoever starts a server over an index that others may change is told so."""

import logging
from pathlib import Path

import pytest
from flask import Flask

from searchapp.errors import IndexMissing
from searchapp.server import serve
from searchapp.settings import Settings


def build() -> Flask:
    raise IndexMissing("There is nothing to search.")


@pytest.mark.parametrize(("mode", "warned"), [(0o750, False), (0o770, True), (0o777, True)])
def test_an_index_that_others_may_change_is_warned_of_and_served_all_the_same(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, mode: int, warned: bool
) -> None:
    index = tmp_path / "index"
    index.mkdir()
    index.chmod(mode)
    with caplog.at_level(logging.WARNING), pytest.raises(IndexMissing):
        serve(build, Settings(index=index), lambda address: None)
    assert any("chmod -R go-w" in record.getMessage() for record in caplog.records) == warned
