"""Whether htmx asked, and so whether a fragment is wanted in place of a page."""

from flask import request


def wants_fragment() -> bool:
    """True for htmx's own requests, False when it restores a page from the history."""
    restoring = request.headers.get("HX-History-Restore-Request") == "true"
    return request.headers.get("HX-Request") == "true" and not restoring
