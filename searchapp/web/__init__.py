"""The web front end: search page, article page, status, and the same as JSON."""

from searchapp.web.app import build_app
from searchapp.web.options import WebOptions, asset_dir

__all__ = ["WebOptions", "asset_dir", "build_app"]
