"""The command line: reindex, search, serve, status, verify, demo."""

import logging
import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

import click

from searchapp import create_app
from searchapp.console import (
    NoProgress,
    ShownProgress,
    echo,
    print_json,
    print_response,
    print_status,
    print_summary,
    status_record,
    summary_record,
)
from searchapp.engine import EmbeddedEngine, verify_index
from searchapp.errors import (
    IndexDamaged,
    IndexMissing,
    IndexOutdated,
    OperatorError,
    SearchAppError,
)
from searchapp.reindex import ReindexOptions, ReindexSummary, reindex
from searchapp.search.facets import FACET_FIELDS
from searchapp.search.payload import build_payload
from searchapp.search.request import MAX_PAGE_SIZE, SortOrder
from searchapp.search.url import parse_args
from searchapp.server import serve
from searchapp.settings import Settings, load_settings

_WRONG_USE: Final = 2
_STOPPED: Final = 128 + signal.SIGINT
_SAMPLES: Final = Path(__file__).parent / "samples" / "articles"

Decorate = Callable[[Callable[..., None]], Callable[..., None]]


class _Commands(click.Group):
    """Turns foreseeable failures into one line and an exit code; nothing else is caught."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except OperatorError as error:
            _fail(error, error.exit_code)
        except SearchAppError as error:
            _fail(error, _WRONG_USE)


def _fail(error: SearchAppError, exit_code: int) -> NoReturn:
    echo(f"Error: {error}", err=True)
    raise click.exceptions.Exit(exit_code) from error


_index_option = click.option(
    "--index", metavar="DIR", help="Where the index is. Default: index/, or SEARCHAPP_INDEX."
)
_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
_host_option = click.option("--host", help="Address to listen on. Default: 127.0.0.1.")
_port_option = click.option("--port", help="Port to listen on. Default: 8000.")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="searchapp")
def main() -> None:
    """Find things in a folder of newspaper articles.

    \b
    searchapp reindex my-articles      read the articles and publish an index
    searchapp serve                    search them in the browser
    searchapp demo                     try it with the bundled sample articles

    Exit codes: 0 done, 1 something the operator must mend, 2 wrong use, 3 another reindex is at
    work, 4 the index must be made anew, 130 stopped.
    """
    # It remarks on pages in ways that help nobody; what cannot be used is named in the summary.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@main.command("reindex")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@_index_option
@click.option("--full", is_flag=True, help="Read every file again, changed or not.")
@click.option("--if-needed", is_flag=True, help="Only when there is no index that can be served.")
@click.option("--strict", is_flag=True, help="Exit with 1 when anything was left out.")
@click.option("--allow-empty", is_flag=True, help="Let an empty folder replace the articles.")
@click.option("--force", is_flag=True, help="Publish although much more cannot be used.")
@click.option("--dry-run", is_flag=True, help="Say what would change and publish nothing.")
@click.option("--jobs", help="Processes that read articles. Default: one per processor.")
@_json_option
def reindex_command(
    paths: tuple[str, ...],
    index: str | None,
    full: bool,
    if_needed: bool,
    strict: bool,
    allow_empty: bool,
    force: bool,
    dry_run: bool,
    jobs: str | None,
    as_json: bool,
) -> None:
    """Read the articles in PATH and publish an index of them.

    Only what changed since the last time is read; what is gone leaves the index. Without PATH,
    the folders of the last time are taken. What is being served is never touched: the new index
    is built aside, checked, and then put in use at once.

    A file names.toml in PATH says which names to merge, split or drop; --dry-run tells what it
    would do.

    \b
    searchapp reindex ~/articles
    searchapp reindex                        # later, to take in what changed
    searchapp reindex dump.jsonl.gz scans/ --jobs 4
    """
    settings = _settings(index=index, articles=paths, jobs=jobs)
    if if_needed and _is_served(settings.index):
        click.echo("There is an index already, so nothing was done (--if-needed).", err=True)
        return
    summary = _reindex(
        settings,
        full=full,
        allow_empty=allow_empty,
        force=force,
        dry_run=dry_run,
        quiet=as_json,
    )
    if as_json:
        print_json(summary_record(summary))
    else:
        print_summary(summary)
    if strict and summary.rejected:
        raise click.exceptions.Exit(OperatorError.exit_code)


def _take_arg(context: click.Context, option: click.Parameter, values: tuple[object, ...]) -> None:
    name = max(option.opts, key=len).removeprefix("--")
    context.ensure_object(list).extend((name, str(value)) for value in values)


def _url_option(
    name: str, metavar: str, text: str, kind: click.IntRange | click.Choice[str] | None = None
) -> Decorate:
    """An option that means what the parameter of that name means in the URL of the search page."""
    return click.option(
        f"--{name}",
        metavar=metavar,
        help=text,
        type=kind,
        multiple=True,
        expose_value=False,
        callback=_take_arg,
    )


def _facet_options(command: Callable[..., None]) -> Callable[..., None]:
    """--country and --not-country, and so for every facet."""
    for facet in reversed(FACET_FIELDS):
        label = FACET_FIELDS[facet].label.lower()
        for name, what in ((f"not-{facet}", "Without this"), (facet.value, "Only this")):
            text = f"{what} {label}; repeat it for several, “none” for articles without one."
            command = _url_option(name, "VALUE", text)(command)
    return command


@main.command("search")
@click.argument("query", default="")
@_facet_options
@_url_option("from", "DATE", "First day: 2022, 2022-01 or 2022-01-30.")
@_url_option("to", "DATE", "Last day, included.")
@_url_option(
    "sort",
    "ORDER",
    "relevance, newest or oldest.",
    click.Choice([order.value for order in SortOrder]),
)
@_url_option("page", "N", "Page of the result.", click.IntRange(1))
@_url_option("size", "N", "Results on a page.", click.IntRange(1, MAX_PAGE_SIZE))
@_index_option
@_json_option
@click.pass_obj
def search_command(
    args: list[tuple[str, str]], query: str, index: str | None, as_json: bool
) -> None:
    """Search for QUERY; without it, everything is found.

    \b
    searchapp search "grain talks" --country TR --not-country RU --from 2022-01
    searchapp search '"central bank" AND (rate* OR inflation)' --person "Mira Okafor" --json
    searchapp search "" --section politics --sort newest --page 2 --size 50
    """
    engine = EmbeddedEngine(_settings(index=index).index, thorough=False)
    response = engine.search(parse_args([("q", query), *args]))
    if as_json:
        print_json(build_payload(response))
    else:
        print_response(response)


@main.command("serve")
@_index_option
@_host_option
@_port_option
def serve_command(index: str | None, host: str | None, port: str | None) -> None:
    """Serve the search page until stopped with Ctrl+C.

    A newer index is picked up without a restart, and when the server is told to stop, the requests
    under way are still answered.

    \b
    searchapp serve --port 8080
    searchapp serve --index /srv/courier/index --host 0.0.0.0
    """
    _serve(_settings(index=index, host=host, port=port))


@main.command("status")
@_index_option
@_json_option
def status_command(index: str | None, as_json: bool) -> None:
    """Say what is in the index, and what was left out and why.

    \b
    searchapp status
    searchapp status --json | jq .rejected
    """
    status = EmbeddedEngine(_settings(index=index).index, thorough=False).status()
    if as_json:
        print_json(status_record(status))
    else:
        print_status(status)


@main.command("verify")
@_index_option
@_json_option
def verify_command(index: str | None, as_json: bool) -> None:
    """Check every byte of the index against its manifest.

    \b
    searchapp verify --index /backup/courier/index
    """
    problems = verify_index(_settings(index=index).index)
    if as_json:
        print_json({"problems": [str(problem) for problem in problems]})
    elif not problems:
        click.echo("Every file of the index is what it was when it was published.")
    if problems:
        if not as_json:
            for problem in problems:
                echo(str(problem))
        raise OperatorError("The index is damaged. Run `searchapp reindex --full` to make it anew.")


@main.command("demo")
@_index_option
@_host_option
@_port_option
def demo_command(index: str | None, host: str | None, port: str | None) -> None:
    """Index the bundled sample articles and serve them.

    They go into a folder “demo” inside the index folder, so an index of your own stays as it is.

    \b
    searchapp demo --port 8080
    """
    settings = _settings(index=index, host=host, port=port)
    settings = replace(
        settings, index=settings.index / "demo", articles=(_SAMPLES,), title="Sample articles"
    )
    print_summary(_reindex(settings))
    _serve(settings)


def _settings(**chosen: str | Sequence[str] | None) -> Settings:
    return load_settings(Path.cwd(), os.environ, chosen)


def _is_served(index: Path) -> bool:
    try:
        return EmbeddedEngine(index).status().degraded is None
    except (IndexMissing, IndexDamaged, IndexOutdated):
        return False


def _reindex(
    settings: Settings,
    *,
    full: bool = False,
    allow_empty: bool = False,
    force: bool = False,
    dry_run: bool = False,
    quiet: bool = False,
) -> ReindexSummary:
    options = ReindexOptions(
        index=settings.index,
        roots=settings.articles,
        full=full,
        force=force,
        allow_empty=allow_empty,
        dry_run=dry_run,
        jobs=settings.jobs,
        dayfirst=settings.dayfirst,
        countries=settings.countries,
        today=date.today(),
    )
    # What a supervisor sends is Ctrl+C as well: nothing is published and nothing is left behind.
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return reindex(options, NoProgress() if quiet else ShownProgress())
    except KeyboardInterrupt:
        click.echo("Stopped. What was being served before is still served.", err=True)
        raise click.exceptions.Exit(_STOPPED) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def _serve(settings: Settings) -> None:
    serve(
        create_app(settings),
        settings,
        lambda url: echo(f"Serving {settings.index} at {url} – stop with Ctrl+C"),
    )
