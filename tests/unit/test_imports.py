"""Imports point one way: every arrow in searchapp/ is read from the source and checked."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import searchapp

PACKAGE = Path(searchapp.__file__).parent
FOUNDATION = frozenset({"errors", "article", "countries", "settings", "data"})
ROOMS = frozenset({"ingest", "extract", "search"})
FRONTS = frozenset({"engine", "web"})
TOP = frozenset({"reindex", "console", "server", "cli", "__init__", "__main__"})

ALLOWED: dict[str, frozenset[str]] = {
    **dict.fromkeys(FOUNDATION, FOUNDATION),
    **{part: FOUNDATION | {part} for part in ROOMS},
    **{part: FOUNDATION | ROOMS | {part} for part in FRONTS},
    **dict.fromkeys(TOP, FOUNDATION | ROOMS | FRONTS | TOP),
}
"""Which parts of searchapp each part may import."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """One import of a module of the package by another, by dotted names inside the package."""

    importer: str
    imported: str
    line: int

    @property
    def parts(self) -> tuple[str, str]:
        return part_of(self.importer), part_of(self.imported)

    def __str__(self) -> str:
        return f"{self.importer} imports {self.imported} (line {self.line})"


def part_of(module: str) -> str:
    return module.partition(".")[0]


def iter_arrows(package: Path) -> Iterator[Arrow]:
    modules = {module_name(package, path): path for path in sorted(package.rglob("*.py"))}
    for importer, path in modules.items():
        is_package = path.name == "__init__.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), filename=str(path))):
            for target in iter_targets(node, package.name, importer, is_package):
                imported = resolve(target, modules)
                if imported != importer:
                    yield Arrow(
                        importer=importer, imported=imported, line=getattr(node, "lineno", 0)
                    )


def module_name(package: Path, path: Path) -> str:
    parts = path.relative_to(package).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def iter_targets(
    node: ast.AST, package: str, importer: str, is_package: bool
) -> Iterator[tuple[str, ...]]:
    """The imported names as paths inside the package; () is the package itself."""
    names: list[str] = []
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        own = [package, *importer.split(".")] if importer != "__init__" else [package]
        base = own[: len(own) - node.level + is_package] if node.level else []
        base += [node.module] if node.module else []
        names = [".".join([*base, alias.name]) for alias in node.names]
    elif isinstance(node, ast.Call):
        names = imported_by_name(node)
    for name in names:
        first, *rest = name.split(".")
        if first == package:
            yield tuple(rest)


def imported_by_name(call: ast.Call) -> list[str]:
    """The module that import_module("…") or __import__("…") would load."""
    match call:
        case ast.Call(
            func=ast.Name(id=function) | ast.Attribute(attr=function),
            args=[ast.Constant(value=str(name)), *_],
        ) if function in ("import_module", "__import__"):
            return [name]
    return []


def resolve(target: tuple[str, ...], modules: dict[str, Path]) -> str:
    """The longest prefix that is a module; what is left is a name inside it."""
    for length in range(len(target), 0, -1):
        name = ".".join(target[:length])
        if name in modules:
            return name
    return "__init__"


def forbidden(arrows: list[Arrow]) -> list[str]:
    wrong = []
    for arrow in arrows:
        importer, imported = arrow.parts
        if imported not in ALLOWED.get(importer, frozenset()):
            wrong.append(str(arrow))
    return wrong


def cycle(arrows: list[Arrow]) -> list[str]:
    graph: dict[str, set[str]] = {}
    for arrow in arrows:
        graph.setdefault(arrow.importer, set()).add(arrow.imported)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def outsiders(package: Path, library: str, insiders: frozenset[str]) -> list[str]:
    """The modules that import a library although their part is not meant to know it."""
    found = []
    for path in sorted(package.rglob("*.py")):
        module = module_name(package, path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            if part_of(module) not in insiders and library in map(part_of, names):
                found.append(module)
    return found


def test_every_part_of_the_package_has_a_place_in_the_table() -> None:
    parts = {part_of(module_name(PACKAGE, path)) for path in PACKAGE.rglob("*.py")}
    assert parts <= ALLOWED.keys()


def test_no_import_goes_against_the_arrows() -> None:
    assert forbidden(list(iter_arrows(PACKAGE))) == []


def test_no_imports_go_round_in_a_circle() -> None:
    assert cycle(list(iter_arrows(PACKAGE))) == []


@pytest.mark.parametrize(
    ("library", "insiders"),
    [
        ("flask", TOP | {"web"}),
        ("numpy", frozenset({"engine"})),
        ("whoosh", frozenset({"engine", "search"})),
        ("click", frozenset({"cli", "console", "__main__"})),
    ],
)
def test_a_library_is_known_only_where_it_belongs(library: str, insiders: frozenset[str]) -> None:
    assert outsiders(PACKAGE, library, insiders) == []


GOOD_TREE = {
    "__init__.py": "from pkg.web import app\nfrom pkg.engine.store import open_engine\n",
    "errors.py": "import re\n",
    "settings.py": "from pkg import errors\n",
    "search/__init__.py": "",
    "search/request.py": "from pkg.errors import UserError\nfrom .facets import FACETS\n",
    "search/facets.py": "FACETS = ()\n",
    "extract/__init__.py": "",
    "ingest/__init__.py": "from .. import errors\n",
    "engine/__init__.py": "",
    "engine/store.py": "import numpy\nfrom pkg.search.request import SearchRequest\n",
    "web/__init__.py": "import flask\nfrom pkg.search import request\n",
    "cli.py": "import click\nfrom pkg import create_app\n",
}


def build_tree(folder: Path, files: dict[str, str]) -> Path:
    package = folder / "pkg"
    for name, source in files.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return package


def test_a_tree_that_keeps_to_the_arrows_passes(tmp_path: Path) -> None:
    arrows = list(iter_arrows(build_tree(tmp_path, GOOD_TREE)))
    assert forbidden(arrows) == []
    assert cycle(arrows) == []
    assert {arrow.parts for arrow in arrows} >= {
        ("search", "errors"),
        ("search", "search"),
        ("ingest", "errors"),
        ("engine", "search"),
        ("web", "search"),
        ("__init__", "engine"),
        ("cli", "__init__"),
    }


@pytest.mark.parametrize(
    ("file", "source", "found"),
    [
        pytest.param(
            "web/__init__.py",
            "from pkg.engine.store import open_engine\n",
            "web imports engine.store (line 1)",
            id="web knows the engine",
        ),
        pytest.param(
            "engine/store.py",
            "import pkg.web\n",
            "engine.store imports web (line 1)",
            id="the engine knows the web",
        ),
        pytest.param(
            "search/request.py",
            "from pkg import extract\n",
            "search.request imports extract (line 1)",
            id="siblings know each other",
        ),
        pytest.param(
            "ingest/__init__.py",
            "def read():\n    from ..extract import zones\n",
            "ingest imports extract (line 2)",
            id="a relative import inside a function",
        ),
        pytest.param(
            "search/facets.py",
            "from ..web import app\n",
            "search.facets imports web (line 1)",
            id="a relative import from a module in a package",
        ),
        pytest.param(
            "errors.py",
            "from .settings import Settings\nfrom .search.request import SearchRequest\n",
            "errors imports search.request (line 2)",
            id="the foundation knows a room",
        ),
        pytest.param(
            "engine/store.py",
            "from pkg import create_app\n",
            "engine.store imports __init__ (line 1)",
            id="a part knows the place where parts are put together",
        ),
        pytest.param(
            "search/request.py",
            "import typing\nif typing.TYPE_CHECKING:\n    from pkg.engine import store\n",
            "search.request imports engine.store (line 3)",
            id="only for type checking",
        ),
        pytest.param(
            "web/__init__.py",
            "import importlib\nstore = importlib.import_module('pkg.engine.store')\n",
            "web imports engine.store (line 2)",
            id="imported by name",
        ),
        pytest.param(
            "cache.py",
            "import pkg.errors\n",
            "cache imports errors (line 1)",
            id="a part without a place in the table",
        ),
    ],
)
def test_a_wrong_arrow_is_found(tmp_path: Path, file: str, source: str, found: str) -> None:
    package = build_tree(tmp_path, GOOD_TREE | {file: source})
    assert forbidden(list(iter_arrows(package))) == [found]


def test_a_circle_inside_one_part_is_found(tmp_path: Path) -> None:
    circle = {"search/facets.py": "from pkg.search.request import SearchRequest\n"}
    arrows = list(iter_arrows(build_tree(tmp_path, GOOD_TREE | circle)))
    assert forbidden(arrows) == []
    assert set(cycle(arrows)) == {"search.facets", "search.request"}


def test_a_library_in_the_wrong_place_is_found(tmp_path: Path) -> None:
    wrong = {"search/facets.py": "def read():\n    from flask.json import dumps\n"}
    package = build_tree(tmp_path, GOOD_TREE | wrong)
    assert outsiders(package, "flask", TOP | {"web"}) == ["search.facets"]
