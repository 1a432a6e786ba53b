"""The log: lines for a person or JSON for a program, on the standard error output."""

import json
import logging
import re
from datetime import UTC, datetime

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def start_log(form: str) -> None:
    """Log in the form “text” or “json” from now on."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    # Clients that went away and requests that found no idle thread are nothing to mend.
    logging.getLogger("waitress").setLevel(logging.WARNING)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)


class TextLines(logging.Formatter):
    """One line for each record; the lines of a traceback follow it, indented."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as text without control characters."""
        line = f"{_time_of(record)} {record.levelname} {record.name}: {record.getMessage()}"
        return "\n    ".join([_printable(line), *map(_printable, _trace_of(self, record))])


class JsonLines(logging.Formatter):
    """One JSON object for each record; what was logged with names is a member of its own."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON, which escapes control characters by itself."""
        line: dict[str, object] = {
            "time": _time_of(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
            "message": _printable(record.getMessage()),
        }
        if isinstance(record.args, dict):
            line |= record.args
        if trace := _trace_of(self, record):
            line["traceback"] = trace
        return json.dumps(line, default=str)


def _time_of(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _trace_of(formatter: logging.Formatter, record: logging.LogRecord) -> list[str]:
    if not record.exc_info:
        return []
    return formatter.formatException(record.exc_info).split("\n")


def _printable(text: str) -> str:
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
