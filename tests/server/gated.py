"""A server whose engine does what the query says, so that tests decide what happens when.

    python -m tests.server.gated FOLDER WORKERS THREADS TIMEOUT

A search for “wait” is answered as soon as the file FOLDER/open is there, “die” ends the process,
“hold” never returns and lets no other thread run. Every search first leaves a file asked-… in the
folder. The generation that /healthz names is the number of the process that answers.
"""

import os
import re
import sys
import time
import uuid
from dataclasses import replace
from pathlib import Path

from searchapp.search.engine import IndexStatus
from searchapp.search.request import SearchRequest
from searchapp.search.response import SearchResponse
from searchapp.server import serve, start_log
from searchapp.settings import Settings
from searchapp.web import WebOptions, build_app
from tests.web.canned_engine import CannedEngine, hostile_response


class GatedEngine(CannedEngine):
    """The canned engine, which waits, dies or hangs when asked to."""

    folder = Path()

    def search(self, request: SearchRequest) -> SearchResponse:
        """The canned answer, once it is time for it."""
        (self.folder / f"asked-{uuid.uuid4()}").touch()
        if request.query == "wait":
            while not (self.folder / "open").exists():
                time.sleep(0.01)
        if request.query == "die":
            os._exit(7)
        if request.query == "hold":
            re.match("(a+)+$", "a" * 64 + "b")
        return super().search(request)

    def status(self) -> IndexStatus:
        """A generation named after the process."""
        return replace(super().status(), generation=str(os.getpid()))


def announce(address: str) -> None:
    """Tell the test where the server is."""
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()


def main() -> None:
    """Serve until stopped; the address is printed."""
    folder, workers, threads, timeout = sys.argv[1:]
    engine = GatedEngine(hostile_response())
    engine.folder = Path(folder)
    settings = Settings(port=0, workers=int(workers), threads=int(threads), timeout=int(timeout))
    start_log("text")
    serve(lambda: build_app(engine, WebOptions()), settings, announce)


if __name__ == "__main__":
    main()
