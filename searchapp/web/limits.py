"""What requests are refused before they are looked at: strangers' host names, large bodies."""

from flask import Flask, abort, request
from werkzeug.sansio.utils import host_is_trusted

MAX_BODY = 65_536
_MAX_PARTS = 50


def set_limits(app: Flask, trusted_hosts: tuple[str, ...]) -> None:
    """Limit what the app reads, and the host names it answers to (none given: any)."""
    app.config.update(
        MAX_CONTENT_LENGTH=MAX_BODY,
        MAX_FORM_MEMORY_SIZE=MAX_BODY,
        MAX_FORM_PARTS=_MAX_PARTS,
        PROVIDE_AUTOMATIC_OPTIONS=False,
    )
    # Addresses are answered as they are or not at all: a redirect could be led off the site.
    app.url_map.merge_slashes = False

    @app.before_request
    def refuse() -> None:
        if trusted_hosts and not is_trusted(request.host, trusted_hosts):
            abort(400)
        if (request.content_length or 0) > MAX_BODY:
            abort(413)


def is_trusted(host: str, trusted_hosts: tuple[str, ...]) -> bool:
    """Whether a Host header names one of the hosts, whatever its port.

    Werkzeug's own check cannot be told IPv6 addresses, so these are compared here.
    """
    if host.startswith("["):
        address = host[1:].partition("]")[0].lower()
        return address in {name.strip("[]").lower() for name in trusted_hosts if ":" in name}
    names = [name.lower() for name in trusted_hosts if ":" not in name]
    return bool(names) and host_is_trusted(host.lower(), names)
