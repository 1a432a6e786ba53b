"""Suggestions while a query is typed: a fragment for the page, and JSON for browsers."""

from flask import Blueprint, Response, current_app, render_template, request

from searchapp.search.engine import Engine
from searchapp.search.suggestion import Suggestion
from searchapp.web.presenters.suggestions import build_completions, build_suggestions
from searchapp.web.search_routes import requested

_SUGGESTIONS_TYPE = "application/x-suggestions+json"


def build_suggest_blueprint(engine: Engine) -> Blueprint:
    """The suggestion routes over that engine."""
    blueprint = Blueprint("suggest", __name__)

    @blueprint.get("/suggest")
    def suggest() -> str:
        return render_template("_suggestions.html", view=build_suggestions(suggested()))

    @blueprint.get("/suggest.json")
    def suggest_json() -> Response:
        # Answered as typed: browsers compare it with what stands in their box.
        completions = build_completions(request.args.get("q", ""), suggested())
        return Response(current_app.json.dumps(completions), content_type=_SUGGESTIONS_TYPE)

    def suggested() -> tuple[Suggestion, ...]:
        # After a blank no word is being typed; the search that is asked for knows no blank ends.
        blank = request.args.get("q", "")[-1:].isspace()
        return () if blank else engine.suggest(requested())

    return blueprint
