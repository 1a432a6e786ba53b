"""The generator asks when it is due and counts a stall of the server against every request."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.load.generator import send
from tests.load.schedule import constant

Answer = Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]


async def against(
    answer: Answer, schedule: tuple[float, ...], paths: tuple[str, ...]
) -> list[tuple[float, float, int | None]]:
    """The samples of a server that answers so: due, latency, status."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await answer(await reader.readuntil(b"\r\n\r\n"), writer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        samples = await send(port, schedule, paths)
    return [(one.due, one.latency, one.status) for one in samples]


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", 200),
        (b"HTTP/1.1 503 Busy\r\n\r\n", 503),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ncut", None),
        (b"", None),
        (b"nonsense\r\n\r\n", None),
    ],
    ids=["whole", "refused", "cut off", "none", "no HTTP"],
)
def test_only_a_whole_answer_has_a_status(answer: bytes, status: int | None) -> None:
    async def say(request: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()

    [(_, _, found)] = asyncio.run(against(say, (0.0,), ("/",)))
    assert found == status


def test_the_paths_are_asked_in_turn() -> None:
    asked: list[str] = []

    async def note(request: bytes, writer: asyncio.StreamWriter) -> None:
        asked.append(request.split()[1].decode())
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")

    asyncio.run(against(note, constant(20.0, 0.25), ("/a", "/b")))
    assert sorted(asked) == ["/a", "/a", "/a", "/b", "/b"]


def test_requests_are_sent_although_none_is_answered_and_their_wait_counts_from_their_moment() -> (
    None
):
    """A stall from the first request to the last: the earlier one was due, the longer it took."""
    arrived: list[bytes] = []
    schedule = constant(20.0, 0.5)

    async def stall(request: bytes, writer: asyncio.StreamWriter) -> None:
        arrived.append(request)
        while len(arrived) < len(schedule):
            await asyncio.sleep(0.001)
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")

    samples = asyncio.run(against(stall, schedule, ("/",)))
    last = schedule[-1]
    assert all(latency >= last - due for due, latency, _ in samples)
    assert [status for _, _, status in samples] == [200] * len(schedule)
