"""The engines by name; each is imported only when it is asked for, as some need extra packages."""

from importlib import import_module
from pathlib import Path
from typing import Final

from tests.benchmark.engines.engine import BenchmarkEngine

_CLASSES: Final = {
    "searchapp": ("searchapp_engine", "SearchappEngine"),
    "searchapp-first": ("searchapp_engine", "FirstTimeEngine"),
    "tantivy": ("tantivy_engine", "TantivyEngine"),
    "fts5": ("fts5_engine", "Fts5Engine"),
    "whoosh": ("whoosh_engine", "WhooshEngine"),
    "bm25s": ("bm25s_engine", "Bm25sEngine"),
}

ENGINES: Final = tuple(_CLASSES)
"""The names of all engines, in the order of the tables."""


def engine_class(name: str) -> type[BenchmarkEngine]:
    """The class of an engine. Raises ImportError when its package is not installed."""
    module, cls = _CLASSES[name]
    found: type[BenchmarkEngine] = getattr(import_module(f"tests.benchmark.engines.{module}"), cls)
    return found


def make_engine(name: str, folder: Path) -> BenchmarkEngine:
    """An engine over a folder, not yet opened."""
    return engine_class(name)(folder)  # type: ignore[call-arg]
