"""The archives that are shown: the sample articles, and one that cannot answer yet."""

from flask import Flask

from searchapp.errors import IndexMissing
from searchapp.web import WebOptions, build_app
from tests.web.canned_engine import CannedEngine, hostile_response

OPTIONS = WebOptions(title="Sample articles")


def build_unready_app() -> Flask:
    """An archive that has no index yet."""
    missing = IndexMissing(
        "There is nothing to search: /srv/archive/index is not there. "
        "Run `searchapp reindex FOLDER` with the folder of your articles."
    )
    return build_app(CannedEngine(hostile_response(), failure=missing), OPTIONS)
