from pathlib import Path

import pytest

from searchapp.ingest import Limits
from tests.unit.ingest.reading import articles, only_article, only_reason, read_file, rejected


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_rows_are_articles_numbered_as_in_a_spreadsheet(
    tmp_path: Path, delimiter: str, line_end: str
) -> None:
    rows = [["Title", "Text", "Date"], ["Fire", "In Rome", "2022-12-30"], ["Flood", "", ""]]
    content = line_end.join(delimiter.join(row) for row in rows)
    found = articles(read_file(tmp_path, "a.csv", content))
    assert [(article.id, article.line, article.text) for article in found] == [
        ("a.csv#2", 2, "Fire\n\nIn Rome"),
        ("a.csv#3", 3, "Flood"),
    ]
    assert found[0].given.date == "2022-12-30"


def test_quoted_cells_hold_delimiters_line_ends_and_quotation_marks(tmp_path: Path) -> None:
    content = 'id,text\n7,"One, ""two"";\nthree"\n'
    article = only_article(read_file(tmp_path, "a.csv", content))
    assert (article.id, article.text) == ("7", 'One, "two";\nthree')


def test_a_cell_may_be_as_large_as_an_article(tmp_path: Path) -> None:
    found = read_file(tmp_path, "a.tsv", "text\tid\n" + "word " * 300_000 + "\t1\n")
    assert len(only_article(found).text) == 5 * 300_000 - 1


def test_lists_printed_into_cells_are_lists(tmp_path: Path) -> None:
    content = "text,authors,countries\nx,\"['Ann Lee', 'Bo Ek']\",RU;CN\n"
    given = only_article(read_file(tmp_path, "a.csv", content)).given
    assert (given.authors, given.countries) == (("Ann Lee", "Bo Ek"), ("RU", "CN"))


def test_a_nul_in_a_cell_goes(tmp_path: Path) -> None:
    assert only_article(read_file(tmp_path, "a.csv", b"text\nA fire\x00 in Rome\n")).text == (
        "A fire in Rome"
    )


def test_rows_that_cannot_be_right_are_named_and_the_others_kept(tmp_path: Path) -> None:
    content = 'title,text\nOne,first\nTwo,second, third\n,\nFour,fourth\n"Five,never\nclosed\n'
    found = read_file(tmp_path, "a.csv", content)
    assert [article.given.title for article in articles(found)] == ["One", "Four"]
    assert [one.line for one in rejected(found)] == [3, 6]
    assert rejected(found)[0].reason.startswith("row 3 has 3 cells where the header has 2")
    assert rejected(found)[1].reason == "row 6 opens a quotation mark that is never closed"


def test_a_row_that_swallows_the_rest_of_the_file_is_named(tmp_path: Path) -> None:
    content = 'title,text\nOne,"first\n"\nTwo,"never closed\nThree,third\n'
    found = read_file(tmp_path, "a.csv", content)
    assert [article.given.title for article in articles(found)] == ["One"]
    [reason] = [(one.line, one.reason) for one in rejected(found)]
    assert reason == (3, "row 3 opens a quotation mark that is never closed")


def test_a_line_larger_than_any_article_ends_the_file(tmp_path: Path) -> None:
    content = "text\nOne\n" + "x" * 5000 + "\nThree\n"
    found = read_file(tmp_path, "a.csv", content, Limits(document=1000))
    assert [article.text for article in articles(found)] == ["One"]
    assert "larger than 1 kB" in rejected(found)[0].reason


def test_a_quoted_cell_that_grows_beyond_any_article_is_refused(tmp_path: Path) -> None:
    content = 'text\n"' + "x\n" * 2000 + '"\n'
    found = read_file(tmp_path, "a.csv", content, Limits(document=1000))
    assert rejected(found)[0].reason.startswith("row 2 cannot be read: field larger than")


@pytest.mark.parametrize(
    ("content", "start"),
    [
        ("", "is empty"),
        ("\n\n", "is empty"),
        ("title,text\n", "has a header but no rows"),
        ("1,2,3\n4,5,6\n", "has no column for the text in its first row"),
        ("%PDF-1.4", "is not text (it looks like a PDF document)"),
    ],
)
def test_a_table_without_articles_is_named(tmp_path: Path, content: str, start: str) -> None:
    assert only_reason(read_file(tmp_path, "a.csv", content)).startswith(start)
