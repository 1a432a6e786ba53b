"""Tables as CSV files to save, written row by row as they are taken."""

from collections.abc import Iterable
from itertools import chain

from flask import Response

from searchapp.search.csv_text import BYTE_ORDER_MARK, iter_csv


def csv_response(rows: Iterable[tuple[str, ...]], name: str) -> Response:
    """The rows as a file to save, in UTF-8 with the mark by which spreadsheets know it."""
    response = Response(chain([BYTE_ORDER_MARK], iter_csv(rows)), mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
