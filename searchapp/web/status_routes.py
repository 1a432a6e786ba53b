"""For whoever runs the archive: is it ready, what does it serve, what was left out."""

from flask import Blueprint, Response, jsonify, render_template

from searchapp.errors import OperatorError
from searchapp.search.engine import Engine
from searchapp.search.status_payload import build_status_payload
from searchapp.web.failures import RETRY_SECONDS
from searchapp.web.presenters.status_page import build_status_page


def build_status_blueprint(engine: Engine) -> Blueprint:
    """The status routes over that engine."""
    blueprint = Blueprint("status", __name__)

    @blueprint.get("/healthz")
    def health() -> Response:
        """Ready, degraded (an older generation is served; both 200), or not ready (503)."""
        try:
            status = engine.status()
        except OperatorError as error:
            response = jsonify(status="not ready", reason=str(error))
            response.status_code = 503
            response.headers["Retry-After"] = RETRY_SECONDS
            return response
        state = "degraded" if status.degraded else "ready"
        return jsonify(
            status=state,
            generation=status.generation,
            articles=status.articles,
            reason=status.degraded,
        )

    @blueprint.get("/status")
    def status_page() -> str:
        return render_template("status.html", page=build_status_page(engine.status()))

    @blueprint.get("/status.json")
    def status_json() -> Response:
        return jsonify(build_status_payload(engine.status()))

    return blueprint
