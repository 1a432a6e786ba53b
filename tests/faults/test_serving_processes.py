"""Worker processes that die, hang and stop: the others go on, and nobody is left unanswered."""

import os
import signal
import socket
from pathlib import Path

import pytest

from tests.server.running import DEADLINE, Asker, Running, eventually, running


def assert_answers(server: Running) -> None:
    assert [server.get("/search?q=x").status for _ in range(20)] == [200] * 20


@pytest.mark.parametrize(
    ("path", "timeout"),
    [("/search?q=die", 300), ("/search?q=wait", 3), ("/search?q=hold", 3)],
    ids=["dies", "hangs in a request", "hangs and lets no other thread run"],
)
def test_a_worker_that_fails_is_replaced_while_the_other_goes_on(
    tmp_path: Path, path: str, timeout: int
) -> None:
    with running(tmp_path, workers=2, timeout=timeout) as server:
        before = server.workers()
        asker = Asker(server, path)
        eventually(lambda: bool(before - server.workers()), "the worker is gone")
        assert server.get("/search?q=x").status == 200
        eventually(lambda: len(server.workers()) == 2, "there are two workers again")
        assert asker.answer() is None
        assert len(server.workers() & before) == 1, "the other worker is the one it was"
        assert_answers(server)


def test_a_killed_worker_costs_nobody_else_an_answer(tmp_path: Path) -> None:
    with running(tmp_path, workers=2) as server:
        before = server.workers()
        for victim in before:
            os.kill(victim, signal.SIGKILL)
            assert_answers(server)
        eventually(lambda: len(server.workers() - before) == 2, "both are replaced")
        assert_answers(server)


def test_a_hanging_request_leaves_a_single_process_its_other_threads(tmp_path: Path) -> None:
    with running(tmp_path, workers=1, threads=2, timeout=1) as server:
        asker = Asker(server, "/search?q=wait")
        log = tmp_path / "log"
        eventually(lambda: "at work for more than 1 s" in log.read_text(), "it is logged")
        assert_answers(server)
        server.open_gate()
        assert asker.answer() == 200


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl+C"])
def test_what_has_been_asked_is_answered_before_the_server_stops(
    tmp_path: Path, workers: int, number: signal.Signals
) -> None:
    with running(tmp_path, workers=workers, threads=2) as server:
        askers = [Asker(server, "/search?q=wait") for _ in range(6)]
        eventually(lambda: server.asked() >= 2, "they are at work")
        eventually(lambda: all(asker.has_asked() for asker in askers), "everybody has asked")
        process = server.process
        # As a terminal and a service manager do: everybody is told, and not only the supervisor.
        for target in (process.pid, *server.workers()):
            os.kill(target, number)
        eventually(lambda: not is_listening(server), "nobody is let in any more")
        server.open_gate()
        assert [asker.answer() for asker in askers] == [200] * 6
        assert process.wait(DEADLINE) == 0
        assert "Traceback" not in (tmp_path / "log").read_text()


@pytest.mark.parametrize("workers", [1, 2])
def test_who_has_only_just_been_let_in_is_answered_too(tmp_path: Path, workers: int) -> None:
    """The system lets clients in before the server looks: those in its queue count as well."""
    with running(tmp_path, workers=workers) as server:
        servers = server.workers() or {server.process.pid}
        for one in servers:
            os.kill(one, signal.SIGSTOP)
        with socket.create_connection(("127.0.0.1", server.port), timeout=DEADLINE) as client:
            client.sendall(b"GET /search?q=x HTTP/1.1\r\nHost: localhost\r\n\r\n")
            for one in {server.process.pid, *servers}:
                os.kill(one, signal.SIGTERM)
                os.kill(one, signal.SIGCONT)
            answer = b""
            while part := client.recv(65_536):
                answer += part
        assert answer.startswith(b"HTTP/1.1 200 ") and b"Connection: close" in answer
        assert server.process.wait(DEADLINE) == 0


def test_asked_twice_the_server_stops_at_once(tmp_path: Path) -> None:
    with running(tmp_path, workers=2) as server:
        asker = Asker(server, "/search?q=wait")
        eventually(lambda: server.asked() == 1, "it is at work")
        server.process.send_signal(signal.SIGINT)
        eventually(lambda: not is_listening(server), "nobody is let in any more")
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(DEADLINE) == 0
        assert asker.answer() is None
        assert not server.workers()


def test_workers_do_not_outlive_their_supervisor(tmp_path: Path) -> None:
    with running(tmp_path, workers=2) as server:
        server.process.kill()
        eventually(lambda: not is_listening(server), "the workers are gone")


def is_listening(server: Running) -> bool:
    try:
        socket.create_connection(("127.0.0.1", server.port), timeout=5).close()
    except (ConnectionError, TimeoutError):
        return False
    return True
