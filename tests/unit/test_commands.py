"""Failures of commands as one line and an exit code."""

import json

import click
from click.testing import CliRunner

from searchapp.cli.group import Commands


@click.group(cls=Commands)
def commands() -> None:
    """A command that needs more memory than there is."""


@commands.command()
@click.option("--json", is_flag=True)
def hungry(*, json: bool) -> None:
    raise MemoryError


def test_memory_that_runs_out_is_said_in_one_line() -> None:
    result = CliRunner().invoke(commands, ["hungry"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: The memory was not enough.")
    assert result.stderr.count("\n") == 1


def test_memory_that_runs_out_is_said_as_json_to_who_wants_that() -> None:
    result = CliRunner().invoke(commands, ["hungry", "--json"])
    assert json.loads(result.stderr)["exit_code"] == 1
