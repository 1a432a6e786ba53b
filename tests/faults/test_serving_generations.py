"""A new generation is taken up by every worker while clients keep asking, and no request fails."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from searchapp.console import NoProgress
from searchapp.reindex import ReindexOptions, reindex
from tests.server.running import Running, eventually

ARTICLE = (
    "Grain deal holds\n\nThe grain deal of 2022-12-30 held for another day, said Ann Weaver.\n"
)


def publish(folder: Path) -> None:
    roots = (folder / "articles",)
    reindex(ReindexOptions(index=folder / "index", roots=roots, jobs=1), NoProgress())


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Running]:
    command = [sys.executable, "-m", "searchapp", "serve", "--port", "0", "--workers", "2"]
    command += ["--index", str(folder / "index"), *options]
    environment = {**os.environ, "SEARCHAPP_METRICS": "true"}
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=log, text=True, env=environment, cwd=folder
        ) as process,
    ):
        assert process.stdout
        said = process.stdout.readline()
        address = re.search(r"http://\S+", said)
        try:
            assert address, (folder / "log").read_text()
            yield Running(process, address[0], folder)
        finally:
            process.terminate()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an archive of one article and its index."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "0.txt").write_text(ARTICLE)
    publish(tmp_path)
    return tmp_path


def found(server: Running) -> int:
    answer = server.get("/search.json?q=grain")
    assert answer.status == 200
    return int(json.loads(answer.body)["total"])


def found_by_each_worker(server: Running) -> list[int]:
    """What every worker finds: the others are stopped while one is asked."""
    totals = []
    for asked in server.workers():
        others = server.workers() - {asked}
        for other in others:
            os.kill(other, signal.SIGSTOP)
        try:
            totals.append(found(server))
        finally:
            for other in others:
                os.kill(other, signal.SIGCONT)
    return totals


def test_every_worker_takes_up_a_new_generation_and_no_request_fails(folder: Path) -> None:
    with serving(folder) as server:
        totals: list[int] = []
        failures: list[Exception] = []
        published = threading.Event()

        def keep_asking() -> None:
            while not published.is_set():
                try:
                    totals.append(found(server))
                except (OSError, AssertionError, http.client.HTTPException) as error:
                    failures.append(error)

        askers = [threading.Thread(target=keep_asking) for _ in range(3)]
        for asker in askers:
            asker.start()
        for number in range(1, 6):
            (folder / "articles" / f"{number}.txt").write_text(f"{ARTICLE} {number}")
            publish(folder)
            eventually(lambda wanted=number + 1: wanted in totals, "somebody sees it")
        published.set()
        for asker in askers:
            asker.join()
        assert not failures
        assert set(totals) == {1, 2, 3, 4, 5, 6}
        eventually(lambda: found_by_each_worker(server) == [6, 6], "every worker sees it")


def test_figures_are_added_up_over_all_workers(folder: Path) -> None:
    with serving(folder) as server:
        found_by_each_worker(server)
        figures = server.get("/metrics").body.decode()
    assert 'searchapp_requests_total{route="/search.json",status="200"} 2.0' in figures
    assert "searchapp_search_seconds_count 2.0" in figures
    assert "searchapp_articles 1.0" in figures


@pytest.mark.parametrize("kind", ["missing", "damaged"])
def test_without_an_index_no_worker_starts_and_the_reason_is_said(folder: Path, kind: str) -> None:
    index = folder / "index"
    if kind == "missing":
        index = folder / "nowhere"
    else:
        for file in index.glob("gen-*/columns.arrays"):
            file.write_bytes(bytes(file.stat().st_size))
    command = [sys.executable, "-m", "searchapp", "serve", "--port", "0", "--workers", "2"]
    run = subprocess.run(
        [*command, "--index", str(index)], capture_output=True, text=True, timeout=120, cwd=folder
    )
    assert run.returncode == 1
    assert run.stderr.startswith("Error: ") and "searchapp reindex" in run.stderr
    assert "Traceback" not in run.stderr
