"""The manifest: what is written is read again, and no byte of it can change unseen."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.generations.manifest import (
    Edition,
    FileEntry,
    Manifest,
    ManifestDescription,
    OtherEdition,
    Unservable,
    build_manifest,
    is_file_name,
    parse_manifest,
    render_manifest,
)

EDITION = Edition(engine="embedded", schema=3)
SHA = hashlib.sha256(b"").hexdigest()


def entry(name: str, size: int = 0) -> FileEntry:
    return FileEntry(name=name, size=size, sha256=SHA)


MANIFEST = build_manifest(
    ManifestDescription(
        edition=EDITION,
        articles=60,
        settings={"language": "en", "boost": 1.5, "stem": True, "limit": None, "ß": "“quoted”\n"},
        created_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2))),
    ),
    (entry("segment-000002.arrays", 7), entry("columns.arrays", 5)),
)
RENDERED = render_manifest(MANIFEST)


def seal(fields: object) -> bytes:
    """A manifest of any fields, sealed as the module's docstring says."""
    head = json.dumps(fields, indent=2).removesuffix("\n}").encode() + b",\n"
    return head + f'  "seal": "{hashlib.sha256(head).hexdigest()}"\n}}\n'.encode()


def test_a_manifest_that_was_written_is_read_again() -> None:
    assert parse_manifest(RENDERED) == MANIFEST


def test_files_are_in_the_order_of_their_names_and_the_time_is_universal() -> None:
    assert [file.name for file in MANIFEST.files] == ["columns.arrays", "segment-000002.arrays"]
    assert MANIFEST.created_at == datetime(2026, 1, 2, 1, 4, 5, tzinfo=UTC)
    assert MANIFEST.created_at.utcoffset() == timedelta(0)


def test_the_size_is_that_of_all_files() -> None:
    assert MANIFEST.size_bytes == 12


def test_a_file_is_found_by_its_name() -> None:
    assert MANIFEST.entry("columns.arrays") == entry("columns.arrays", 5)
    assert MANIFEST.entry("other.arrays") is None


def test_a_manifest_is_json_that_anybody_can_read() -> None:
    fields = json.loads(RENDERED)
    assert fields["format"] == 1
    assert fields["engine"] == "embedded"
    assert fields["schema"] == 3
    assert fields["articles"] == 60
    assert fields["created_at"] == "2026-01-02T01:04:05+00:00"
    assert fields["files"]["columns.arrays"] == {"size": 5, "sha256": SHA}
    assert fields["settings"]["ß"] == "“quoted”\n"


def test_the_seal_is_the_hash_of_all_lines_but_the_last_two() -> None:
    *lines, seal_line, brace, rest = RENDERED.split(b"\n")
    head = b"\n".join(lines) + b"\n"
    assert seal_line.decode().split('"')[3] == hashlib.sha256(head).hexdigest()
    assert (brace, rest) == (b"}", b"")
    assert seal(json.loads(head.rstrip(b",\n") + b"}")) == RENDERED


def test_every_flipped_bit_is_seen() -> None:
    for bit in range(8 * len(RENDERED)):
        flipped = bytearray(RENDERED)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Unservable):
            parse_manifest(bytes(flipped))


def test_every_cut_is_seen() -> None:
    for length in range(len(RENDERED)):
        with pytest.raises(Unservable):
            parse_manifest(RENDERED[:length])


@given(st.binary(max_size=400))
def test_other_bytes_are_no_manifest(content: bytes) -> None:
    with pytest.raises(Unservable):
        parse_manifest(content)


@pytest.mark.parametrize(
    "content",
    [b"[" * 100_000, b'{"format": 1' + b"0" * 5_000 + b"}", b"[]", b"null", RENDERED + b" "],
    ids=["deep", "long number", "list", "null", "a blank more"],
)
def test_strange_json_is_no_manifest(content: bytes) -> None:
    with pytest.raises(Unservable):
        parse_manifest(content)


@pytest.mark.parametrize("sealed", [True, False], ids=["sealed", "not sealed"])
def test_another_format_is_named_whether_or_not_its_seal_is_ours(sealed: bool) -> None:
    fields = {"format": 2, "new": "fields"}
    content = seal(fields) if sealed else json.dumps(fields).encode()
    with pytest.raises(OtherEdition, match=r"format is 2, .* reads format 1"):
        parse_manifest(content)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("engine", 1),
        ("schema", "3"),
        ("articles", None),
        ("created_at", "yesterday"),
        ("created_at", 5),
        ("settings", []),
        ("files", []),
        ("files", {"a.arrays": 5}),
        ("files", {"a.arrays": {"size": "5", "sha256": SHA}}),
        ("files", {"a.arrays": {"size": -1, "sha256": SHA}}),
        ("files", {"a.arrays": {"size": 5, "sha256": SHA.upper()}}),
        ("files", {"../a.arrays": {"size": 5, "sha256": SHA}}),
        ("files", {"/etc/passwd": {"size": 5, "sha256": SHA}}),
    ],
    ids=str,
)
def test_a_sealed_manifest_with_a_wrong_field_is_refused(field: str, value: object) -> None:
    fields = json.loads(RENDERED)
    del fields["seal"]
    assert parse_manifest(seal(fields)) == MANIFEST
    with pytest.raises(Unservable):
        parse_manifest(seal(fields | {field: value}))


@pytest.mark.parametrize("name", ["a", "segment-000001.arrays", "report.json", "A_b+c.0"])
def test_a_plain_name_is_a_file_name(name: str) -> None:
    assert is_file_name(name)


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", ".hidden", "a/b", "a\\b", "a b", "é", "a\n", "-a", "MANIFEST.json", "a" * 201],
)
def test_another_name_is_none(name: str) -> None:
    assert not is_file_name(name)


def test_a_setting_that_is_no_number_in_json_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        render_manifest(replace(MANIFEST, settings={"boost": float("nan")}))


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
)


@given(
    st.dictionaries(st.text(), SCALARS),
    st.integers(min_value=0),
    st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1)),
)
def test_whatever_is_written_is_read_again(
    settings: dict[str, str | int | float | bool | None], articles: int, created_at: datetime
) -> None:
    manifest = Manifest(
        edition=EDITION,
        articles=articles,
        created_at=created_at.replace(tzinfo=UTC),
        settings=settings,
        files=(entry("a.arrays"),),
    )
    assert parse_manifest(render_manifest(manifest)) == manifest
