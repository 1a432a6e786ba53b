"""searchapp: a search engine with faceted browsing for newspaper archives.

`create_app` is the one place where the engine and the web pages are put together.
"""

from typing import TYPE_CHECKING

from searchapp.settings import Settings

if TYPE_CHECKING:
    from flask import Flask

_LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")


def create_app(settings: Settings | None = None) -> "Flask":
    """The web application over the index that the settings name.

    Without trusted hosts in the settings, a server on this machine alone answers to its own names
    only, so that no web page elsewhere can read an archive through the visitor's browser.
    Raises IndexMissing, IndexDamaged or IndexOutdated when there is nothing to serve.
    """
    # A process that only reads articles needs neither the engine nor the web pages.
    from importlib.metadata import version

    from searchapp.engine import EmbeddedEngine
    from searchapp.web import WebOptions, build_app

    chosen = settings or Settings()
    local = _LOCAL_HOSTS if chosen.host in _LOCAL_HOSTS else ()
    return build_app(
        EmbeddedEngine(chosen.index, watching=True),
        WebOptions(
            title=chosen.title,
            version=version("searchapp"),
            trusted_hosts=chosen.trusted_hosts or local,
            proxies=chosen.proxies,
            metrics=chosen.metrics,
            log_requests=chosen.log_requests,
        ),
    )
