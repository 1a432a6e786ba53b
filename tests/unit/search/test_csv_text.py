"""CSV that every reader reads back, and that no spreadsheet program runs."""

import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.search.csv_text import iter_csv
from searchapp.search.export import EXPORT_COLUMNS, Export, ExportedArticle, iter_export_rows
from searchapp.search.request import SearchRequest
from searchapp.search.response import Value

TEXTS = st.text(st.characters(blacklist_characters="\x00", blacklist_categories=["Cs"]))


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (("a", "b c", ""), "a,b c,\r\n"),
        (("a,b", 'say "x"'), '"a,b","say ""x"""\r\n'),
        (("one\ntwo", "x"), '"one\ntwo",x\r\n'),
        (("=1+1", "+49", "-b", "@x"), "'=1+1,'+49,'-b,'@x\r\n"),
        (("\tx", "a=b", "Zürich"), "'\tx,a=b,Zürich\r\n"),
    ],
    ids=["plain", "quoted", "line end", "formulas", "tab"],
)
def test_a_row_is_a_line(cells: tuple[str, ...], line: str) -> None:
    assert list(iter_csv([cells])) == [line]


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=3).map(tuple), max_size=4))
def test_what_is_written_is_read_back_but_for_the_apostrophes(rows: list[tuple[str, ...]]) -> None:
    text = "".join(iter_csv(rows))
    read = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""))]
    for written, found in zip(rows, read, strict=True):
        for one, other in zip(written, found, strict=True):
            assert other in (one, f"'{one}")
            assert not other.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_rows_come_one_by_one() -> None:
    taken = []

    def rows() -> Iterator[tuple[str]]:
        for name in "ab":
            taken.append(name)
            yield (name,)

    lines = iter_csv(rows())
    assert (next(lines), taken) == ("a\r\n", ["a"])


def test_an_article_without_anything_has_empty_cells() -> None:
    value = Value(value="RU", label="Russia")
    articles = (
        ExportedArticle(id="a", title="", path="p"),
        ExportedArticle(id="b", title="B", path="q", countries=(value, value), url="https://x"),
    )
    export = Export(request=SearchRequest(), total=2, articles=iter(articles))
    head, one, other = iter_export_rows(export)
    assert head == EXPORT_COLUMNS
    assert one == ("a", "", "", "", "", "", "", "", "", "", "p")
    assert other == ("b", "B", "", "", "Russia; Russia", "", "", "", "", "https://x", "q")
