"""Whatever goes wrong in a reindex, what was served before is still served."""

import errno
import os
import sys
from pathlib import Path

import pytest

from searchapp.console import NoProgress
from searchapp.engine import EmbeddedEngine, open_writer, verify_index
from searchapp.errors import ArchiveError, IndexLocked, IndexMissing, OperatorError
from tests.reindex.archive import Archive, answers, found_ids, report

GOOD = report("Grain ship leaves", "The grain ship left Odesa on Friday.")


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, path: Path) -> None:
    """Let the operating system refuse one file or folder, also to root."""
    call = getattr(os, name)

    def refusing(target: object, *args: object) -> object:
        if isinstance(target, str | Path) and Path(target) == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return call(target, *args)

    monkeypatch.setattr(os, name, refusing)


def test_files_that_cannot_be_used_are_named_and_stop_nothing(archive: Archive) -> None:
    archive.write("good.txt", GOOD)
    archive.write("empty.txt", "")
    archive.write("picture.jpg", b"\xff\xd8\xff\xe0")
    archive.write("program.txt", b"\x7fELF\x02\x01\x01" + bytes(200))
    archive.write("broken.json", '{"text": ')
    archive.write("lines.jsonl", '{"text": "One good line."}\nnot json\n{}\n')
    (archive.folder / "link.txt").symlink_to("/etc/hostname")
    os.mkfifo(archive.folder / "pipe.txt")
    summary = archive.reindex()
    assert archive.ids() == ["good.txt", "lines.jsonl#1"]
    named = {(part.path, part.line) for part in summary.rejected}
    assert named == {
        ("empty.txt", None),
        ("picture.jpg", None),
        ("program.txt", None),
        ("broken.json", 1),
        ("lines.jsonl", 2),
        ("lines.jsonl", 3),
        ("link.txt", None),
        ("pipe.txt", None),
    }
    assert all(part.reason for part in summary.rejected)
    assert EmbeddedEngine(archive.index).status().rejected == summary.rejected


def test_what_is_left_out_is_remembered_without_reading_it_again(archive: Archive) -> None:
    archive.write("good.txt", GOOD)
    archive.write("lines.jsonl", '{"text": "One good line."}\nnot json\n')
    archive.write("picture.jpg", b"\xff\xd8\xff\xe0")
    first = archive.reindex()
    again = archive.reindex()
    assert again.generation is None
    assert again.rejected == first.rejected
    archive.write("more.txt", GOOD)
    assert archive.reindex().rejected == first.rejected


def test_a_file_that_cannot_be_opened_is_left_out(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("good.txt", GOOD)
    path = archive.write("secret.txt", GOOD)
    refuse(monkeypatch, "open", path)
    [left_out] = archive.reindex().rejected
    assert left_out.path == "secret.txt"
    assert left_out.reason == "cannot be read: Permission denied"
    assert archive.ids() == ["good.txt"]


def test_a_folder_that_cannot_be_read_any_more_does_not_empty_the_index(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        archive.write(f"2022/{number}.txt", GOOD)
    archive.write("good.txt", GOOD)
    archive.reindex()
    with monkeypatch.context() as patch:
        refuse(patch, "scandir", archive.folder / "2022")
        with pytest.raises(ArchiveError, match=r"9 articles .* The first: 2022 is a folder that"):
            archive.reindex()
        assert len(archive.ids()) == 10
        archive.reindex(force=True)
        assert archive.ids() == ["good.txt"]
        assert archive.reindex().generation is None
    assert archive.reindex().added == 9


def test_an_archive_without_articles_is_refused(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match=r"There are no articles in .*--allow-empty"):
        archive.reindex()
    with pytest.raises(IndexMissing):
        EmbeddedEngine(archive.index)


def test_an_archive_that_became_empty_does_not_replace_the_index(archive: Archive) -> None:
    archive.write("a.txt", GOOD)
    archive.reindex()
    archive.remove("a.txt")
    with pytest.raises(ArchiveError, match=r"The index with 1 articles? stays"):
        archive.reindex()
    assert archive.ids() == ["a.txt"]
    summary = archive.reindex(allow_empty=True)
    assert (summary.articles, summary.removed, archive.ids()) == (0, 1, [])


def test_an_empty_index_can_be_filled(archive: Archive) -> None:
    archive.reindex(allow_empty=True)
    archive.write("a.txt", GOOD)
    assert archive.reindex().added == 1
    assert archive.ids() == ["a.txt"]


def test_many_more_that_cannot_be_used_than_before_are_refused_until_forced(
    archive: Archive,
) -> None:
    for number in range(30):
        archive.write(f"{number}.json", '{"text": "Grain ship leaves Odesa."}')
    archive.reindex()
    for number in range(3):
        archive.write(f"{number}.json", '{"text": ')
    with pytest.raises(ArchiveError, match=r"3 articles .* The first: 0\.json .* add --force"):
        archive.reindex()
    assert len(archive.ids()) == 30
    assert archive.reindex(force=True).articles == 27
    archive.write("new.json", '{"text": "Grain."}')
    assert archive.reindex().articles == 28


def test_a_few_that_cannot_be_used_are_no_reason_to_refuse(archive: Archive) -> None:
    for number in range(30):
        archive.write(f"{number}.json", '{"text": "Grain ship leaves Odesa."}')
    archive.reindex()
    archive.write("0.json", '{"text": ')
    assert archive.reindex().articles == 29


def test_files_of_other_kinds_are_no_reason_to_refuse(archive: Archive) -> None:
    archive.write("a.txt", GOOD)
    archive.reindex()
    for number in range(9):
        archive.write(f"{number}.jpg", b"\xff\xd8")
    assert len(archive.reindex().rejected) == 9


class _Stopping(NoProgress):
    """Stands for whatever ends a reindex in the middle: Ctrl+C, a signal, a defect."""

    def __init__(self, *, publishing: bool) -> None:
        self._publishing = publishing

    def reading(self, files: int, of_files: int, articles: int) -> None:
        if not self._publishing and articles == 2:
            raise KeyboardInterrupt

    def publishing(self) -> None:
        raise KeyboardInterrupt


@pytest.mark.parametrize("publishing", [False, True], ids=["while reading", "before publishing"])
def test_a_reindex_that_is_stopped_leaves_the_index_as_it_was(
    archive: Archive, publishing: bool
) -> None:
    archive.write("a.txt", GOOD)
    archive.reindex()
    before = answers(archive.index)
    for name in "bcde":
        archive.write(f"{name}.txt", GOOD)
    with pytest.raises(KeyboardInterrupt):
        archive.reindex(progress=_Stopping(publishing=publishing))
    assert answers(archive.index) == before
    assert sorted(path.name for path in archive.index.iterdir()) == [
        "CURRENT",
        "WRITER.lock",
        "gen-000001",
    ]
    assert archive.reindex().added == 4


def test_an_index_that_is_damaged_is_made_anew_from_the_articles(archive: Archive) -> None:
    archive.write("a.txt", GOOD)
    archive.reindex()
    [segment] = (archive.index / "gen-000001").glob("segment-*")
    content = bytearray(segment.read_bytes())
    content[len(content) // 2] ^= 1
    segment.write_bytes(content)
    assert archive.reindex().read == 1
    assert found_ids(archive.index) == ["a.txt"]
    assert [str(p) for p in verify_index(archive.index) if "gen-000002" in str(p)] == []


def test_a_second_reindex_is_told_so_at_once(archive: Archive) -> None:
    archive.write("a.txt", GOOD)
    with open_writer(archive.index), pytest.raises(IndexLocked, match=f"process {os.getpid()}"):
        archive.reindex()
    assert archive.reindex().added == 1


def test_a_full_disk_leaves_the_index_as_it_was(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("a.txt", GOOD)
    archive.reindex()
    archive.write("b.txt", GOOD)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OperatorError, match=os.strerror(errno.ENOSPC)):
            archive.reindex()
    assert archive.ids() == ["a.txt"]
    assert archive.reindex().added == 1


def test_a_name_that_is_not_text_is_read_all_the_same(archive: Archive) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux has file names that are not text")
    path = os.fsencode(archive.folder) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(GOOD)
    archive.write("line\nend\x1b.txt", GOOD)
    archive.reindex()
    assert archive.ids() == ["caf\\xe9.txt", "line\\nend\\x1b.txt"]
    assert archive.reindex().generation is None
