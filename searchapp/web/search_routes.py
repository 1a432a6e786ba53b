"""The search page, its fragment and its JSON, all from the same address."""

from flask import Blueprint, Response, jsonify, render_template, request

from searchapp.search.engine import Engine
from searchapp.search.payload import build_payload
from searchapp.search.request import SearchRequest
from searchapp.search.response import SearchResponse
from searchapp.search.url import parse_args
from searchapp.web.htmx import wants_fragment
from searchapp.web.presenters.chips import Chip
from searchapp.web.presenters.search_page import build_search_page, constraints_to_drop
from searchapp.web.presenters.spellings import build_spelled_values


def build_search_blueprint(engine: Engine) -> Blueprint:
    """The search routes over that engine."""
    blueprint = Blueprint("search", __name__)

    @blueprint.get("/")
    @blueprint.get("/search")
    def search() -> str:
        response = engine.search(requested())
        spelled = build_spelled_values(response, engine.spellings)
        page = build_search_page(response, _ways_out(engine, response), spelled)
        template = "_search_update.html" if wants_fragment() else "search.html"
        return render_template(template, page=page)

    @blueprint.get("/search.json")
    def search_json() -> Response:
        return jsonify(build_payload(engine.search(requested())))

    return blueprint


def requested() -> SearchRequest:
    """The search that the address of the current request stands for."""
    return parse_args(request.args.items(multi=True))


def _ways_out(engine: Engine, response: SearchResponse) -> list[tuple[Chip, int]]:
    """Each constraint of an empty result with what would be found without it."""
    if response.total:
        return []
    return [(chip, engine.search(chip.request).total) for chip in constraints_to_drop(response)]
