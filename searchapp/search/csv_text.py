"""Tables as CSV (RFC 4180), row by row, and harmless in a spreadsheet program."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

BYTE_ORDER_MARK: Final = "\ufeff"
"""What spreadsheet programs know UTF-8 by."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def iter_csv(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The rows as lines of CSV, each as soon as it is taken.

    A text that a spreadsheet would run as a formula gets an apostrophe before it, which makes it a
    text there (OWASP, CSV injection).
    """
    written = io.StringIO()
    writer = csv.writer(written)
    for row in rows:
        writer.writerow([_harmless(text) for text in row])
        yield written.getvalue()
        written.seek(0)
        written.truncate()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
