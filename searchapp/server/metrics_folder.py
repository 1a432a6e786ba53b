"""Where worker processes keep the metrics that one of them adds up."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"


@contextmanager
def metrics_folder(wanted: bool) -> Iterator[Callable[[int], None]]:
    """A folder for as long as the server runs; gives what to call when a process has died.

    prometheus_client finds it by an environment variable, which has to be set before the library
    is first imported: the workers do that.
    """
    if not wanted:
        yield lambda process: None
        return
    with tempfile.TemporaryDirectory(prefix="searchapp-metrics-") as folder:
        before = os.environ.get(_VARIABLE)
        os.environ[_VARIABLE] = folder
        try:
            yield _forget
        finally:
            if before is None:
                del os.environ[_VARIABLE]
            else:
                os.environ[_VARIABLE] = before


def _forget(process: int) -> None:
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(process)  # type: ignore[no-untyped-call]  # it has no types
