"""Sends requests when they are due, each on a connection of its own, as strangers would."""

import asyncio
from collections.abc import Sequence
from itertools import cycle

from tests.load.figures import Sample

PATIENCE = 20.0
"""Seconds after which a client gives up."""


async def send(port: int, schedule: Sequence[float], paths: Sequence[str]) -> tuple[Sample, ...]:
    """Ask for the paths, one after another and again from the beginning, when they are due."""
    clock = asyncio.get_running_loop().time
    began = clock()
    asked: list[asyncio.Task[Sample]] = []
    for due, path in zip(schedule, cycle(paths), strict=False):
        delay = began + due - clock()
        if delay > 0:
            await asyncio.sleep(delay)
        asked.append(asyncio.create_task(_sample(port, path, began, due)))
    return tuple(await asyncio.gather(*asked))


async def ask(port: int, path: str) -> int | None:
    """The status of the answer, which is read to its end; None when there is none."""
    try:
        return await asyncio.wait_for(_ask(port, path), PATIENCE)
    except (OSError, ValueError, IndexError, TimeoutError):
        return None


async def _sample(port: int, path: str, began: float, due: float) -> Sample:
    status = await ask(port, path)
    latency = asyncio.get_running_loop().time() - began - due
    return Sample(due=due, latency=latency, status=status)


async def _ask(port: int, path: str) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        writer.write(request.encode("latin-1"))
        answer = await reader.read()
    finally:
        writer.close()
    return _complete(answer)


def _complete(answer: bytes) -> int:
    """The status of a whole answer. Raises ValueError for one that was cut off."""
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").lower().split("\r\n")
    lengths = [int(line[15:]) for line in lines if line.startswith("content-length:")]
    if lengths and lengths[0] != len(body):
        raise ValueError("the answer was cut off")
    return int(lines[0].split()[1])
