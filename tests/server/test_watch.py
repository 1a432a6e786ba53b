"""The watch knows how long requests have been at work, and forgets those that ended."""

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest

from searchapp.server.watch import Watch

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def start_response(*arguments: object) -> None:
    """Nobody is told."""


def ask(watch: Watch) -> Iterable[bytes]:
    return watch({}, start_response)  # type: ignore[arg-type]  # nobody is told


def test_a_request_counts_while_it_is_at_work_and_not_after() -> None:
    seen: list[int] = []
    now = [100.0]

    def application(environ: "WSGIEnvironment", start: "StartResponse") -> list[bytes]:
        seen.append(watch.count_beyond(5.0))
        now[0] += 5.5
        seen.append(watch.count_beyond(5.0))
        return [b"answer"]

    watch = Watch(application, lambda: now[0])
    assert list(ask(watch)) == [b"answer"]
    assert seen == [0, 1]
    assert watch.count_beyond(0.0) == 0


def test_a_request_that_fails_is_forgotten_too() -> None:
    def application(environ: "WSGIEnvironment", start: "StartResponse") -> list[bytes]:
        raise ZeroDivisionError

    watch = Watch(application)
    with pytest.raises(ZeroDivisionError):
        ask(watch)
    assert watch.count_beyond(-1.0) == 0


def test_requests_in_several_threads_are_counted_each() -> None:
    gate, begun = threading.Event(), threading.Barrier(3)

    def application(environ: "WSGIEnvironment", start: "StartResponse") -> list[bytes]:
        begun.wait(30)
        gate.wait(30)
        return []

    watch = Watch(application)
    threads = [threading.Thread(target=ask, args=(watch,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    begun.wait(30)
    assert watch.count_beyond(-1.0) == 2
    gate.set()
    for thread in threads:
        thread.join(30)
    assert watch.count_beyond(-1.0) == 0
