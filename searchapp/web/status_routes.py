"""For whoever runs the archive: is it ready, what does it serve, what was left out."""

from flask import Blueprint, Response, jsonify, make_response, render_template, request

from searchapp.errors import OperatorError
from searchapp.search.engine import Engine
from searchapp.web.presenters.status_page import build_status_page, build_status_payload


def build_status_blueprint(engine: Engine) -> Blueprint:
    """The status routes over that engine."""
    blueprint = Blueprint("status", __name__)

    @blueprint.get("/healthz")
    def health() -> Response:
        try:
            status = engine.status()
        except OperatorError as error:
            response = jsonify(status="unavailable", error=str(error))
            response.status_code = 503
            return response
        state = "degraded" if status.degraded else "ready"
        return jsonify(status=state, generation=status.generation, reason=status.degraded)

    @blueprint.get("/status")
    def status_page() -> str:
        return render_template("status.html", page=build_status_page(engine.status()))

    @blueprint.get("/status.json")
    def status_json() -> Response:
        return jsonify(build_status_payload(engine.status()))

    @blueprint.get("/opensearch.xml")
    def description() -> Response:
        """An OpenSearch 1.1 description document, which adds the archive to a browser."""
        response = make_response(
            render_template("opensearch.xml", address=request.host_url.rstrip("/"))
        )
        response.mimetype = "application/opensearchdescription+xml"
        return response

    return blueprint
