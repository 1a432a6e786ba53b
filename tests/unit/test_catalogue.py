"""The catalogue of an archive's files comes back as it was."""

import pytest

from searchapp.article import Rejected
from searchapp.reindex.catalogue import CatalogueWriter, Entry, decode_catalogue

PLAIN = Entry(name="a.txt", size=10, mtime_ns=2**62, sha256="ab" * 32, ids=("a.txt",))
LINES = Entry(
    name="b.jsonl",
    size=2**40,
    mtime_ns=-1,
    sha256="cd" * 32,
    ids=("1", "2"),
    lost=("3",),
    doubled=("1", "1"),
    rejected=(Rejected(path="b.jsonl", line=7, reason="is no JSON"),),
)
NOTHING = Entry(name="c.txt", size=0, mtime_ns=0, sha256="ef" * 32)


def encoded(*entries: Entry) -> bytes:
    writer = CatalogueWriter()
    for entry in entries:
        writer.add(entry)
    return writer.encode()


@pytest.mark.parametrize("entries", [(), (PLAIN,), (PLAIN, LINES, NOTHING)])
def test_entries_come_back_in_order(entries: tuple[Entry, ...]) -> None:
    catalogue = decode_catalogue(encoded(*entries))
    assert len(catalogue) == len(entries)
    assert [catalogue.entry(place) for place in range(len(entries))] == list(entries)
    assert [catalogue.sha256(place) for place in range(len(entries))] == [
        entry.sha256 for entry in entries
    ]
    assert sorted(catalogue.odd) == [n for n, entry in enumerate(entries) if not entry.is_plain]


def test_a_file_is_found_by_its_name() -> None:
    catalogue = decode_catalogue(encoded(PLAIN, LINES))
    assert (catalogue.find("a.txt"), catalogue.find("b.jsonl")) == (0, 1)
    assert catalogue.find("nothing.txt") is None


def test_entries_are_taken_over_with_another_time() -> None:
    writer = CatalogueWriter()
    before = decode_catalogue(encoded(PLAIN, LINES))
    writer.copy(before, 1, 5)
    writer.copy(before, 0, 6)
    after = decode_catalogue(writer.encode())
    assert [after.entry(place).name for place in range(2)] == ["b.jsonl", "a.txt"]
    assert [after.entry(place).mtime_ns for place in range(2)] == [5, 6]
    assert after.entry(0).ids == LINES.ids
