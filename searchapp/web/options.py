"""What the web front end can be told, and where its templates and static files lie."""

from dataclasses import dataclass, field
from pathlib import Path

from searchapp.errors import SettingsError


def asset_dir(name: str) -> Path:
    """The folder "templates" or "static": inside an installed package, beside it in a checkout.

    Raises SettingsError when it is in neither place.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise SettingsError(
        f"The folder “{name}” is missing beside {package}; install searchapp again."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """How the pages are served.

    `trusted_hosts` are the names and addresses the server answers to: a leading dot includes
    subdomains, empty means any. `proxies` is the exact number of reverse proxies in front, whose
    X-Forwarded-For, -Proto and -Host are then believed; with 0 these headers are ignored.
    `metrics` adds /metrics for Prometheus, `log_requests` a line in the log for every request.
    """

    title: str = "Newspaper Archive"
    version: str = ""
    trusted_hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "::1")
    proxies: int = 0
    metrics: bool = False
    log_requests: bool = False
    templates: Path = field(default_factory=lambda: asset_dir("templates"))
    static: Path = field(default_factory=lambda: asset_dir("static"))
