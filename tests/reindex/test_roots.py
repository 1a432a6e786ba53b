"""Several folders, folders remembered, and settings that shape every article."""

import shutil
from pathlib import Path

import pytest

from searchapp.console import NoProgress
from searchapp.engine.generations.manifest import Edition
from searchapp.engine.storage.schema import SCHEMA_VERSION
from searchapp.errors import ArchiveError, IndexOutdated
from searchapp.reindex import ReindexOptions, ReindexSummary, reindex
from tests.reindex.archive import Archive, answers, report


def reindex_as_before(archive: Archive) -> ReindexSummary:
    return reindex(ReindexOptions(index=archive.index), NoProgress())


def test_several_folders_and_files_become_one_index(archive: Archive) -> None:
    archive.write("one/a.txt", report("Strike", "In Paris."))
    archive.write("two/a.txt", report("Grain", "In Odesa."))
    extra = archive.write("three/b.txt", report("Harbour", "In Marseille."))
    summary = archive.reindex(archive.folder / "one", archive.folder / "two", extra)
    assert summary.articles == 3
    assert archive.ids() == ["b.txt", "one/a.txt", "two/a.txt"]


def test_the_folders_of_the_last_time_are_remembered(archive: Archive) -> None:
    archive.write("one/a.txt", report("Strike", "In Paris."))
    archive.write("two/a.txt", report("Grain", "In Odesa."))
    archive.reindex(archive.folder / "one", archive.folder / "two")
    archive.write("two/b.txt", report("Harbour", "In Marseille."))
    archive.write("three/c.txt", report("Not asked for", "Anywhere."))
    summary = reindex_as_before(archive)
    assert (summary.articles, summary.added, summary.read) == (3, 1, 1)


def test_folders_are_remembered_whatever_folder_the_command_runs_in(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("a.txt", report("Strike", "In Paris."))
    monkeypatch.chdir(archive.folder.parent)
    archive.reindex(Path("articles"))
    monkeypatch.chdir("/")
    assert reindex_as_before(archive).generation is None


def test_folders_are_remembered_from_an_index_of_another_version(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("a.txt", report("Strike", "In Paris."))
    another = Edition(engine="embedded", schema=SCHEMA_VERSION - 1)
    with monkeypatch.context() as patch:
        patch.setattr("searchapp.engine.index_writer.EDITION", another)
        archive.reindex()
    with pytest.raises(IndexOutdated):
        archive.ids()
    summary = reindex_as_before(archive)
    assert (summary.articles, summary.read) == (1, 1)
    assert archive.ids() == ["a.txt"]


def test_without_any_folder_the_message_says_how_to_name_one(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match=r"searchapp reindex FOLDER"):
        reindex_as_before(archive)


def test_a_remembered_folder_that_is_gone_is_named_and_the_index_stays(archive: Archive) -> None:
    archive.write("a.txt", report("Strike", "In Paris."))
    archive.reindex()
    shutil.rmtree(archive.folder)
    with pytest.raises(ArchiveError, match="articles"):
        reindex_as_before(archive)
    assert archive.ids() == ["a.txt"]


def test_another_folder_replaces_the_first(archive: Archive) -> None:
    archive.write("one/a.txt", report("Strike", "In Paris."))
    archive.write("two/b.txt", report("Grain", "In Odesa."))
    archive.reindex(archive.folder / "one")
    summary = archive.reindex(archive.folder / "two")
    assert (summary.added, summary.removed, archive.ids()) == (1, 1, ["b.txt"])


def test_the_same_names_in_another_folder_are_told_apart_by_their_content(
    archive: Archive,
) -> None:
    """Size and time are no evidence for files of another folder."""
    first = archive.write("one/a.txt", report("Strike", "In Paris."))
    second = archive.write("two/a.txt", report("Strike", "In Lyons."))
    shutil.copystat(first, second)
    archive.reindex(archive.folder / "one")
    assert archive.reindex(archive.folder / "two").changed == 1
    assert "Lyons" in archive.article("a.txt").text


def test_dayfirst_extracts_everything_anew(archive: Archive) -> None:
    archive.write("a.txt", "Strike in Paris\n\n03/04/2022\n\nRailway workers went on strike.\n")
    archive.reindex()
    assert str(archive.article("a.txt").date) == "2022-04-03"
    summary = archive.reindex(dayfirst=False)
    assert (summary.read, summary.changed) == (1, 1)
    assert str(archive.article("a.txt").date) == "2022-03-04"
    assert archive.reindex(dayfirst=False).generation is None


def test_a_new_version_of_extraction_reads_everything_anew(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("a.txt", report("Strike", "In Paris."))
    archive.reindex()
    monkeypatch.setattr("searchapp.reindex.run.EXTRACTION_VERSION", -1)
    summary = archive.reindex()
    assert (summary.read, summary.changed) == (1, 0)
    assert archive.reindex().read == 0


def test_every_country_that_is_mentioned_counts_when_asked_for(
    archive: Archive, tmp_path: Path
) -> None:
    text = "The minister spoke in Paris about grain. " * 5 + "Only once he named Morocco."
    archive.write("a.txt", report("France and its grain", text))
    archive.reindex()
    archive.reindex(countries="mentioned")
    archive.reindex(index=tmp_path / "scratch", countries="mentioned")
    assert all(country.about for country in archive.article("a.txt").countries)
    assert "MA" in {country.value for country in archive.article("a.txt").countries}
    assert answers(archive.index) == answers(tmp_path / "scratch")
