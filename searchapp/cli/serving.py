"""The commands `serve` and `demo`."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from searchapp.cli.options import chosen_settings, host_option, index_option, port_option
from searchapp.cli.reindexing import Ways, report, run_reindex
from searchapp.console import echo
from searchapp.settings import Settings

_SAMPLES: Final = Path(__file__).parent.parent / "samples" / "articles"


@click.command("serve")
@index_option
@host_option
@port_option
@click.option("--workers", help="Processes that answer. Default: 1.")
@click.option("--log-format", help="text or json. Default: text.")
def serve_command(
    index: str | None,
    host: str | None,
    port: str | None,
    workers: str | None,
    log_format: str | None,
) -> None:
    """Serve the search page until stopped with Ctrl+C.

    A newer index is picked up without a restart, and when the server is told to stop, the requests
    under way are still answered. One process is enough for a newsroom; with more, one for each
    processor, more is answered at the same time, and a process that fails is replaced.

    \b
    searchapp serve --port 8080
    searchapp serve --index /srv/courier/index --host 0.0.0.0
    searchapp serve --workers 4 --log-format json
    """
    _serve(
        chosen_settings(index=index, host=host, port=port, workers=workers, log_format=log_format)
    )


@click.command("demo")
@index_option
@host_option
@port_option
def demo_command(index: str | None, host: str | None, port: str | None) -> None:
    """Index the bundled sample articles and serve them.

    They go into a folder “demo” inside the index folder, so an index of your own stays as it is.

    \b
    searchapp demo --port 8080
    """
    settings = chosen_settings(index=index, host=host, port=port)
    settings = replace(
        settings, index=settings.index / "demo", articles=(_SAMPLES,), title="Sample articles"
    )
    report(run_reindex(settings, Ways()), as_json=False)
    _serve(settings)


def _serve(settings: Settings) -> None:
    from searchapp import create_app
    from searchapp.server import serve, start_log

    start_log(settings.log_format)
    serve(
        lambda: create_app(settings),
        settings,
        lambda url: echo(f"Serving {settings.index} at {url} – stop with Ctrl+C"),
    )
