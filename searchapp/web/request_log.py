"""A number for every request and, if wanted, a line in the log.

What people search for and where they ask from is theirs: neither the query string nor the
client's address is ever logged.
"""

import logging
import re
import secrets
import time

from flask import Flask, Response, g, request

logger = logging.getLogger(__name__)

_HEADER = "X-Request-ID"
_FOREIGN = re.compile(r"[A-Za-z0-9_.-]{1,64}")


def number_requests(app: Flask, *, log: bool, trusted: bool) -> None:
    """Give every request its number; `trusted` takes the one that a reverse proxy gave it."""

    @app.before_request
    def begin() -> None:
        given = request.headers.get(_HEADER, "") if trusted else ""
        g.request_id = given if _FOREIGN.fullmatch(given) else secrets.token_hex(8)
        g.began = time.perf_counter()

    @app.after_request
    def end(response: Response) -> Response:
        response.headers[_HEADER] = request_number()
        if log:
            _log(response.status_code, request_seconds())
        return response


def request_number() -> str:
    """The number of the request that is being answered."""
    return str(g.request_id)


def request_seconds() -> float:
    """Seconds since the request reached the application."""
    return time.perf_counter() - float(g.began)


def _log(status: int, seconds: float) -> None:
    fields = {
        "request": request_number(),
        "method": request.method,
        "path": request.path,
        "status": status,
        "ms": round(seconds * 1_000, 1),
    }
    logger.info("%(method)s %(path)s %(status)s %(ms)s ms %(request)s", fields)
