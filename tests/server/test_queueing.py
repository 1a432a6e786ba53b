"""Which requests are let wait."""

import threading
import time
from types import SimpleNamespace
from typing import cast

import pytest
from waitress.task import Task

from searchapp.server.queueing import MOST_PER_THREAD, Request, WaitingLine
from tests.server.running import eventually


class Asked:
    """A connection with one request, as the line sees it."""

    def __init__(self, gate: threading.Event, *, error: object = None) -> None:
        self.request = cast("Request", SimpleNamespace(error=error, refused=False, queued_at=0.0))
        self.requests = [self.request]
        self.begun, self.done = threading.Event(), threading.Event()
        self._gate = gate

    def service(self) -> None:
        self.begun.set()
        if not self.request.refused:
            self._gate.wait()
        self.done.set()


@pytest.fixture
def gate() -> threading.Event:
    """Closed: who is at work stays so."""
    return threading.Event()


def put(line: WaitingLine, asked: Asked) -> Asked:
    line.add_task(cast("Task", asked))
    return asked


def busy_line(gate: threading.Event, patience: float) -> tuple[WaitingLine, list[Asked]]:
    """A line whose only thread is at work and in which as many wait as always may."""
    line = WaitingLine(1, patience=patience)
    first = put(line, Asked(gate))
    first.begun.wait()
    return line, [first, *(put(line, Asked(gate)) for _ in range(MOST_PER_THREAD))]


def test_a_short_line_is_never_too_long(gate: threading.Event) -> None:
    _, asked = busy_line(gate, patience=0.0)
    assert not any(one.request.refused for one in asked)
    gate.set()
    assert all(one.done.wait(30) for one in asked)


def test_a_long_line_is_refused_only_once_its_first_has_waited_too_long(
    gate: threading.Event,
) -> None:
    patient, asked = busy_line(gate, patience=1_000.0)
    assert not put(patient, Asked(gate)).request.refused
    asked[1].request.queued_at = time.monotonic() - 1_001.0
    late = put(patient, Asked(gate))
    assert late.done.wait(30) and late.request.refused
    assert not asked[-1].done.is_set(), "who was let wait still waits"
    gate.set()
    assert all(one.done.wait(30) and not one.request.refused for one in asked)
    eventually(lambda: not put(patient, Asked(gate)).request.refused, "it recovers")


def test_an_answer_to_a_broken_request_waits_for_nobody(gate: threading.Event) -> None:
    line, _ = busy_line(gate, patience=1_000.0)
    assert put(line, Asked(gate, error="broken")).done.wait(30)
    gate.set()


def test_everything_that_waits_can_be_refused(gate: threading.Event) -> None:
    line, [first, *waiting] = busy_line(gate, patience=1_000.0)
    line.refuse_waiting()
    assert all(one.done.wait(30) and one.request.refused for one in waiting)
    assert not first.done.is_set()
    gate.set()
