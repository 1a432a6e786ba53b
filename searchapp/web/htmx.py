"""What htmx asked for: a page, its fragment, or the part of it that is to be replaced."""

from flask import request


def wants_fragment() -> bool:
    """True for htmx's own requests, False when it restores a page from the history."""
    restoring = request.headers.get("HX-History-Restore-Request") == "true"
    return request.headers.get("HX-Request") == "true" and not restoring


def part_wanted() -> str:
    """The id of the element that htmx will fill with the answer; "" when a page is wanted."""
    return request.headers.get("HX-Target", "") if wants_fragment() else ""
