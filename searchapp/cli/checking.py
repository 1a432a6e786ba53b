"""The commands `status` and `verify`."""

import click

from searchapp.cli.options import chosen_settings, index_option, json_option
from searchapp.console import echo, print_json
from searchapp.errors import OperatorError


@click.command("status")
@index_option
@json_option
def status_command(index: str | None, as_json: bool) -> None:
    """Say what is in the index, and what was left out and why.

    \b
    searchapp status
    searchapp status --json | jq .rejected
    """
    from searchapp.cli.reports import print_status
    from searchapp.engine import EmbeddedEngine
    from searchapp.search.status_payload import build_status_payload

    status = EmbeddedEngine(chosen_settings(index=index).index, thorough=False).status()
    if as_json:
        print_json(build_status_payload(status))
    else:
        print_status(status)


@click.command("verify")
@index_option
@json_option
def verify_command(index: str | None, as_json: bool) -> None:
    """Check every byte of the index against its manifest.

    \b
    searchapp verify --index /backup/courier/index
    """
    from searchapp.engine import verify_index

    problems = [str(problem) for problem in verify_index(chosen_settings(index=index).index)]
    if as_json:
        print_json({"problems": problems})
    for problem in () if as_json else problems:
        echo(problem)
    if problems:
        raise OperatorError("The index is damaged. Run `searchapp reindex --full` to make it anew.")
    if not as_json:
        echo("Every file of the index is what it was when it was published.")
