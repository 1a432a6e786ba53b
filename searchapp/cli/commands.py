"""The command `searchapp` and what it can be told to do."""

import logging

import click

from searchapp.cli.checking import status_command, verify_command
from searchapp.cli.completing import completion_command
from searchapp.cli.group import Commands
from searchapp.cli.reindexing import reindex_command
from searchapp.cli.searching import search_command
from searchapp.cli.serving import demo_command, serve_command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="searchapp")
def main() -> None:
    """Find things in a folder of newspaper articles.

    \b
    searchapp reindex my-articles      read the articles and publish an index
    searchapp serve                    search them in the browser
    searchapp demo                     try it with the bundled sample articles

    With --json, failures are JSON as well, on standard error: {"error": …, "exit_code": …}.

    Exit codes: 0 done, 1 something the operator must mend, 2 wrong use, 3 another reindex is at
    work, 4 the index must be made anew, 130 stopped.
    """
    # It remarks on pages in ways that help nobody; what cannot be used is named in the summary.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


for command in (
    completion_command,
    demo_command,
    reindex_command,
    search_command,
    serve_command,
    status_command,
    verify_command,
):
    main.add_command(command)
