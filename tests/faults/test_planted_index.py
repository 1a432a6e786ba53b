"""Whoever may write in an index folder can change what people read, but not run anything.

In every file of an index, and where Whoosh keeps its own, stands a pickle that would leave a mark;
once as it is, once with its hash and size in a manifest that is sealed anew.
"""

import builtins
import os
import pickle
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from searchapp.engine import EmbeddedEngine, verify_index
from searchapp.engine.generations.checking import hash_file, read_manifest
from searchapp.engine.generations.manifest import MANIFEST, render_manifest
from searchapp.errors import OperatorError
from searchapp.search.request import SearchRequest

PLACES = (
    *("CURRENT", "gen-000001/MANIFEST.json", "gen-000001/catalogue"),
    *("gen-000001/columns.arrays", "gen-000001/segment-000001.arrays"),
    *("gen-000001/rejected.json", "gen-000001/changes.json"),
    *("_MAIN_1.toc", "gen-000001/_MAIN_1.toc", "gen-000001/MAIN_0123456789abcdef.seg"),
)


class Gadget:
    """What runs a function when it is unpickled."""

    def __init__(self, function: Callable[..., object], *arguments: object) -> None:
        self._call = function, arguments

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self._call


def gadgets(mark: Path) -> dict[str, Gadget]:
    """Ways to leave a mark that a file was unpickled."""
    return {
        "os.system": Gadget(os.system, f"touch {mark}"),
        "open": Gadget(builtins.open, str(mark), "w"),
        "eval": Gadget(eval, f"__import__('pathlib').Path({str(mark)!r}).touch()"),
        "Popen": Gadget(subprocess.call, ["touch", str(mark)]),
    }


def plant(index: Path, place: str, content: bytes, *, sealed: bool) -> None:
    """Put the content in the place; `sealed` makes the manifest say that it belongs there."""
    path = index / place
    # What a reindex shares between generations must not change elsewhere.
    path.unlink(missing_ok=True)
    path.write_bytes(content)
    if sealed:
        manifest = read_manifest(path.parent)
        kept = (entry for entry in manifest.files if entry.name != path.name)
        files = tuple(sorted((*kept, hash_file(path)), key=lambda entry: entry.name))
        (path.parent / MANIFEST).write_bytes(render_manifest(replace(manifest, files=files)))


def use(index: Path) -> None:
    """Everything that looks into an index; to fail is allowed, to run what it finds is not."""
    for look in (open_and_ask, verify_index):
        try:
            look(index)
        except (OperatorError, ValueError):
            continue


def open_and_ask(index: Path) -> None:
    engine = EmbeddedEngine(index)
    try:
        engine.search(SearchRequest(query="grain"))
        engine.status()
    finally:
        engine.close()


# What one of them opens, nobody closes.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("way", gadgets(Path("mark")))
def test_the_pickles_of_these_tests_do_run(tmp_path: Path, way: str) -> None:
    pickle.loads(pickle.dumps(gadgets(tmp_path / "mark")[way]))  # noqa: S301
    assert (tmp_path / "mark").exists()


@pytest.mark.parametrize("sealed", [False, True], ids=["as it is", "sealed anew"])
@pytest.mark.parametrize("place", PLACES)
def test_nothing_that_is_planted_runs(
    sample_index: Path, tmp_path: Path, place: str, sealed: bool
) -> None:
    if sealed and (not place.startswith("gen-") or place.endswith(MANIFEST)):
        pytest.skip("no manifest names this file")
    for way, gadget in gadgets(tmp_path / "mark").items():
        index = Path(shutil.copytree(sample_index, tmp_path / way))
        plant(index, place, pickle.dumps(gadget), sealed=sealed)
        use(index)
        assert not (tmp_path / "mark").exists(), way
