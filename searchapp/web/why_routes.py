"""“Why here?”: the score of one article for a search, as a page or in its place on the list."""

from flask import Blueprint, abort, render_template, request

from searchapp.search.engine import Engine
from searchapp.web.htmx import wants_fragment
from searchapp.web.presenters.explanation import build_explanation_page
from searchapp.web.search_routes import requested


def build_why_blueprint(engine: Engine) -> Blueprint:
    """The route over that engine."""
    blueprint = Blueprint("why", __name__)

    @blueprint.get("/why")
    def why() -> str:
        article = engine.article(request.args.get("id") or abort(404))
        asked = requested()
        page = build_explanation_page(
            article,
            asked,
            engine.explain(article.id, asked.query),
            engine.neighbours(article.id, asked),
        )
        return render_template("_why.html" if wants_fragment() else "why.html", page=page)

    return blueprint
