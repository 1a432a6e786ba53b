"""Articles come back from their two stored parts, byte strings from their dictionary."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.article import Article, FacetValue, Mention, Passage, Zone
from searchapp.engine.storage.arrays import ArrayFile, write_arrays
from searchapp.engine.storage.blobs import DICTIONARY_SIZE, Blobs, BlobWriter
from searchapp.engine.storage.stored import (
    decode_evidence,
    decode_front,
    encode_evidence,
    encode_front,
)

TEXT = "Storm\nBy Mira Okafor\n\n“Rain” – and a\ttab.\n"
MENTION = Mention(zone=Zone.BYLINE, start=9, end=20, rule="a byline")
PLAIN = Article(id="a.txt", path="a.txt", text="", sha256="", title="", passages=())
FULL = Article(
    id="a.jsonl#1",
    path="a.jsonl",
    text=TEXT,
    sha256="ab" * 32,
    title="Storm",
    passages=(
        Passage(zone=Zone.HEADLINE, start=0, end=5),
        Passage(zone=Zone.BYLINE, start=6, end=20),
        Passage(zone=Zone.BODY, start=22, end=len(TEXT) - 1),
    ),
    date=date(2022, 12, 30),
    date_mentions=(MENTION, MENTION),
    section="politics",
    agency="dpa",
    source="Courier",
    url="https://example.org/a",
    language="en",
    authors=(FacetValue(value="Mira Okafor", label="Mira Okafor", mentions=(MENTION,)),),
    countries=(FacetValue(value="GB", label="United Kingdom", about=False),),
    persons=(),
)


@pytest.mark.parametrize("article", [PLAIN, FULL], ids=["nothing but an id", "everything"])
def test_an_article_comes_back_whole(article: Article) -> None:
    front = decode_front(encode_front(article))
    assert decode_evidence(front, article.sha256, encode_evidence(article)) == article


def test_the_front_has_all_but_the_evidence() -> None:
    front = decode_front(encode_front(FULL))
    assert (front.text, front.title, front.passages) == (FULL.text, FULL.title, FULL.passages)
    assert (front.date, front.section, front.path) == (FULL.date, FULL.section, FULL.path)
    assert (front.authors, front.countries, front.date_mentions, front.sha256) == ((), (), (), "")


@given(st.lists(st.binary(max_size=40)), st.none() | st.binary(max_size=40))
def test_byte_strings_come_back(
    tmp_path_factory: pytest.TempPathFactory, blobs: list[bytes], dictionary: bytes | None
) -> None:
    path = tmp_path_factory.getbasetemp() / "blobs.arrays"
    path.unlink(missing_ok=True)
    stored = _stored(path, blobs, dictionary)
    assert [stored[place] for place in range(len(blobs))] == blobs
    assert stored.dictionary == (dictionary or b"")


def test_many_byte_strings_take_their_dictionary_from_the_first(tmp_path: Path) -> None:
    blobs = [f"{n} storms over {n * 7919} harbours".encode() * 20 for n in range(400)]
    stored = _stored(tmp_path / "blobs.arrays", blobs, None)
    assert len(stored.dictionary) == DICTIONARY_SIZE
    assert [stored[place] for place in range(len(blobs))] == blobs


def _stored(path: Path, blobs: list[bytes], dictionary: bytes | None) -> Blobs:
    writer = BlobWriter(dictionary)
    for blob in blobs:
        writer.add(blob)
    write_arrays(path, writer.arrays("blobs"))
    return Blobs(ArrayFile(path), "blobs")
