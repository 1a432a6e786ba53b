"""What `pip install` gives: the wheel is built, installed elsewhere, and serves the demo there."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import urllib.error
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SUBPACKAGES = ("engine", "extract", "ingest", "reindex", "search", "web")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with the installed build backend, so no network is needed."""
    folder = tmp_path_factory.mktemp("dist")
    command = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(PROJECT)]
    subprocess.run([sys.executable, *command], check=True, capture_output=True, cwd=folder)
    [built] = folder.glob("searchapp-*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """The names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as container:
        return set(container.namelist())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh virtual environment with the wheel; what it depends on is borrowed from this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    paths = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", "venv", paths))
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "borrowed.pth").write_text("\n".join(sorted(borrowed)))
    python = str(folder / "bin" / "python")
    options = ["--python", python, "install", "--quiet", "--no-index", "--no-deps"]
    command = [sys.executable, "-m", "pip", *options, "--ignore-installed", str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    assert (packages / "searchapp" / "cli" / "__init__.py").exists()
    return folder / "bin" / "searchapp"


def files(*folders: str) -> set[str]:
    """The files that the project has in a folder, as they are named in the wheel."""
    found = (path for folder in folders for path in (PROJECT / folder).rglob("*"))
    relative = (path.relative_to(PROJECT).as_posix() for path in found if path.is_file())
    return {name for name in relative if "__pycache__" not in name}


def test_every_module_sample_and_gazetteer_is_in_the_wheel(names: set[str]) -> None:
    expected = files("searchapp")
    assert any(name.startswith("searchapp/samples/articles/") for name in expected)
    assert any(name.startswith("searchapp/data/") for name in expected)
    assert all(any(name.startswith(f"searchapp/{part}/") for name in names) for part in SUBPACKAGES)
    assert expected <= names


def test_templates_and_static_files_are_in_the_wheel(names: set[str]) -> None:
    expected = files("templates", "static")
    assert any(name.endswith(".css") for name in expected)
    assert any(name.endswith(".html") for name in expected)
    assert {f"searchapp/{name}" for name in expected} <= names


def test_nothing_else_is_in_the_wheel(names: set[str]) -> None:
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"searchapp"}
    inside = {name.split("/")[1] for name in names if name.startswith("searchapp/")}
    assert not inside & {"tests", "index", "docs", ".venv"}
    assert not [name for name in names if "__pycache__" in name or "gen-0" in name]


def test_the_wheel_says_what_it_is_and_needs(wheel: Path, names: set[str]) -> None:
    with zipfile.ZipFile(wheel) as container:
        [place] = [name for name in names if name.endswith(".dist-info/METADATA")]
        metadata = container.read(place).decode()
    assert "License-Expression: MIT" in metadata
    assert "Requires-Dist: flask" in metadata
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=120) as response:
        content: bytes = response.read()
        return content


def test_the_installed_command_serves_the_demo_from_any_folder(
    installed: Path, tmp_path: Path
) -> None:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SEARCHAPP_", "PYTHON"))}
    with subprocess.Popen(
        [str(installed), "demo", "--port", "0"],
        cwd=tmp_path,
        env=kept,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stdout and server.stderr
            found = (re.search(r"http://\S+", line) for line in server.stdout)
            address = next((match.group() for match in found if match), None)
            assert address, server.stderr.read()
            page = get(f"{address}/").decode()
            style, *_ = re.findall(r'href="(/static/[^"]+\.css[^"]*)"', page)
            [script] = set(re.findall(r'src="(/static/[^"]*htmx[^"]+)"', page))
            assert b"{" in get(address + style)
            assert len(get(address + script)) > 10_000
            answer = json.loads(get(f"{address}/search.json?q=grain"))
            assert answer["total"] > 0
            assert any(facet["buckets"] for facet in answer["facets"].values())
            with pytest.raises(urllib.error.HTTPError, match="404") as missing:
                get(f"{address}/nowhere")
            missing.value.close()
        finally:
            server.terminate()
    assert (tmp_path / "index" / "demo" / "CURRENT").exists()


def test_the_installed_package_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    python = installed.with_name("python")
    code = "import searchapp; print(searchapp.__file__)"
    command = [str(python), "-c", code]
    found = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path)
    assert Path(found.stdout.strip()).is_relative_to(installed.parents[1])
