"""Take JSON values out of a text stream one by one, holding one at a time in memory."""

import io
import json
from collections.abc import Iterator
from typing import NoReturn

from searchapp.ingest.document import too_large
from searchapp.ingest.limits import Limits
from searchapp.ingest.records import Unreadable

_CHUNK = 65_536
_BLANK = " \t\r\n\ufeff"


def _drop_constant(_name: str) -> None:
    """NaN and Infinity are not JSON and say nothing; they count as not given."""


# Numbers stay as they are written: no overflow, no rounding, no limit on their digits. Raw line
# breaks inside strings, which many scrapers write, are let pass.
DECODER = json.JSONDecoder(
    parse_int=str, parse_float=str, parse_constant=_drop_constant, strict=False
)


class JsonScanner:
    """Reads values and punctuation in turn; `line` is the line the next one stands in."""

    def __init__(self, text: io.TextIOWrapper, limits: Limits) -> None:
        self._text = text
        self._limits = limits
        self._buffer = ""
        self._position = 0
        self._ended = False
        self.line = 1

    def peek(self) -> str:
        """The next character that is not blank, "" at the end."""
        while True:
            while self._position < len(self._buffer):
                char = self._buffer[self._position]
                if char not in _BLANK:
                    return char
                self.line += char == "\n"
                self._position += 1
            if not self._read_more(_CHUNK):
                return ""

    def skip(self) -> None:
        """Pass over the character that `peek` returned."""
        self._position += 1

    def value(self) -> object:
        """The value that starts here. Raises `Unreadable` for what is not one, or too large."""
        self._buffer = self._buffer[self._position :]
        self._position = 0
        while True:
            try:
                value, end = DECODER.raw_decode(self._buffer)
            except RecursionError:
                raise Unreadable(f"line {self.line} is nested too deeply", self.line) from None
            except json.JSONDecodeError as error:
                if not self._read_more(max(_CHUNK, len(self._buffer))):
                    self._give_up(error)
                continue
            # A number at the end of what was read may go on in what was not.
            if end < len(self._buffer) or not self._read_more(_CHUNK):
                self._take(end)
                return value

    def _take(self, end: int) -> None:
        if end > self._limits.document:
            raise Unreadable(f"line {self.line} {too_large(self._limits)}", self.line)
        self.line += self._buffer.count("\n", 0, end)
        self._position = end

    def _read_more(self, size: int) -> bool:
        """Doubling what is held keeps the work linear in what is read, however long a value is."""
        if self._ended or len(self._buffer) - self._position > self._limits.document:
            return False
        chunk = self._text.read(size)
        self._ended = not chunk
        self._buffer = self._buffer[self._position :] + chunk
        self._position = 0
        return bool(chunk)

    def _give_up(self, error: json.JSONDecodeError) -> NoReturn:
        cut_off = error.msg.startswith("Unterminated string") or error.pos >= len(self._buffer) - 1
        if cut_off and not self._ended:
            raise Unreadable(f"line {self.line} {too_large(self._limits)}", self.line) from None
        if cut_off:
            raise Unreadable(f"breaks off in line {self.line + error.lineno - 1}", self.line)
        line = self.line + error.lineno - 1
        raise Unreadable(describe_syntax(error, line), line) from None


def describe_syntax(error: json.JSONDecodeError, line: int) -> str:
    """A syntax error with its place, in words that complete “left out: …”."""
    return f"line {line} is not JSON: {error.msg[0].lower()}{error.msg[1:]} (column {error.colno})"


def iter_values(scanner: JsonScanner) -> Iterator[tuple[int, object, bool]]:
    """Line, value, and whether it stands alone, for each value of a file.

    A file is one value, an array whose elements are the values, or several values one after the
    other (JSON Lines by another name).
    """
    if scanner.peek() == "[":
        for line, value in _iter_elements(scanner):
            yield line, value, False
        return
    line, value = scanner.line, scanner.value()
    alone = not scanner.peek()
    yield line, value, alone
    while scanner.peek():
        if scanner.peek() == ",":
            scanner.skip()
            continue
        yield scanner.line, scanner.value(), False


def _iter_elements(scanner: JsonScanner) -> Iterator[tuple[int, object]]:
    scanner.skip()
    while (char := scanner.peek()) != "]":
        if not char:
            raise Unreadable("is a JSON array that breaks off before its end", scanner.line)
        if char == ",":
            scanner.skip()
            continue
        yield scanner.line, scanner.value()
