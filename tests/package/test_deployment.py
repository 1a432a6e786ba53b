"""What the page on deployment promises: the files to copy are usable, a back-up can be served."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from searchapp import create_app
from searchapp.cli import main
from searchapp.engine import verify_index
from searchapp.errors import IndexDamaged
from searchapp.settings import ENVIRONMENT_PREFIX, Settings, load_settings, setting_names

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "deployment.md").read_text(encoding="utf-8")
FILES = sorted((DOCS / "deployment").iterdir())


def answers(index: Path) -> object:
    client = create_app(Settings(index=index)).test_client()
    found = client.get("/search.json?q=grain").get_json()
    return [found["total"], found["facets"], client.get("/healthz").get_json()]


@pytest.fixture
def copied(sample_index: Path, tmp_path: Path) -> Path:
    """A back-up of the index of the samples, on another disk as it were."""
    return Path(shutil.copytree(sample_index, tmp_path / "restored"))


def test_a_restored_back_up_verifies_and_answers_as_before(
    sample_index: Path, copied: Path
) -> None:
    assert verify_index(copied) == ()
    assert answers(copied) == answers(sample_index)


def test_a_back_up_with_a_wrong_file_is_found_and_not_served(copied: Path) -> None:
    [segment] = copied.glob("gen-*/segment-*.arrays")
    content = bytearray(segment.read_bytes())
    content[len(content) // 2] ^= 1
    segment.write_bytes(content)
    assert [problem.path for problem in verify_index(copied)] == [
        segment.relative_to(copied).as_posix()
    ]
    with pytest.raises(IndexDamaged):
        create_app(Settings(index=copied))


def test_a_back_up_without_one_of_its_files_is_found_and_not_served(copied: Path) -> None:
    next(copied.glob("gen-*/columns.arrays")).unlink()
    assert len(verify_index(copied)) == 1
    with pytest.raises(IndexDamaged):
        create_app(Settings(index=copied))


def test_the_settings_to_copy_are_settings() -> None:
    text = (DOCS / "deployment" / "searchapp.toml").read_text(encoding="utf-8")
    assert text.count("=") > 5
    settings = load_settings(DOCS / "deployment", {}, {})
    assert settings.host == "127.0.0.1"
    assert settings.proxies == 1
    assert settings.trusted_hosts


@pytest.mark.parametrize(
    "unit", [path for path in FILES if path.suffix == ".service"], ids=lambda path: path.name
)
def test_a_unit_runs_a_command_that_there_is(unit: Path) -> None:
    [started] = re.findall(r"^ExecStart=\S+/searchapp (\w+)$", unit.read_text(), re.MULTILINE)
    assert started in main.commands


def test_the_containers_set_what_can_be_set() -> None:
    compose = yaml.safe_load((DOCS / "deployment" / "compose.yaml").read_text())
    image = (DOCS / "deployment" / "Containerfile").read_text()
    named = set(re.findall(rf"\b{ENVIRONMENT_PREFIX}(\w+)=", image))
    for service in compose["services"].values():
        named |= {n.removeprefix(ENVIRONMENT_PREFIX) for n in service.get("environment", ())}
        assert service["read_only"] and service["cap_drop"] == ["ALL"]
    assert {name.lower() for name in named} <= set(setting_names())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_page_names_every_file(path: Path) -> None:
    if path.suffix in (".service", ".timer"):
        assert f"docs/deployment/searchapp*{path.suffix}" in PAGE
    else:
        assert path.name in PAGE


def test_what_the_page_links_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", PAGE):
        assert (DOCS / target).exists(), target
