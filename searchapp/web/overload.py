"""Requests that waited too long to be answered in time are told to come back."""

from flask import Flask, request
from werkzeug.exceptions import ServiceUnavailable

REFUSED = "searchapp.refused"
"""Key in the WSGI environment: true when the server has more to do than it can answer in time."""

_RETRY_SECONDS = 5
_ALWAYS_ANSWERED = frozenset({"status.health", "metrics.metrics_page"})


def refuse_when_overloaded(app: Flask) -> None:
    """Answer 503 to what the server refuses; whether it is well is still said."""

    @app.before_request
    def refuse() -> None:
        if request.environ.get(REFUSED) and request.endpoint not in _ALWAYS_ANSWERED:
            raise ServiceUnavailable(retry_after=_RETRY_SECONDS)
