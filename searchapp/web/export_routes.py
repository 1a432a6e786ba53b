"""A search for programs: all of it as CSV, what is new in it as a feed, and how to ask for it."""

from flask import Blueprint, Response, make_response, render_template, request

from searchapp.search.engine import Engine
from searchapp.search.export import Export, iter_export_rows
from searchapp.web.csv_tables import csv_response
from searchapp.web.freshness import Freshness
from searchapp.web.presenters.exports import CSV_PATH
from searchapp.web.presenters.feed import FEED_PATH, Place, build_feed, feed_request
from searchapp.web.search_routes import requested


def build_export_blueprint(engine: Engine, freshness: Freshness, title: str) -> Blueprint:
    """The routes over that engine; `title` is the archive's name."""
    blueprint = Blueprint("export", __name__)

    @blueprint.get(CSV_PATH)
    def search_csv() -> Response:
        return freshness.answer(lambda: _csv(engine.export(requested())))

    @blueprint.get(FEED_PATH)
    def search_atom() -> Response:
        return freshness.answer(lambda: _feed(engine, title))

    @blueprint.get("/opensearch.xml")
    def description() -> Response:
        """An OpenSearch 1.1 description document, which adds the archive to a browser."""
        text = render_template("opensearch.xml", address=_address())
        return _xml(text, "application/opensearchdescription+xml")

    return blueprint


def _csv(export: Export) -> Response:
    response = csv_response(iter_export_rows(export), "articles")
    response.headers["X-Total-Count"] = str(export.total)
    return response


def _feed(engine: Engine, title: str) -> Response:
    latest = engine.latest(feed_request(requested()))
    feed = build_feed(latest, Place(title=title, address=_address()))
    return _xml(render_template("feed.xml", feed=feed), "application/atom+xml")


def _xml(text: str, mimetype: str) -> Response:
    response = make_response(text)
    response.content_type = f"{mimetype}; charset=utf-8"
    return response


def _address() -> str:
    return request.host_url.rstrip("/")
