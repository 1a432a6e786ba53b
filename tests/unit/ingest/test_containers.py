import gzip
import io
import random
import zipfile
from pathlib import Path

import pytest

from searchapp.ingest import Limits
from tests.unit.ingest.reading import articles, only_article, only_reason, read_file, rejected


def pack(members: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def test_a_gzip_file_is_read_as_what_is_in_it_and_keeps_its_name(tmp_path: Path) -> None:
    found = read_file(tmp_path, "a.jsonl.gz", gzip.compress(b'{"text": "One"}\n{"text": "Two"}\n'))
    assert [article.id for article in articles(found)] == ["a.jsonl.gz#1", "a.jsonl.gz#2"]


def test_gzip_members_one_after_the_other_are_one_file(tmp_path: Path) -> None:
    packed = gzip.compress(b"A fire ") + gzip.compress(b"in Rome")
    assert only_article(read_file(tmp_path, "a.txt.gz", packed)).text == "A fire in Rome"


def test_garbage_after_a_gzip_file_is_ignored(tmp_path: Path) -> None:
    found = read_file(tmp_path, "a.txt.gz", gzip.compress(b"A fire") + b"garbage")
    assert only_article(found).text == "A fire"


def test_a_gzip_file_that_breaks_off_says_so_and_keeps_the_lines_before(tmp_path: Path) -> None:
    rng = random.Random(1)
    lines = b"".join(b'{"text": "%064x"}\n' % rng.getrandbits(256) for _ in range(20_000))
    found = read_file(tmp_path, "a.jsonl.gz", gzip.compress(lines)[:-5000])
    assert len(articles(found)) > 100
    assert rejected(found)[-1].reason == "is a gzip file that breaks off before its end"


@pytest.mark.parametrize("content", [b"plain text", b"\x1f\x8b\x08\x00garbage that is long enough"])
def test_a_damaged_gzip_file_is_named(tmp_path: Path, content: bytes) -> None:
    assert only_reason(read_file(tmp_path, "a.txt.gz", content)).startswith("is a damaged gzip")


def test_a_gzip_bomb_is_stopped_while_reading(tmp_path: Path) -> None:
    bomb = gzip.compress(b'{"text": "x"}\n' * 200_000)
    reason = only_reason(
        [*read_file(tmp_path, "a.jsonl.gz", bomb, Limits(ratio=2, ratio_floor=1000))][-1:]
    )
    assert reason.startswith("unpacks to more than ")


def test_a_small_file_that_packs_well_is_no_bomb(tmp_path: Path) -> None:
    assert len(only_article(read_file(tmp_path, "a.txt.gz", gzip.compress(b"x" * 10**6))).text) > 9


@pytest.mark.parametrize(
    "compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_every_member_of_a_zip_is_read_as_its_kind(tmp_path: Path, compression: int) -> None:
    packed = pack(
        {
            "b/two.json": '[{"text": "Two"}]',
            "one.txt": "One",
            "c/three.jsonl.gz": gzip.compress(b'{"text": "Three"}'),
            "__MACOSX/._one.txt": b"\x00\x05",
            "photo.jpg": b"\xff\xd8\xff",
        },
        compression,
    )
    found = read_file(tmp_path, "paper.zip", packed)
    assert {article.id: article.text for article in articles(found)} == {
        "paper.zip/b/two.json#1": "Two",
        "paper.zip/one.txt": "One",
        "paper.zip/c/three.jsonl.gz#1": "Three",
    }
    assert [one.path for one in rejected(found)] == ["paper.zip/photo.jpg"]
    assert {article.path for article in articles(found)} >= {"paper.zip/one.txt"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../../x.txt", "has a path that leads out of the zip"),
        ("a/../../x.txt", "has a path that leads out of the zip"),
        ("..\\x.txt", "has a path that leads out of the zip"),
        ("/etc/x.txt", "has an absolute path inside the zip"),
        ("C:/x.txt", "has an absolute path inside the zip"),
        ("inner.zip", "is a zip inside a zip, which is not opened"),
    ],
)
def test_a_dangerous_member_is_refused_and_the_others_are_kept(
    tmp_path: Path, name: str, reason: str
) -> None:
    found = read_file(tmp_path, "a.zip", pack({name: "x", "good.txt": "Good"}))
    assert [article.text for article in articles(found)] == ["Good"]
    assert [one.reason for one in rejected(found)] == [reason]


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    reason = only_reason(read_file(tmp_path, "a.zip", packed.getvalue()))
    assert reason == "is a link or a device inside the zip, not a file"


def test_a_member_with_a_password_is_refused(tmp_path: Path) -> None:
    packed = bytearray(pack({"a.txt": "x"}))
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    assert only_reason(read_file(tmp_path, "a.zip", bytes(packed))) == "is protected by a password"


def test_a_damaged_member_is_refused_and_the_others_are_kept(tmp_path: Path) -> None:
    packed = bytearray(pack({"a.txt": "x" * 100, "b.txt": "Good"}, zipfile.ZIP_STORED))
    packed[packed.index(b"xxxx")] = ord("y")
    found = read_file(tmp_path, "a.zip", bytes(packed))
    assert [article.text for article in articles(found)] == ["Good"]
    assert rejected(found)[0].reason.startswith("is damaged inside the zip")


def test_a_zip_bomb_is_stopped_over_all_its_members(tmp_path: Path) -> None:
    packed = pack({f"{number}.txt": "x" * 400_000 for number in range(20)})
    found = read_file(tmp_path, "a.zip", packed, Limits(unpacked=1_000_000))
    assert len(articles(found)) == 2
    assert [one.reason.partition(",")[0] for one in rejected(found)] == [
        "unpacks to more than 1 MB"
    ]


def test_a_zip_with_too_many_files_is_refused_whole(tmp_path: Path) -> None:
    packed = pack({f"{number}.txt": "x" for number in range(11)})
    reason = only_reason(read_file(tmp_path, "a.zip", packed, Limits(members=10)))
    assert reason == "holds 11 files; at most 10 are read from one zip"


@pytest.mark.parametrize(
    ("content", "start"),
    [
        (b"not a zip", "is not a usable zip archive"),
        (b"", "is not a usable zip archive"),
        (pack({"a.txt": "x" * 1000})[:-30], "is not a usable zip archive"),
        (pack({}), "is a zip archive with no files in it"),
    ],
    ids=["no zip", "empty", "cut off", "without files"],
)
def test_a_zip_that_is_none_is_named(tmp_path: Path, content: bytes, start: str) -> None:
    assert only_reason(read_file(tmp_path, "a.zip", content)).startswith(start)


@pytest.mark.parametrize("name", ["a.txt.gz.gz", "a.zip.gz"])
def test_what_is_packed_twice_is_not_opened(tmp_path: Path, name: str) -> None:
    reason = only_reason(read_file(tmp_path, name, gzip.compress(b"x")))
    assert reason == "is packed twice, which is not opened"
