"""Read articles from tables, CSV and TSV: a header row, then one article per row (RFC 4180)."""

import csv
import io
from collections.abc import Iterator, Sequence

from searchapp.ingest.decode import open_text
from searchapp.ingest.document import require_text, too_large
from searchapp.ingest.fields import TEXT_FIELDS, field_of, holds_article
from searchapp.ingest.limits import Limits
from searchapp.ingest.records import Record, Refusal, Unreadable

_DELIMITERS = ",;\t|"


def read_table(stream: io.BufferedReader, limits: Limits) -> Iterator[Record | Refusal]:
    """Rows as records, numbered as a spreadsheet numbers them: the header is row 1."""
    require_text(stream)
    with open_text(stream) as text:
        yield from _iter_table(_Lines(_iter_lines(text, limits)), limits)


class _Lines(Iterator[str]):
    """Lines that know when there are no more: a row that ends only with them has an open quote."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.is_exhausted = False

    def __next__(self) -> str:
        try:
            return next(self._lines)
        except StopIteration:
            self.is_exhausted = True
            raise


def _iter_table(lines: _Lines, limits: Limits) -> Iterator[Record | Refusal]:
    first = next((line for line in lines if line.strip()), None)
    if first is None:
        raise Unreadable("is empty")
    delimiter = _detect_delimiter(first)
    # The csv module keeps its limit per process and starts with one below many an article's size.
    csv.field_size_limit(limits.document)
    header = next(csv.reader([first], delimiter=delimiter))
    if not holds_article(header):
        raise Unreadable(
            f"has no column for the text in its first row (read are: {TEXT_FIELDS}, title)", 1
        )
    number = 1
    for number, row in _iter_rows(csv.reader(lines, delimiter=delimiter), limits):
        if isinstance(row, Refusal):
            yield row
        elif lines.is_exhausted:
            reason = f"row {number} opens a quotation mark that is never closed"
            yield Refusal(reason=reason, line=number)
        elif any(cell.strip() for cell in row):
            yield _build_record(header, row, number)
    if number == 1:
        raise Unreadable("has a header but no rows")


def _detect_delimiter(line: str) -> str:
    """The delimiter that finds the most field names in the header, then the most columns."""

    def score(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([line], delimiter=delimiter))
        return sum(field_of(cell) is not None for cell in cells), len(cells)

    return max(_DELIMITERS, key=score)


def _iter_lines(text: io.TextIOWrapper, limits: Limits) -> Iterator[str]:
    """Physical lines, however they end. Raises `Unreadable` for one larger than an article."""
    while line := text.readline(limits.document + 1):
        if len(line) > limits.document:
            raise Unreadable(f"holds a line that {too_large(limits)}")
        for part in line.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n"):
            yield f"{part}\n"


def _iter_rows(
    rows: Iterator[list[str]], limits: Limits
) -> Iterator[tuple[int, Sequence[str] | Refusal]]:
    number = 1
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, Refusal(reason=f"row {number} cannot be read: {error}", line=number)
            continue
        if sum(map(len, row)) > limits.document:
            yield number, Refusal(reason=f"row {number} {too_large(limits)}", line=number)
        else:
            yield number, row


def _build_record(header: Sequence[str], row: Sequence[str], number: int) -> Record | Refusal:
    surplus = [cell for cell in row[len(header) :] if cell.strip()]
    if surplus:
        return Refusal(
            reason=f"row {number} has {len(row)} cells where the header has {len(header)}; "
            "a text with a delimiter in it needs quotation marks around it",
            line=number,
        )
    return Record(
        fields=dict(zip(header, row, strict=False)), number=number, line=number, marked_up=True
    )
