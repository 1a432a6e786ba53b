"""Other ways of looking at a result, from the search's own parameters: as a grid, in context."""

from flask import Blueprint, Response, render_template, request

from searchapp.search.engine import Engine
from searchapp.web.csv_tables import csv_response
from searchapp.web.presenters.concordance_page import (
    build_concordance_page,
    iter_line_rows,
    parse_concordance_request,
)
from searchapp.web.presenters.grid_page import (
    build_grid_page,
    iter_grid_rows,
    parse_grid_request,
)
from searchapp.web.presenters.views import result_of
from searchapp.web.search_routes import requested


def build_insight_blueprint(engine: Engine) -> Blueprint:
    """The routes over that engine."""
    blueprint = Blueprint("insight", __name__)

    @blueprint.get("/grid")
    def grid() -> str:
        asked, search = parse_grid_request(request.args), result_of(requested())
        found = engine.grid(search, asked)
        page = build_grid_page(found, asked, engine.search(search.with_size(1)))
        return render_template("grid.html", page=page)

    @blueprint.get("/grid.csv")
    def grid_csv() -> Response:
        asked = parse_grid_request(request.args)
        found = engine.grid(result_of(requested()), asked)
        return csv_response(iter_grid_rows(found, asked), "grid")

    @blueprint.get("/concordance")
    def concordance() -> str:
        search, asked = parse_concordance_request(requested(), request.args)
        found = engine.concordance(search, asked)
        page = build_concordance_page(found, engine.search(search.with_size(1)))
        return render_template("concordance.html", page=page)

    @blueprint.get("/concordance.csv")
    def concordance_csv() -> Response:
        search, _ = parse_concordance_request(requested(), request.args)
        return csv_response(iter_line_rows(engine.lines(search)), "words-in-context")

    return blueprint
