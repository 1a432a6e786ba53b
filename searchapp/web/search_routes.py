"""The search page, its fragment and its JSON, all from the same address."""

from flask import Blueprint, Response, jsonify, make_response, render_template, request

from searchapp.search.engine import Engine
from searchapp.search.facets import Facet
from searchapp.search.payload import build_payload
from searchapp.search.request import SearchRequest
from searchapp.search.response import SearchResponse
from searchapp.search.url import parse_args
from searchapp.web.freshness import Freshness
from searchapp.web.htmx import part_wanted, wants_fragment
from searchapp.web.presenters.chips import Chip
from searchapp.web.presenters.facets import build_facet_view
from searchapp.web.presenters.help import build_help
from searchapp.web.presenters.search_page import build_search_page, constraints_to_drop
from searchapp.web.presenters.spellings import build_spelled_values


def build_search_blueprint(engine: Engine, freshness: Freshness) -> Blueprint:
    """The search routes over that engine."""
    blueprint = Blueprint("search", __name__)

    @blueprint.get("/")
    @blueprint.get("/search")
    def search() -> str | Response:
        response = engine.search(requested())
        listed = _facet_wanted(response.request)
        if listed:
            return _values(response, listed)
        spelled = build_spelled_values(response, engine.spellings)
        page = build_search_page(response, _ways_out(engine, response), spelled)
        if wants_fragment():
            return render_template("_search_update.html", page=page)
        return render_template("search.html", page=page, help=build_help(engine.examples()))

    @blueprint.get("/search.json")
    def search_json() -> Response:
        return freshness.answer(lambda: jsonify(build_payload(engine.search(requested()))))

    return blueprint


def requested() -> SearchRequest:
    """The search that the address of the current request stands for."""
    return parse_args(request.args.items(multi=True))


def _facet_wanted(searched: SearchRequest) -> Facet | None:
    """The facet whose full list alone is to be replaced, as while its values are looked for."""
    part = part_wanted()
    return next((facet for facet in searched.expanded if part == f"values-{facet}"), None)


def _values(response: SearchResponse, facet: Facet) -> Response:
    view = build_facet_view(response, facet)
    answer = make_response(render_template("_values_update.html", facet=view))
    answer.vary.add("HX-Target")
    return answer


def _ways_out(engine: Engine, response: SearchResponse) -> list[tuple[Chip, int]]:
    """Each constraint of an empty result with what would be found without it."""
    if response.total:
        return []
    return [(chip, engine.search(chip.request).total) for chip in constraints_to_drop(response)]
