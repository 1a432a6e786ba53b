"""A reindex takes in what changed since the last one, and nothing else."""

from pathlib import Path

import pytest

from searchapp.ingest import SourceFile
from searchapp.reindex import ReindexSummary, run
from tests.reindex.archive import Archive, answers, report, set_time

GRAIN = report("Grain ship leaves the harbour", "The grain ship left Odesa in Ukraine on Friday.")
STRIKE = report("Strike in Paris", "Railway workers in France went on strike on Monday.")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files whose articles are read."""
    names: list[str] = []
    read = run.read_articles

    def noting(file: SourceFile, sha256: str) -> object:
        names.append(file.name)
        return read(file, sha256)

    monkeypatch.setattr(run, "read_articles", noting)
    return names


def counts(summary: ReindexSummary) -> tuple[int, int, int, int]:
    return summary.articles, summary.added, summary.changed, summary.removed


def test_the_first_run_takes_everything_in(archive: Archive) -> None:
    archive.write("a.txt", GRAIN)
    archive.write("2022/b.txt", STRIKE)
    summary = archive.reindex()
    assert counts(summary) == (2, 2, 0, 0)
    assert summary.generation == "gen-000001"
    assert summary.read == 2
    assert summary.rejected == ()
    assert archive.ids() == ["2022/b.txt", "a.txt"]


def test_without_a_change_nothing_is_opened_or_published(archive: Archive) -> None:
    """Other content of the same size and time shows that the file is not even looked into."""
    path = archive.write("a.txt", GRAIN)
    set_time(path, 1_700_000_000)
    archive.reindex()
    before = answers(archive.index)
    path.write_text(GRAIN.replace("Odesa", "Paris"))
    set_time(path, 1_700_000_000)
    summary = archive.reindex()
    assert (summary.generation, summary.read, counts(summary)) == (None, 0, (1, 0, 0, 0))
    assert [path.name for path in archive.index.glob("gen-*")] == ["gen-000001"]
    assert answers(archive.index) == before


def test_only_the_changed_file_is_read(archive: Archive, opened: list[str]) -> None:
    archive.write("a.txt", GRAIN)
    archive.write("b.txt", STRIKE)
    archive.reindex()
    opened.clear()
    archive.write("b.txt", STRIKE.replace("Monday", "Tuesday"))
    summary = archive.reindex()
    assert opened == ["b.txt"]
    assert counts(summary) == (2, 0, 1, 0)
    assert "Tuesday" in archive.article("b.txt").text


def test_a_file_that_is_gone_leaves_the_index(archive: Archive, opened: list[str]) -> None:
    archive.write("a.txt", GRAIN)
    archive.write("b.txt", STRIKE)
    archive.reindex()
    opened.clear()
    archive.remove("a.txt")
    assert counts(archive.reindex()) == (1, 0, 0, 1)
    assert (archive.ids(), opened) == (["b.txt"], [])


def test_a_new_file_is_added(archive: Archive, opened: list[str]) -> None:
    archive.write("b.txt", STRIKE)
    archive.reindex()
    opened.clear()
    archive.write("a.txt", GRAIN)
    assert counts(archive.reindex()) == (2, 1, 0, 0)
    assert (archive.ids(), opened) == (["a.txt", "b.txt"], ["a.txt"])


def test_a_file_that_was_moved_is_another_article(archive: Archive) -> None:
    path = archive.write("a.txt", GRAIN)
    archive.reindex()
    path.rename(archive.folder / "z.txt")
    assert counts(archive.reindex()) == (1, 1, 0, 1)
    assert archive.ids() == ["z.txt"]


def test_a_file_that_was_only_touched_is_not_read_again(
    archive: Archive, opened: list[str]
) -> None:
    path = archive.write("a.txt", GRAIN)
    archive.reindex()
    opened.clear()
    set_time(path, 1_700_000_000)
    summary = archive.reindex()
    assert (summary.generation, opened) == (None, [])


def test_full_reads_everything_again_and_finds_nothing_changed(
    archive: Archive, opened: list[str]
) -> None:
    archive.write("a.txt", GRAIN)
    archive.write("b.txt", STRIKE)
    archive.reindex()
    before = answers(archive.index)
    opened.clear()
    summary = archive.reindex(full=True)
    assert opened == ["a.txt", "b.txt"]
    assert (summary.read, counts(summary)) == (2, (2, 0, 0, 0))
    assert summary.generation == "gen-000002"
    assert answers(archive.index) == before


def test_full_takes_in_a_change_that_size_and_time_do_not_show(archive: Archive) -> None:
    path = archive.write("a.txt", GRAIN)
    set_time(path, 1_700_000_000)
    archive.reindex()
    path.write_text(GRAIN.replace("Odesa", "Paris"))
    set_time(path, 1_700_000_000)
    assert counts(archive.reindex(full=True)) == (1, 0, 1, 0)
    assert "Paris" in archive.article("a.txt").text


def test_an_article_in_a_changed_file_that_stayed_the_same_does_not_count_as_changed(
    archive: Archive,
) -> None:
    rows = '{"id": "1", "text": "The harbour is open."}\n{"id": "2", "text": "%s"}\n'
    archive.write("dump.jsonl", rows % "A strike.")
    archive.reindex()
    archive.write("dump.jsonl", rows % "No strike.")
    assert counts(archive.reindex()) == (2, 0, 1, 0)


def test_an_articles_own_fields_follow_the_file(archive: Archive) -> None:
    archive.write("a.json", '{"text": "Grain.", "date": "2022-03-04", "author": "Ada Lund"}')
    archive.reindex()
    archive.write("a.json", '{"text": "Grain.", "date": "2023-03-04", "author": "Bo Lund"}')
    archive.reindex()
    article = archive.article("a.json")
    assert str(article.date) == "2023-03-04"
    assert [author.label for author in article.authors] == ["Bo Lund"]


def test_the_index_inside_the_archive_is_not_indexed(archive: Archive) -> None:
    archive.write("a.txt", GRAIN)
    inside = Archive(folder=archive.folder, index=archive.folder / "deep" / "index")
    assert inside.reindex().rejected == ()
    again = inside.reindex()
    assert (again.generation, again.rejected, inside.ids()) == (None, (), ["a.txt"])


def test_the_index_inside_the_archive_is_known_by_another_name_too(
    archive: Archive, tmp_path: Path
) -> None:
    archive.write("a.txt", GRAIN)
    (tmp_path / "link").symlink_to(archive.folder)
    inside = Archive(folder=archive.folder, index=tmp_path / "link" / "." / "index")
    inside.reindex()
    again = inside.reindex()
    assert (again.generation, again.rejected, inside.ids()) == (None, (), ["a.txt"])


def test_articles_below_the_index_folder_are_read_when_asked_for(archive: Archive) -> None:
    archive.write("a.txt", GRAIN)
    around = Archive(folder=archive.folder, index=archive.folder.parent)
    around.reindex()
    assert around.ids() == ["a.txt"]


def test_the_order_of_the_files_on_disk_does_not_matter(archive: Archive, tmp_path: Path) -> None:
    other = Archive(folder=tmp_path / "other", index=tmp_path / "other-index")
    texts = {f"{number}.txt": report(f"Strike {number}", "Grain.") for number in range(9)}
    for name, text in texts.items():
        archive.write(name, text)
    for name, text in reversed(texts.items()):
        other.write(name, text)
    archive.reindex()
    other.reindex()
    assert answers(archive.index) == answers(other.index)


def test_many_small_runs_leave_one_index_of_a_sensible_size(archive: Archive) -> None:
    for number in range(15):
        archive.write(f"{number:02}.txt", report(f"Report {number}", "Grain ship."))
        archive.reindex()
    assert len(archive.ids()) == 15
    names = sorted(path.name for path in archive.index.iterdir())
    assert names == ["CURRENT", "WRITER.lock", "gen-000014", "gen-000015"]
    assert len(list((archive.index / "gen-000015").glob("segment-*"))) <= 9
