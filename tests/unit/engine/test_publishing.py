"""How a build becomes the generation in use, and what goes when it does."""

import errno
import logging
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from searchapp.engine.generations import durable
from searchapp.engine.generations.choosing import find_generation
from searchapp.engine.generations.locking import writer_lock
from searchapp.engine.generations.manifest import ManifestDescription
from searchapp.engine.generations.pointer import write_pointer
from searchapp.engine.generations.publishing import begin, publish
from searchapp.engine.generations.verification import verify
from searchapp.errors import OperatorError
from tests.unit.engine.generation_files import EDITION, accept, names, publish_text

DESCRIPTION = ManifestDescription(edition=EDITION, articles=1)


def test_generations_are_numbered_upwards_and_two_are_kept(tmp_path: Path) -> None:
    assert publish_text(tmp_path, "one").name == "gen-000001"
    assert names(tmp_path) == {"CURRENT", "gen-000001"}
    for number in range(2, 6):
        assert publish_text(tmp_path, "next").name == f"gen-{number:06d}"
        assert names(tmp_path) == {"CURRENT", f"gen-{number - 1:06d}", f"gen-{number:06d}"}


def test_the_clock_has_no_say_in_the_order(tmp_path: Path) -> None:
    for year, number in ((2038, 1), (1999, 2), (2026, 3)):
        created_at = datetime(year, 1, 19, tzinfo=UTC)
        with writer_lock(tmp_path), begin(tmp_path) as build:
            (build.path / "text.arrays").write_text(str(year))
            description = ManifestDescription(edition=EDITION, articles=1, created_at=created_at)
            publish(build, description, accept)
        found = find_generation(tmp_path, EDITION, thorough=True)
        assert (found.name, found.manifest.created_at) == (f"gen-{number:06d}", created_at)


def test_a_number_that_was_in_use_is_never_used_again(tmp_path: Path) -> None:
    for text in ("one", "two"):
        publish_text(tmp_path, text)
    write_pointer(tmp_path, "gen-000001")
    assert publish_text(tmp_path, "three").name == "gen-000003"
    assert names(tmp_path) == {"CURRENT", "gen-000001", "gen-000003"}


def test_the_pointer_counts_although_its_generation_is_gone(tmp_path: Path) -> None:
    tmp_path.joinpath("CURRENT").write_text("gen-000041\n")
    assert publish_text(tmp_path, "one").name == "gen-000042"


def test_the_self_check_sees_the_finished_build_before_it_is_in_use(tmp_path: Path) -> None:
    publish_text(tmp_path, "one")
    seen = []

    def self_check(folder: Path) -> None:
        seen.append({path.name for path in folder.iterdir()})
        assert find_generation(tmp_path, EDITION, thorough=True).name == "gen-000001"

    with writer_lock(tmp_path), begin(tmp_path) as build:
        (build.path / "text.arrays").write_text("two")
        publish(build, DESCRIPTION, self_check)
    assert seen == [{"text.arrays", "MANIFEST.json"}]


@pytest.mark.parametrize("error", [ValueError("3 articles missing"), KeyboardInterrupt()], ids=repr)
def test_what_the_self_check_raises_goes_through_and_nothing_is_published(
    tmp_path: Path, error: BaseException
) -> None:
    publish_text(tmp_path, "one")

    def self_check(folder: Path) -> None:
        raise error

    with pytest.raises(type(error)) as caught, writer_lock(tmp_path), begin(tmp_path) as build:
        (build.path / "text.arrays").write_text("two")
        publish(build, DESCRIPTION, self_check)
    assert caught.value is error
    assert names(tmp_path) == {"CURRENT", "gen-000001"}
    assert find_generation(tmp_path, EDITION, thorough=True).degraded is None


def test_a_build_that_is_not_published_is_removed(tmp_path: Path) -> None:
    with writer_lock(tmp_path), begin(tmp_path) as build:
        (build.path / "text.arrays").write_text("one")
        assert re.fullmatch(r"\.build-gen-000001-[0-9a-f]{8}", build.path.name)
    assert names(tmp_path) == set()


def test_an_unchanged_file_is_linked_and_outlives_its_first_generation(tmp_path: Path) -> None:
    before = publish_text(tmp_path, "one")
    inode = (before.path / "text.arrays").stat().st_ino
    for _ in range(3):
        with writer_lock(tmp_path), begin(tmp_path) as build:
            build.link(before, "text.arrays")
            before = publish(build, DESCRIPTION, accept)
        assert (before.path / "text.arrays").stat().st_ino == inode
    assert (before.path / "text.arrays").read_text() == "one"
    assert verify(tmp_path, EDITION) == ()


def test_without_hard_links_an_unchanged_file_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(source: object, target: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted", str(source))

    before = publish_text(tmp_path, "one")
    monkeypatch.setattr(os, "link", no_link)
    with writer_lock(tmp_path), begin(tmp_path) as build:
        build.link(before, "text.arrays")
        after = publish(build, DESCRIPTION, accept)
    assert (after.path / "text.arrays").read_text() == "one"
    assert not (after.path / "text.arrays").samefile(before.path / "text.arrays")


def test_a_file_can_only_be_linked_once_and_only_if_it_is_there(tmp_path: Path) -> None:
    before = publish_text(tmp_path, "one")
    with writer_lock(tmp_path), begin(tmp_path) as build:
        with pytest.raises(KeyError):
            build.link(before, "other.arrays")
        build.link(before, "text.arrays")
        with pytest.raises(FileExistsError):
            build.link(before, "text.arrays")
    assert (before.path / "text.arrays").read_text() == "one"


def test_damage_is_not_taken_over(tmp_path: Path) -> None:
    before = publish_text(tmp_path, "one")
    (before.path / "text.arrays").write_text("0ne")
    with (
        pytest.raises(OperatorError, match=r"text\.arrays was damaged .*reindex --full"),
        writer_lock(tmp_path),
        begin(tmp_path) as build,
    ):
        build.link(before, "text.arrays")
        publish(build, DESCRIPTION, accept)
    assert names(tmp_path) == {"CURRENT", "gen-000001"}


@pytest.mark.parametrize("name", [".hidden", "MANIFEST.json", "folder/", "a b", "link"])
def test_a_build_holds_plain_files_only(tmp_path: Path, name: str) -> None:
    with (
        pytest.raises(ValueError, match="cannot be part of a generation"),
        writer_lock(tmp_path),
        begin(tmp_path) as build,
    ):
        (build.path / "text.arrays").write_text("one")
        if name == "link":
            (build.path / name).symlink_to("text.arrays")
        elif name.endswith("/"):
            (build.path / name).mkdir()
        else:
            (build.path / name).write_text("?")
        publish(build, DESCRIPTION, accept)
    assert names(tmp_path) == set()


def test_while_the_one_in_use_is_broken_none_is_removed_before_the_next(tmp_path: Path) -> None:
    for text in ("one", "two"):
        publish_text(tmp_path, text)
    (tmp_path / "gen-000002" / "text.arrays").unlink()
    with writer_lock(tmp_path), begin(tmp_path):
        pass
    assert names(tmp_path) == {"CURRENT", "gen-000001", "gen-000002"}
    publish_text(tmp_path, "three")
    assert names(tmp_path) == {"CURRENT", "gen-000001", "gen-000003"}


def test_what_cannot_be_removed_does_not_undo_the_publication(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(path: Path) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy", str(path))

    for text in ("one", "two"):
        publish_text(tmp_path, text)
    with monkeypatch.context() as patch, caplog.at_level(logging.WARNING):
        patch.setattr(durable, "remove_tree", refuse)
        assert publish_text(tmp_path, "three").name == "gen-000003"
    assert "could not be removed: Device or resource busy" in caplog.text
    assert publish_text(tmp_path, "four").name == "gen-000004"
    assert names(tmp_path) == {"CURRENT", "gen-000003", "gen-000004"}


def test_an_error_about_the_articles_is_not_called_one_of_the_index(tmp_path: Path) -> None:
    with (
        pytest.raises(FileNotFoundError),
        writer_lock(tmp_path / "index"),
        begin(tmp_path / "index"),
    ):
        (tmp_path / "articles" / "gone.txt").read_text()


def test_what_is_published_can_be_read_as_the_umask_allows(tmp_path: Path) -> None:
    for umask, mode in ((0o022, 0o644), (0o077, 0o600), (0o000, 0o644)):
        before = os.umask(umask)
        try:
            folder = publish_text(tmp_path / str(umask), "one").path
        finally:
            os.umask(before)
        for path in (folder / "MANIFEST.json", folder.parent / "CURRENT"):
            assert path.stat().st_mode & 0o777 == mode
        assert folder.stat().st_mode & 0o777 == mode | 0o111 & ~umask
