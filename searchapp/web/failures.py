"""Failures as answers: a page, an escaped fragment or JSON, in words for whoever asked."""

import logging
from dataclasses import dataclass

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from searchapp.errors import OperatorError, UserError
from searchapp.search.request import SearchRequest
from searchapp.search.url import build_url
from searchapp.web.htmx import wants_fragment
from searchapp.web.presenters.wording import quote_commands
from searchapp.web.request_log import request_number

logger = logging.getLogger(__name__)

RETRY_SECONDS = "30"
_SENTENCES = {
    400: ("This request cannot be understood", "Check the address and try again."),
    404: ("There is nothing here", "Check the address, or search the archive."),
    405: ("This cannot be done here", "These pages can only be read."),
    413: ("This request is too large", "Send a shorter request."),
    414: ("This address is too long", "Use fewer words or filters."),
    431: ("This request is too large", "Send a shorter request."),
    503: (
        "The archive is busy",
        "More is being asked than can be answered at the moment. Try again in a few seconds.",
    ),
}
_PLAIN = (".csv", ".atom", ".xml")
"""The endings of addresses that programs ask for, who have no use for a page."""
_OTHER = ("This request cannot be answered", "Check the address and try again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FailurePage:
    """What a failure says: a heading, what happened or what to do, and the words searched for.

    `words_url` searches for the words alone, where it may be the rest that cannot be used.
    """

    status: int
    heading: str
    message: str
    query: str = ""
    words_url: str = ""


def register_failures(app: Flask) -> None:
    """Answer every failure of the app in its own look."""
    app.register_error_handler(UserError, _user_error)
    app.register_error_handler(OperatorError, _operator_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unforeseen)


def _user_error(error: UserError) -> Response:
    heading = "Not found" if error.status == 404 else "This search cannot be done as asked"
    return _answer(error.status, heading, str(error))


def _operator_error(error: OperatorError) -> Response:
    logger.error("not ready: %s", error)
    response = _answer(503, "The archive is not ready", str(error))
    response.headers["Retry-After"] = RETRY_SECONDS
    return response


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    response = _answer(status, *_SENTENCES.get(status, _OTHER))
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def _unforeseen(error: Exception) -> Response:
    number = request_number()
    logger.error("request %s to %r failed", number, request.path, exc_info=error)
    return _answer(
        500,
        "Something went wrong",
        f"The fault is ours and was written down under the number {number}. "
        "Try again, or tell whoever runs this archive that number.",
    )


def _answer(status: int, heading: str, message: str) -> Response:
    if request.path.endswith(".json"):
        response = jsonify(error=message)
    elif request.path.endswith(_PLAIN):
        response = Response(f"{message}\n", content_type="text/plain; charset=utf-8")
    else:
        page = _page(status, heading, message)
        template = "_failure.html" if wants_fragment() else "failure.html"
        response = make_response(render_template(template, page=page))
    response.status_code = status
    return response


def _page(status: int, heading: str, message: str) -> FailurePage:
    query = request.args.get("q", "")[:256]
    filtered = status == 400 and query.strip() and len(request.args) > 1
    return FailurePage(
        status=status,
        heading=heading,
        message=quote_commands(message),
        query=query,
        words_url=build_url(SearchRequest(query=query)) if filtered else "",
    )
