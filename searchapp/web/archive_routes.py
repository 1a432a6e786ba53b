"""Pages about the whole archive: all persons, countries, authors and so on, and each of them."""

from flask import Blueprint, Response, make_response, render_template, request

from searchapp.search.engine import Engine
from searchapp.search.facets import Facet
from searchapp.search.periods import parent_value
from searchapp.search.request import SortOrder
from searchapp.search.response import Bucket, SearchResponse
from searchapp.search.url import build_selection
from searchapp.search.value_list import ListedValue, ListRequest
from searchapp.web.presenters.archive_links import FACET_PATHS
from searchapp.web.presenters.value_page import (
    beginnings,
    build_missing_value,
    build_value_page,
    months_wanted,
    value_request,
)
from searchapp.web.presenters.values_page import build_values_page, parse_list_request

_MOST_ALIKE = 10


def build_archive_blueprint(engine: Engine) -> Blueprint:
    """The routes of every facet of names over that engine."""
    blueprint = Blueprint("archive", __name__)
    words = f"<any({', '.join(FACET_PATHS)}):plural>"

    @blueprint.get(f"/{words}")
    def values(plural: str) -> Response:
        facet, value = FACET_PATHS[plural], request.args.get("value", "").strip()
        if value:
            return _value_page(engine, facet, value)
        page = build_values_page(engine.list_values(parse_list_request(facet, request.args)))
        return make_response(render_template("values.html", page=page))

    @blueprint.get(f"/{words}/<path:value>")
    def value_page(plural: str, value: str) -> Response:
        return _value_page(engine, FACET_PATHS[plural], value)

    return blueprint


def _value_page(engine: Engine, facet: Facet, text: str) -> Response:
    # Checked as a filter in an address would be.
    [value] = build_selection(facet, (text,), ()).included
    asked = value_request(facet, value)
    response = engine.search(asked)
    if not response.total:
        page = build_missing_value(facet, value, _alike(engine, facet, value))
        return make_response(render_template("value_missing.html", page=page), 404)
    first = engine.search(response.request.with_sort(SortOrder.OLDEST).with_size(1)).hits
    [stable] = response.request.selection(facet).required
    built = build_value_page(
        facet,
        response,
        next(iter(first), None),
        _months(engine, response),
        engine.spellings(facet, stable),
    )
    return make_response(render_template("value.html", page=built))


def _months(engine: Engine, response: SearchResponse) -> tuple[Bucket, ...]:
    """The months of the years in which a value has articles, when these are few."""
    base = response.request.with_size(1)
    return tuple(
        bucket
        for year in months_wanted(response)
        for bucket in engine.search(base.with_only(Facet.DATE, year)).facet(Facet.DATE).buckets
        if parent_value(bucket.value) == year
    )


def _alike(engine: Engine, facet: Facet, value: str) -> tuple[ListedValue, ...]:
    """Values with words that begin like one that there is not."""
    for words in (value, *beginnings(value)):
        asked = ListRequest(facet=facet, words=words, size=_MOST_ALIKE)
        found = engine.list_values(asked).values
        if found:
            return found
    return ()
