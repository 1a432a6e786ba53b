"""Standard output and standard error: lines, JSON and CSV that no terminal obeys, and progress."""

import json
import os
import re
import sys
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NoReturn

import click

from searchapp.errors import OperatorError
from searchapp.search.csv_text import iter_csv

if TYPE_CHECKING:
    from tqdm import tqdm

_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class ShownProgress:
    """A progress bar on standard error: files, articles a second, time that is left."""

    def __init__(self) -> None:
        self._bar: tqdm[NoReturn] | None = None
        self._started = time.monotonic()
        # A log wants a line now and then, a person sees it move.
        self._interval = 0.1 if sys.stderr.isatty() else 10.0

    def reading(self, files: int, of_files: int, articles: int) -> None:
        """So many of the files to read are done and gave so many articles."""
        if not of_files:
            return
        bar = self._bar = self._bar or self._new_bar(of_files)
        rate = articles / max(time.monotonic() - self._started, 0.001)
        bar.set_postfix_str(f"{articles:,} articles, {rate:,.0f}/s", refresh=False)
        bar.update(files - bar.n)

    def publishing(self) -> None:
        """Everything is read; the index is being written and checked."""
        if self._bar is not None:
            self._bar.close()
        echo("Writing and checking the index …", err=True)

    def _new_bar(self, of_files: int) -> "tqdm[NoReturn]":
        from tqdm import tqdm

        return tqdm(total=of_files, desc="Reading", unit=" files", mininterval=self._interval)


class NoProgress:
    """Says nothing."""

    def reading(self, files: int, of_files: int, articles: int) -> None:
        """So many of the files to read are done and gave so many articles."""

    def publishing(self) -> None:
        """Everything is read; the index is being written and checked."""


def echo(text: str, styled: str = "", *, err: bool = False) -> None:
    """Print a line; nothing in `text` can move the cursor, clear the screen or turn it round.

    `styled` follows it as it is: made of `printable` texts. Raises OperatorError when the output
    cannot be written.
    """
    _write(f"{printable(text)}{styled}\n", err=err)


def print_json(record: object) -> None:
    """Print JSON; what a terminal would obey stands in it as an escape of JSON's own."""
    text = json.dumps(record, ensure_ascii=False, indent=2)
    _write(_UNPRINTABLE.sub(lambda char: _unless_line_end(char.group()), text) + "\n")


def print_csv(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows as CSV, each as soon as it is taken; control characters come out as escapes."""
    for line in iter_csv(tuple(map(printable, row)) for row in rows):
        _write(line)


def printable(text: str) -> str:
    """A text on one line, without anything that a terminal would obey."""
    return _UNPRINTABLE.sub(lambda char: _escape(char.group()), text)


def _write(text: str, *, err: bool = False) -> None:
    try:
        click.echo(text, err=err, nl=False)
    except BrokenPipeError:
        # Whoever was reading has had enough, as `head` does; click ends the program quietly.
        raise
    except OSError as error:
        # What could not be written would be tried again at the end, and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OperatorError(f"The output cannot be written: {error.strerror}.") from error


def _unless_line_end(char: str) -> str:
    # JSON has escaped those inside of texts itself.
    return char if char == "\n" else f"\\u{ord(char):04x}"


def _escape(char: str) -> str:
    return " " if char in "\n\t" else char.encode("unicode_escape").decode()
