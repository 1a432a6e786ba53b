"""The options that several commands have, and the settings that they make."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from searchapp.settings import Settings, load_settings

index_option = click.option(
    "--index", metavar="DIR", help="Where the index is. Default: index/, or SEARCHAPP_INDEX."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
host_option = click.option("--host", help="Address to listen on. Default: 127.0.0.1.")
port_option = click.option("--port", help="Port to listen on. Default: 8000.")


def chosen_settings(**chosen: str | Sequence[str] | None) -> Settings:
    """The settings in force here; None and () are options that were not given."""
    return load_settings(Path.cwd(), os.environ, chosen)
