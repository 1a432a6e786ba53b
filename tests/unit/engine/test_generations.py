"""Which generation is served, and what is said when it is not the one asked for."""

import logging
import shutil
from pathlib import Path

import pytest

from searchapp.engine.generations import choosing as generations
from searchapp.engine.generations.choosing import Generation, find_generation, open_generation
from searchapp.engine.generations.pointer import Pointer, read_pointer, write_pointer
from searchapp.errors import IndexDamaged, IndexMissing, IndexOutdated
from tests.unit.engine.generation_files import EDITION, OTHER, publish_text


def find(index_dir: Path, *, thorough: bool = True) -> Generation:
    return find_generation(index_dir, EDITION, thorough=thorough)


def change(path: Path) -> None:
    """Changes the content and not the size."""
    content = path.read_bytes()
    path.write_bytes(bytes([content[0] ^ 1]) + content[1:])


def test_the_generation_in_use_is_served(tmp_path: Path) -> None:
    publish_text(tmp_path, "one")
    published = publish_text(tmp_path, "three")
    for thorough in (True, False):
        found = find(tmp_path, thorough=thorough)
        assert found == published
        assert (found.name, found.pointer, found.degraded) == ("gen-000002", "gen-000002", None)
        assert found.path == tmp_path / "gen-000002"
        assert (found.manifest.articles, found.manifest.size_bytes) == (5, 5)


@pytest.mark.parametrize("make", [False, True], ids=["not there", "empty"])
def test_without_an_index_the_command_that_makes_one_is_named(tmp_path: Path, make: bool) -> None:
    if make:
        (tmp_path / "index" / "other").mkdir(parents=True)
    with pytest.raises(IndexMissing, match="Run `searchapp reindex FOLDER`") as caught:
        find(tmp_path / "index")
    assert str(tmp_path / "index") in str(caught.value)


def test_a_pointer_to_nothing_is_damage(tmp_path: Path) -> None:
    write_pointer(tmp_path, "gen-000003")
    with pytest.raises(IndexDamaged, match=r"gen-000003 cannot be served.*reindex --full"):
        find(tmp_path)


def test_a_broken_pointer_without_generations_is_damage(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("?")
    with pytest.raises(IndexDamaged, match=r"does not name a generation.*reindex --full"):
        find(tmp_path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "CURRENT is missing"),
        ("?", "CURRENT does not name a generation"),
        ("gen-000009\n", "gen-000009: MANIFEST.json is missing"),
    ],
)
def test_with_a_broken_pointer_the_newest_is_served(
    tmp_path: Path, content: str | None, words: str
) -> None:
    publish_text(tmp_path, "one")
    publish_text(tmp_path, "two")
    (tmp_path / "CURRENT").unlink()
    if content is not None:
        (tmp_path / "CURRENT").write_text(content)
    found = find(tmp_path)
    assert found.name == "gen-000002"
    assert words in (found.degraded or "")
    assert "`searchapp reindex`" in (found.degraded or "")


def test_changed_bytes_are_seen_by_a_thorough_look_only(tmp_path: Path) -> None:
    publish_text(tmp_path, "one")
    publish_text(tmp_path, "two")
    change(tmp_path / "gen-000002" / "text.arrays")
    assert find(tmp_path, thorough=False).name == "gen-000002"
    found = find(tmp_path, thorough=True)
    assert found.name == "gen-000001"
    assert found.pointer == "gen-000002"
    assert "text.arrays was changed after it was written" in (found.degraded or "")


def test_what_is_wrong_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    publish_text(tmp_path, "one")
    (tmp_path / publish_text(tmp_path, "two").name / "text.arrays").unlink()
    with caplog.at_level(logging.WARNING):
        found = find(tmp_path)
    assert caplog.messages == [found.degraded]


def test_going_back_by_hand_is_served_and_mentioned(tmp_path: Path) -> None:
    publish_text(tmp_path, "one")
    publish_text(tmp_path, "two")
    write_pointer(tmp_path, "gen-000001")
    found = find(tmp_path)
    assert found.name == found.pointer == "gen-000001"
    assert "gen-000002 is newer and whole" in (found.degraded or "")


def test_an_index_of_another_edition_is_outdated(tmp_path: Path) -> None:
    publish_text(tmp_path, "one", edition=OTHER)
    with pytest.raises(IndexOutdated, match=r"embedded 4.*reads embedded 3.*reindex --full") as e:
        find(tmp_path)
    assert e.value.exit_code == 4


def test_an_older_generation_of_the_right_edition_is_served_instead(tmp_path: Path) -> None:
    publish_text(tmp_path, "one")
    publish_text(tmp_path, "two", edition=OTHER)
    found = find(tmp_path)
    assert found.name == "gen-000001"
    assert "made by embedded 4" in (found.degraded or "")


def read_text(generation: Generation) -> str:
    return (generation.path / "text.arrays").read_text()


def test_what_is_opened_is_handed_on(tmp_path: Path) -> None:
    publish_text(tmp_path, "one")
    assert open_generation(tmp_path, EDITION, read_text, thorough=False) == "one"


def test_a_generation_that_is_overtaken_while_opened_is_opened_afresh(tmp_path: Path) -> None:
    publish_text(tmp_path, "one")
    seen = []

    def open_slowly(generation: Generation) -> str:
        seen.append(generation.name)
        if len(seen) == 1:
            for text in ("two", "three"):
                publish_text(tmp_path, text)
        return read_text(generation)

    assert open_generation(tmp_path, EDITION, open_slowly, thorough=False) == "three"
    assert seen == ["gen-000001", "gen-000003"]


def test_a_generation_that_is_overtaken_while_checked_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_text(tmp_path, "one")
    read = read_pointer
    calls = []

    def read_and_overtake(index_dir: Path) -> Pointer:
        pointer = read(index_dir)
        calls.append(pointer.name)
        if len(calls) == 1:
            for text in ("two", "three"):
                publish_text(tmp_path, text)
        return pointer

    monkeypatch.setattr(generations, "read_pointer", read_and_overtake)
    found = find(tmp_path)
    assert (found.name, found.degraded) == ("gen-000003", None)
    assert calls == ["gen-000001", "gen-000003"]


def test_a_file_that_vanishes_for_no_reason_is_damage(tmp_path: Path) -> None:
    publish_text(tmp_path, "one")

    def open_after_loss(generation: Generation) -> str:
        shutil.rmtree(generation.path)
        return read_text(generation)

    with pytest.raises(IndexDamaged, match=r"text\.arrays vanished .*reindex --full"):
        open_generation(tmp_path, EDITION, open_after_loss, thorough=False)
