"""Log lines: one for each record, nothing in them that a terminal or a log viewer would obey."""

import json
import logging
import sys
from datetime import datetime

import pytest

from searchapp.server.logs import JsonLines, TextLines

NASTY = "a\x1b[31mb\r\nINFO forged\x00\x9b\u2028\u202e"


def record(message: str, *args: object, failing: bool = False) -> logging.LogRecord:
    trace = None
    if failing:
        try:
            raise ValueError(NASTY)
        except ValueError:
            trace = sys.exc_info()
    return logging.LogRecord("searchapp.web", logging.ERROR, "x.py", 1, message, args, trace)


@pytest.mark.parametrize("form", [TextLines(), JsonLines()], ids=["text", "json"])
def test_control_characters_are_escaped(form: logging.Formatter) -> None:
    line = form.format(record("asked for %s", NASTY))
    assert line.isprintable()
    assert "forged" in line and "\\x1b[31mb" in line


def test_a_traceback_follows_its_line_indented() -> None:
    first, *rest = TextLines().format(record("failed", failing=True)).split("\n")
    assert first.endswith("ERROR searchapp.web: failed")
    assert rest and all(line.startswith("    ") and line.isprintable() for line in rest)


def test_a_traceback_in_json_is_a_list_of_lines() -> None:
    line = JsonLines().format(record("failed", failing=True))
    assert line.isprintable()
    assert json.loads(line)["traceback"][0] == "Traceback (most recent call last):"


def test_what_is_logged_by_name_is_a_member_of_its_own() -> None:
    fields = {"path": NASTY, "status": 200}
    line = json.loads(JsonLines().format(record("%(path)s %(status)s", fields)))
    assert (line["status"], line["path"]) == (200, NASTY)
    assert (line["level"], line["logger"]) == ("error", "searchapp.web")
    assert datetime.fromisoformat(line["time"]).utcoffset() is not None
