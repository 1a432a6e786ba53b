"""Two articles word by word."""

from flask import Blueprint, abort, render_template, request

from searchapp.search.engine import Engine
from searchapp.web.presenters.compare_page import build_compare_page


def build_compare_blueprint(engine: Engine) -> Blueprint:
    """The route of the comparison over that engine."""
    blueprint = Blueprint("compare", __name__)

    @blueprint.get("/compare")
    def compare() -> str:
        first, second = (request.args.get(name) or abort(404) for name in ("a", "b"))
        page = build_compare_page(engine.article(first), engine.article(second))
        return render_template("compare.html", page=page)

    return blueprint
