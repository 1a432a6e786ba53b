import gzip
import hashlib
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from searchapp.article import Given, RawArticle
from searchapp.ingest import Limits
from tests.unit.ingest.reading import articles, only_article, only_reason, read_file, rejected

RAW = """ date 2022-12-30 Home page politics

Of: Ann Lee

Split

A crowd in Rome. © Bo Ek/agency

Moscow/Beijing – A text.
"""


@pytest.mark.parametrize("name", ["a.txt", "a.text", "article", "a.001", "2022-12-30 Putin. To Xi"])
def test_raw_text_is_one_article_that_states_nothing(tmp_path: Path, name: str) -> None:
    article = only_article(read_file(tmp_path, name, RAW))
    assert article == RawArticle(
        id=name,
        path=name,
        text=RAW.strip(),
        sha256=hashlib.sha256(RAW.encode()).hexdigest(),
        given=Given(),
    )


BAD = {
    "an empty file": (b"", "is empty"),
    "only blanks": (b" \r\n\t\xc2\xa0", "is empty"),
    "only invisible characters": ("\u200b\ufeff\u202e".encode(), "is empty"),
    "a renamed image": (b"\x89PNG\r\n\x1a\n\x00", "is not text (it looks like a PNG image)"),
    "a renamed program": (b"\x7fELF\x02\x01", "is not text (it looks like a program)"),
    "a file beyond any article": (
        b"x" * 1001,
        "is larger than 1 kB, the most that one article may have",
    ),
}


@pytest.mark.parametrize("name", ["a.txt", "article"])
@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD)
def test_a_file_that_is_no_article_is_named_with_the_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    assert only_reason(read_file(tmp_path, name, content, Limits(document=1000))) == reason


def test_a_large_article_under_the_limit_is_read_whole(tmp_path: Path) -> None:
    assert len(only_article(read_file(tmp_path, "a.txt", "word " * 10**6)).text) == 5 * 10**6 - 1


def test_hostile_text_is_kept_as_text(tmp_path: Path) -> None:
    text = "</title><script>alert(1)</script> <img onerror=x> {{7*7}} {% x %} &amp;"
    assert only_article(read_file(tmp_path, "a.txt", text)).text == text


def test_the_same_id_in_two_places_comes_twice_in_a_stable_order(tmp_path: Path) -> None:
    read_file(tmp_path, "b.json", '{"id": "x", "text": "B"}')
    found = read_file(tmp_path, "a.json", '[{"id": "x", "text": "A"}, {"id": "x", "text": "AA"}]')
    assert [(one.id, one.text) for one in articles(found)] == [("x", "A"), ("x", "AA"), ("x", "B")]


def test_an_empty_folder_has_no_articles(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert read_file(tmp_path, ".hidden", "x") == []


SUFFIXES = ["", ".txt", ".md", ".html", ".json", ".jsonl", ".csv", ".tsv", ".gz", ".zip"]
SEEDS = [
    b"---\ntitle: x\n---\n# a **b**",
    b'{"text": "a", "id": [1, null], "authors": {"name": "\\ud800"}}',
    b"title,text\na,b\n",
    b"<html><title>x</title><p>a<![CDATA[b",
    "é".encode("utf-16"),
    b"\x1f\x8b\x08\x00",
    b"PK\x03\x04",
]
CONTENTS = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(st.sampled_from(SEEDS) | st.binary(max_size=5), max_size=5).map(b"".join),
)


def assert_well_formed(article: RawArticle) -> None:
    given = article.given
    lines = (given.title, given.date, given.section, given.agency, given.source, given.url)
    values = (*given.authors, *given.countries, *given.persons)
    assert article.text.strip()
    for text in (article.id, article.path, article.text, *filter(None, lines), *values):
        text.encode("utf-8")
    for text in (article.text, *filter(None, lines), *values):
        assert unicodedata.is_normalized("NFC", text)
        assert not [c for c in text if unicodedata.category(c) == "Cc" and c not in "\n\t"]
    assert given.title is None or given.title in article.text


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(content=b'{"title": "a\\u0000\\ud800", "text": ["<p>x", 1e999]}')
@given(content=CONTENTS)
def test_whatever_a_file_holds_reading_it_ends_well(suffix: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = read_file(Path(folder), f"a{suffix}", content)
        if suffix not in (".gz", ".zip"):
            found += read_file(Path(folder), f"b{suffix}.gz", gzip.compress(content))
            with zipfile.ZipFile(Path(folder, "c.zip"), "w") as archive:
                archive.writestr(f"c{suffix}", content)
            found += read_file(Path(folder), "d.txt", "d")
    assert found
    for article in articles(found):
        assert_well_formed(article)
    for one in rejected(found):
        assert one.reason
        f"{one.path}: {one.reason}".encode()
