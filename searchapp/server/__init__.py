"""Serving: the web application as a production server, in one process or several."""

from searchapp.server.logs import start_log
from searchapp.server.serve import serve

__all__ = ["serve", "start_log"]
