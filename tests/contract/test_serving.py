"""How a newer generation is taken up: beside the older one, once, and without a request waiting."""

import gc
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from searchapp.engine import serving
from searchapp.engine.embedded import EmbeddedEngine
from searchapp.engine.storage.reader import IndexReader
from searchapp.errors import OperatorError
from searchapp.search.request import SearchRequest
from tests.contract.articles import build_article
from tests.contract.engines import publish_changes

DEADLINE = 60.0


def eventually(holds: Callable[[], bool]) -> None:
    """Waits until something holds, with patience for a machine that is busy."""
    until = time.monotonic() + DEADLINE
    while not holds():
        assert time.monotonic() < until, "it never came to hold"
        time.sleep(0.01)


def publish(index: Path, number: int) -> None:
    publish_changes(index, added=[build_article(f"{number}", title="Storm", body="A storm.")])


def total(engine: EmbeddedEngine) -> int:
    return engine.search(SearchRequest(query="storm")).total


def watchers() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name == "generations"}


@pytest.fixture
def index(tmp_path: Path) -> Path:
    publish(tmp_path / "index", 1)
    return tmp_path / "index"


@pytest.fixture
def watching(index: Path) -> Iterator[EmbeddedEngine]:
    with closing(EmbeddedEngine(index, watching=True)) as engine:
        yield engine


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every generation that was opened from now on."""
    paths: list[Path] = []

    def open_reader(path: Path) -> IndexReader:
        paths.append(path)
        return IndexReader(path)

    monkeypatch.setattr(serving, "IndexReader", open_reader)
    return paths


def damage(index: Path) -> tuple[Path, bytes]:
    """Spoils the columns of the newest generation; returns what mends them."""
    columns = max(index.glob("gen-*")) / "columns.arrays"
    sound = columns.read_bytes()
    columns.write_bytes(sound[:-1])
    return columns, sound


def test_a_newer_generation_is_seen_without_anybody_asking(
    index: Path, watching: EmbeddedEngine
) -> None:
    publish(index, 2)
    eventually(lambda: total(watching) == 2)


def test_requests_are_answered_while_a_newer_generation_is_being_opened(
    index: Path, watching: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening, ready = threading.Event(), threading.Event()

    def open_slowly(path: Path) -> IndexReader:
        opening.set()
        assert ready.wait(DEADLINE)
        return IndexReader(path)

    monkeypatch.setattr(serving, "IndexReader", open_slowly)
    publish(index, 2)
    assert opening.wait(DEADLINE)
    assert [total(watching) for _ in range(5)] == [1] * 5
    assert watching.status().degraded is None
    ready.set()
    eventually(lambda: total(watching) == 2)


def test_examples_are_there_soon_and_for_every_generation(
    index: Path, watching: EmbeddedEngine
) -> None:
    eventually(lambda: bool(watching.examples()))
    publish(index, 2)
    eventually(lambda: total(watching) == 2)
    assert watching.examples()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_should_the_thread_fail_requests_look_for_themselves(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(reader: IndexReader) -> None:
        raise RuntimeError("unforeseen")

    before = watchers()
    monkeypatch.setattr(serving, "build_examples", fail)
    with closing(EmbeddedEngine(index, watching=True)) as engine:
        for watcher in watchers() - before:
            watcher.join(DEADLINE)
        publish(index, 2)
        assert total(engine) == total(engine) == 2


def test_without_a_thread_the_next_request_sees_what_is_newer(
    index: Path, opened: list[Path]
) -> None:
    with closing(EmbeddedEngine(index)) as engine:
        publish(index, 2)
        assert total(engine) == total(engine) == 2
    assert [path.name for path in opened] == ["gen-000001", "gen-000002"]


def test_an_index_that_was_made_anew_under_the_same_name_is_seen(index: Path) -> None:
    with closing(EmbeddedEngine(index)) as engine:
        shutil.rmtree(index)
        publish(index, 7)
        assert engine.article("7").id == "7"


def test_a_broken_generation_is_tried_once_and_again_when_it_has_been_mended(
    index: Path, opened: list[Path], caplog: pytest.LogCaptureFixture
) -> None:
    with closing(EmbeddedEngine(index)) as engine:
        publish(index, 2)
        columns, sound = damage(index)
        assert [total(engine) for _ in range(5)] == [1] * 5
        degraded = engine.status().degraded
        assert degraded and "gen-000002: columns.arrays has" in degraded
        assert len(caplog.records) == 1
        columns.write_bytes(sound)
        assert total(engine) == 2
        assert engine.status().degraded is None
    assert [path.name for path in opened] == ["gen-000001", "gen-000002"]


def test_what_cannot_be_opened_is_told_and_not_tried_again(
    index: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(path: Path) -> IndexReader:
        raise OperatorError(f"{path.name} cannot be mapped.")

    with closing(EmbeddedEngine(index)) as engine:
        monkeypatch.setattr(serving, "IndexReader", fail)
        publish(index, 2)
        assert [total(engine) for _ in range(5)] == [1] * 5
        told = "gen-000002 cannot be mapped. gen-000001 is served meanwhile."
        assert engine.status().degraded == told
        assert len(caplog.records) == 1
        monkeypatch.undo()
        publish(index, 3)
        assert total(engine) == 3
        assert engine.status().degraded is None


def test_no_thread_is_left_when_the_engine_is_closed(index: Path) -> None:
    before = watchers()
    engine = EmbeddedEngine(index, watching=True)
    assert len(watchers() - before) == 1
    engine.close()
    assert watchers() <= before
    with pytest.raises(OperatorError, match="closed"):
        total(engine)


def test_no_thread_is_left_when_nobody_uses_the_engine(index: Path) -> None:
    before = watchers()
    engine = EmbeddedEngine(index, watching=True)
    (watcher,) = watchers() - before
    del engine
    gc.collect()
    watcher.join(DEADLINE)
    assert not watcher.is_alive()
