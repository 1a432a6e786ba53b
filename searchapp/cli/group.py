"""Every command under one roof: foreseeable failures become one line and an exit code."""

import json
from typing import Final, NoReturn

import click

from searchapp.console import echo
from searchapp.errors import OperatorError, SearchAppError

WRONG_USE: Final = 2
STOPPED: Final = 130
"""What shells say of a program that Ctrl+C ended: 128 and the number of SIGINT."""

_NO_MEMORY: Final = (
    "The memory was not enough. What was served before still is; free some memory, "
    "or read fewer files at once (`reindex --jobs 1`)."
)
_JSON: Final = "searchapp.json"


class Stopped(Exception):
    """Ctrl+C, or what a supervisor sends; the text says what became of the work."""


class Commands(click.Group):
    """Reports foreseeable failures on standard error, as JSON to whoever wants JSON.

    Nothing else is caught: what was not foreseen is a fault of the program, and shows itself.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take note of --json before anything can fail."""
        ctx.meta[_JSON] = "--json" in args
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except OperatorError as error:
            _fail(ctx, str(error), error.exit_code)
        except SearchAppError as error:
            _fail(ctx, str(error), WRONG_USE)
        except Stopped as stopped:
            _fail(ctx, str(stopped), STOPPED)
        except KeyboardInterrupt:
            _fail(ctx, "Stopped.", STOPPED)
        except MemoryError:
            _fail(ctx, _NO_MEMORY, OperatorError.exit_code)
        except click.UsageError as error:
            if not ctx.meta[_JSON]:
                raise
            _fail(ctx, error.format_message(), error.exit_code)


def _fail(ctx: click.Context, message: str, exit_code: int) -> NoReturn:
    if ctx.meta[_JSON]:
        echo(json.dumps({"error": message, "exit_code": exit_code}, ensure_ascii=False), err=True)
    elif exit_code == STOPPED:
        echo(message, err=True)
    else:
        echo(f"Error: {message}", err=True)
    raise click.exceptions.Exit(exit_code)
