"""The help card shows every way of writing a query, in words of the archive where there are any."""

from searchapp.search.examples import Example, ExampleKind
from searchapp.web.presenters.help import build_help


def test_an_example_of_the_archive_leads_to_its_search() -> None:
    rows = build_help((Example(kind=ExampleKind.PHRASE, query='"storm surge"'),))
    [row] = [row for row in rows if row.url]
    assert (row.query, row.url) == ('"storm surge"', "/search?q=%22storm+surge%22")


def test_every_kind_is_explained_without_examples_too() -> None:
    rows = build_help(())
    assert len(rows) == len(ExampleKind)
    assert all(row.query and row.meaning and row.url is None for row in rows)


def test_what_would_be_typed_is_told_from_the_explanation() -> None:
    row = next(row for row in build_help(()) if row.query == "grain -corn")
    assert [words.text for words in row.meaning if words.code] == ["NOT"]
    assert "`" not in "".join(words.text for words in row.meaning)
