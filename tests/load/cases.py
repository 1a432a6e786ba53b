"""The cases: steady, overloaded, beside slow and hostile clients, during a reindex, for long."""

import asyncio
import subprocess
import sys
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from tests.load.figures import Figures, Sample, build_figures, recovery
from tests.load.generator import ask, send
from tests.load.schedule import poisson
from tests.load.server import Server
from tests.web.test_strange_requests import ARGUMENTS, QUERIES

SLOW_CLIENTS = 200
OVERLOAD = 3
_BEARABLE = 0.5
_DRIP = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What is asked: paths, how many a second, for how many seconds."""

    paths: tuple[str, ...]
    rate: float
    seconds: float
    seed: int = 1

    async def run(self, server: Server, *, times: float = 1.0) -> tuple[Sample, ...]:
        """Ask, by the Poisson schedule, `times` as often."""
        schedule = poisson(self.rate * times, self.seconds, self.seed)
        return await send(server.port, schedule, self.paths)


async def steady(server: Server, load: Load) -> Figures:
    """L1: people come at a rate that the server can bear."""
    return build_figures(await load.run(server))


async def overloaded(server: Server, load: Load) -> tuple[Figures, Figures, float]:
    """L4: three times as many; then as many as before, and after how many seconds all is well."""
    during = await load.run(server, times=OVERLOAD)
    after = await load.run(server)
    return build_figures(during), build_figures(after), recovery(after, _BEARABLE)


async def beside_hostile(server: Server, load: Load) -> Figures:
    """L6: one client asks, as fast as it gets answers, everything that might hurt."""
    return await _beside(load.run(server), _be_hostile(server))


async def beside_slow(server: Server, load: Load) -> Figures:
    """Q28: 200 clients have each begun a request and send a line of it from time to time."""
    return await _beside(load.run(server), _be_slow(server))


async def during_reindex(server: Server, load: Load, archive: Path, index: Path) -> Figures:
    """F13: new articles are taken in again and again."""
    return await _beside(load.run(server), _keep_reindexing(archive, index))


async def soaked(
    server: Server, load: Load, minutes: float
) -> tuple[Figures, list[tuple[float, int]]]:
    """L5: for long; with memory in MB and open descriptors, taken between its tenths."""
    part = Load(paths=load.paths, rate=load.rate / 2, seconds=minutes * 6, seed=load.seed)
    samples: list[Sample] = []
    taken: list[tuple[float, int]] = []
    for _ in range(10):
        samples += await part.run(server)
        taken.append((server.memory(), server.descriptors()))
    return build_figures(samples), taken


async def _beside(
    load: Coroutine[None, None, Sequence[Sample]], other: Coroutine[None, None, None]
) -> Figures:
    trouble = asyncio.create_task(other)
    samples = await load
    if trouble.done():
        # It would have gone on for ever, so it failed: say how.
        trouble.result()
    trouble.cancel()
    with suppress(asyncio.CancelledError):
        await trouble
    return build_figures(samples)


async def _be_hostile(server: Server) -> None:
    paths = [f"/search?q={quote(query)}" for query in QUERIES.values()]
    paths += [f"/search?{arguments}" for arguments in ARGUMENTS]
    while True:
        for path in paths:
            await ask(server.port, path)


async def _be_slow(server: Server) -> None:
    clients = [await _begin(server.port) for _ in range(SLOW_CLIENTS)]
    try:
        while True:
            for number, client in enumerate(clients):
                try:
                    client.write(b"X-Slow: 1\r\n")
                    await client.drain()
                except OSError:
                    clients[number] = await _begin(server.port)
                # One after another: what is measured is the server, not a burst in this process.
                await asyncio.sleep(_DRIP / SLOW_CLIENTS)
    finally:
        for client in clients:
            client.close()


async def _begin(port: int) -> asyncio.StreamWriter:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
    return writer


async def _keep_reindexing(archive: Path, index: Path) -> None:
    number = 0
    while True:
        number += 1
        (archive / f"new-{number}.txt").write_text(f"Article {number}\n\nIt came in just now.\n")
        command = [sys.executable, "-m", "searchapp", "reindex", str(archive)]
        process = await asyncio.create_subprocess_exec(
            *command, "--index", str(index), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if await process.wait():
            raise RuntimeError("the reindex failed")
