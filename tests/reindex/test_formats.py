"""A folder in which every kind of file lies beside every other."""

import gzip
import io
import json
import zipfile

from tests.reindex.archive import Archive, report

RAW = """ date 2022-12-30 Home page politics

Of: Andrew Schmid

Split

The grain ship left the harbour of Odesa in Ukraine on Friday.

Grain ship leaves Odesa

Captain Ivo Lindqvist said that the sea was calm.
"""
MARKDOWN = """---
title: Strike in Paris
date: 2023-01-02
author: Ada Lund
tags: [France]
---
Railway workers went on **strike**.
"""
HTML = """<!doctype html><html><head><title>Harbour opens | The Paper</title>
<meta property="article:published_time" content="2023-02-03T10:00:00Z">
<meta name="author" content="Bo Holm"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Harbour opens</h1><p>The new harbour of Marseille in France was opened by the mayor on
Friday, three years late, before some hundred guests.</p><p>Ships of every size can now berth, said
the mayor, and the first grain ship is expected on Monday morning from Odesa.</p></article>
</body></html>"""
CSV = (
    "id,title,date,text\n7,Bridge closed,2023-03-04,The bridge is closed.\n8,Bridge open,,It is.\n"
)


def lines(*titles: str) -> str:
    return "".join(json.dumps({"title": title, "text": f"{title}."}) + "\n" for title in titles)


def fill(archive: Archive) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as container:
        container.writestr(
            "january/one.txt",
            report("Floods close three bridges", "It rained all week in the north."),
        )
        container.writestr("february.jsonl", lines("First zipped line", "Second zipped line"))
        container.writestr("movie.mp4", b"\x00\x00\x00\x18ftyp")
    archive.write("raw.txt", RAW)
    archive.write("note.md", MARKDOWN)
    archive.write("page.html", HTML)
    archive.write("one.json", json.dumps({"headline": "One object", "body": "Of JSON."}))
    archive.write("dump.jsonl", lines("A line", "Another line"))
    archive.write("dump.jsonl.gz", gzip.compress(lines("A packed line").encode()))
    archive.write("table.csv", CSV)
    archive.write("2022.zip", packed.getvalue())


def test_every_kind_is_read(archive: Archive) -> None:
    fill(archive)
    summary = archive.reindex()
    titles = {article_id: archive.article(article_id).title for article_id in archive.ids()}
    assert titles == {
        "raw.txt": "Grain ship leaves Odesa",
        "note.md": "Strike in Paris",
        "page.html": "Harbour opens",
        "one.json": "One object",
        "dump.jsonl#1": "A line",
        "dump.jsonl#2": "Another line",
        "dump.jsonl.gz#1": "A packed line",
        "7": "Bridge closed",
        "8": "Bridge open",
        "2022.zip/january/one.txt": "Floods close three bridges",
        "2022.zip/february.jsonl#1": "First zipped line",
        "2022.zip/february.jsonl#2": "Second zipped line",
    }
    assert [part.path for part in summary.rejected] == ["2022.zip/movie.mp4"]


def test_what_is_left_out_of_a_zip_keeps_its_name(archive: Archive) -> None:
    """The second run knows it from the catalogue alone."""
    fill(archive)
    first = archive.reindex()
    again = archive.reindex()
    assert again.rejected == first.rejected
    assert again.generation is None


def test_given_metadata_and_what_is_found_stand_side_by_side(archive: Archive) -> None:
    fill(archive)
    archive.reindex()
    raw, note, page = (archive.article(name) for name in ("raw.txt", "note.md", "page.html"))
    assert (str(raw.date), raw.section) == ("2022-12-30", "politics")
    assert [author.label for author in raw.authors] == ["Andrew Schmid"]
    assert "UA" in [country.value for country in raw.countries]
    assert (str(note.date), [author.label for author in note.authors]) == (
        "2023-01-02",
        ["Ada Lund"],
    )
    assert (str(page.date), [author.label for author in page.authors]) == (
        "2023-02-03",
        ["Bo Holm"],
    )


def test_a_member_that_leaves_a_zip_leaves_the_index(archive: Archive) -> None:
    fill(archive)
    archive.reindex()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as container:
        container.writestr(
            "january/one.txt",
            report("Floods close five bridges", "It rained all week in the north."),
        )
    archive.write("2022.zip", packed.getvalue())
    summary = archive.reindex()
    assert (summary.changed, summary.removed, summary.added) == (1, 2, 0)
    assert archive.article("2022.zip/january/one.txt").title == "Floods close five bridges"
