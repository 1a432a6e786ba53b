"""Articles written out as scraped files, from either form of row."""

import json

import pytest

from tests.benchmark.write_archive import write_archive

PLAIN = {
    "id": "a/1",
    "date": "2020-02-03",
    "title": "Storm hits coast",
    "authors": ["Ann Lee"],
    "source": "Morning Post",
    "topic": "weather",
    "text": "A storm hit.\n\nTrees fell.",
}
REUTERS = {
    "id": "7",
    "date": "1987-03-01",
    "title": "OIL RISES",
    "author": "By Ann Lee, Reuters",
    "dateline": "LONDON, March 1 -",
    "places": ["uk"],
    "people": [],
    "body": "Oil rose\ntoday.\n    Gold fell.\n",
}


@pytest.mark.parametrize(
    ("row", "name", "text"),
    [
        (
            PLAIN,
            "morning-post/2020/a_1.txt",
            " date 2020-02-03 Home page weather\n\nOf: Ann Lee\n\nSplit\n\nA storm hit.\n\n"
            "Storm hits coast\n\nTrees fell.\n",
        ),
        (
            REUTERS,
            "reuters/1987/7.txt",
            " date 1987-03-01 Home page news\n\nOf: Ann Lee\n\nSplit\n\n"
            "LONDON, March 1 - Oil rose today.\n\nOIL RISES\n\nGold fell.\n",
        ),
    ],
    ids=["plain", "Reuters"],
)
def test_a_row_becomes_the_file_that_a_scraper_would_leave(tmp_path, row, name, text):
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n")
    assert write_archive(tmp_path / "rows.jsonl", tmp_path / "archive") == 1
    assert (tmp_path / "archive" / name).read_text() == text
