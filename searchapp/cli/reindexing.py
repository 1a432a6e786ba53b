"""The command `reindex`, and what `demo` needs of it."""

import signal
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from searchapp.cli.group import Stopped
from searchapp.cli.options import chosen_settings, index_option, json_option
from searchapp.console import NoProgress, ShownProgress, echo, print_json
from searchapp.errors import IndexDamaged, IndexMissing, IndexOutdated, OperatorError
from searchapp.settings import Settings

if TYPE_CHECKING:
    from searchapp.reindex import ReindexSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How to reindex, beside what the settings say."""

    full: bool = False
    allow_empty: bool = False
    force: bool = False
    dry_run: bool = False
    quiet: bool = False


@click.command("reindex")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@index_option
@click.option("--full", is_flag=True, help="Read every file again, changed or not.")
@click.option("--if-needed", is_flag=True, help="Only when there is no index that can be served.")
@click.option("--strict", is_flag=True, help="Exit with 1 when anything was left out.")
@click.option("--allow-empty", is_flag=True, help="Let an empty folder replace the articles.")
@click.option("--force", is_flag=True, help="Publish although much more cannot be used.")
@click.option("--dry-run", is_flag=True, help="Say what would change and publish nothing.")
@click.option("--jobs", help="Processes that read articles. Default: one per processor.")
@json_option
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
    searchapp reindex --dry-run              # what would change?
    """
    settings = chosen_settings(index=index, articles=paths, jobs=jobs)
    if if_needed and _is_served(settings.index):
        echo("There is an index already, so nothing was done (--if-needed).", err=True)
        return
    ways = Ways(full=full, allow_empty=allow_empty, force=force, dry_run=dry_run, quiet=as_json)
    summary = run_reindex(settings, ways)
    report(summary, as_json=as_json)
    if strict and summary.rejected:
        raise click.exceptions.Exit(OperatorError.exit_code)


def run_reindex(settings: Settings, ways: Ways) -> "ReindexSummary":
    """Reindex. Raises Stopped on Ctrl+C, and what `reindex` raises."""
    from searchapp.reindex import ReindexOptions, reindex

    options = ReindexOptions(
        index=settings.index,
        roots=settings.articles,
        full=ways.full,
        force=ways.force,
        allow_empty=ways.allow_empty,
        dry_run=ways.dry_run,
        jobs=settings.jobs,
        dayfirst=settings.dayfirst,
        countries=settings.countries,
        today=date.today(),
    )
    # What a supervisor sends is Ctrl+C as well: nothing is published and nothing is left behind.
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return reindex(options, NoProgress() if ways.quiet else ShownProgress())
    except KeyboardInterrupt:
        raise Stopped("Stopped. What was being served before is still served.") from None
    finally:
        signal.signal(signal.SIGTERM, before)


def report(summary: "ReindexSummary", *, as_json: bool) -> None:
    """Print what a reindex did."""
    from searchapp.cli.reports import print_summary, summary_record

    if as_json:
        print_json(summary_record(summary))
    else:
        print_summary(summary)


def _is_served(index: Path) -> bool:
    from searchapp.engine import EmbeddedEngine

    try:
        return EmbeddedEngine(index).status().degraded is None
    except (IndexMissing, IndexDamaged, IndexOutdated):
        return False
