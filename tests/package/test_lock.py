"""The lock files say everything that a deployment installs, as pyproject.toml asks for it."""

import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = ("html", "metrics")
"""What a deployment installs besides what is always needed."""
LOCKS = ("requirements.txt", "requirements-build.txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One package of a lock file."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def version(self) -> str:
        """The one version that is allowed."""
        [specifier] = self.requirement.specifier
        assert specifier.operator == "==" and "*" not in specifier.version, self.requirement
        return specifier.version


def read_lock(name: str) -> dict[str, Pin]:
    """The packages of a lock file by their names."""
    text = (PROJECT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    pins = {}
    for line in text.splitlines():
        if line and not line.lstrip().startswith("#"):
            wanted, *hashes = re.split(r"\s+--hash=", line.strip())
            requirement = Requirement(wanted)
            pins[canonicalize_name(requirement.name)] = Pin(
                requirement=requirement, hashes=tuple(hashes)
            )
    return pins


def asked_for(lock: str) -> list[Requirement]:
    """What pyproject.toml wants in a lock."""
    if lock == "requirements-build.txt":
        return [Requirement(text) for text in PYPROJECT["dependency-groups"]["wheel"]]
    project = PYPROJECT["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][e] for e in EXTRAS)]
    return [Requirement(text) for texts in lists for text in texts]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_one_version_and_its_hashes(lock: str) -> None:
    pins = read_lock(lock)
    assert len(pins) >= len(asked_for(lock))
    for pin in pins.values():
        assert pin.version
        assert pin.hashes, f"{pin.requirement} has no hash"
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", value) for value in pin.hashes)


@pytest.mark.parametrize("lock", LOCKS)
def test_what_pyproject_asks_for_is_in_the_lock(lock: str) -> None:
    pins = read_lock(lock)
    for wanted in asked_for(lock):
        pin = pins.get(canonicalize_name(wanted.name))
        assert pin, f"{wanted} is not in {lock}; run `make lock`"
        assert pin.version in wanted.specifier, f"{lock} has {pin.version}; run `make lock`"


@pytest.mark.parametrize("lock", LOCKS)
def test_what_the_packages_of_a_lock_need_is_in_it_too(lock: str) -> None:
    pins = read_lock(lock)
    compared = 0
    for name, pin in pins.items():
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            continue
        # Another version may need other things.
        if installed.version != pin.version:
            continue
        compared += 1
        for wanted in map(Requirement, installed.requires or ()):
            if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
                assert canonicalize_name(wanted.name) in pins, f"{name} needs {wanted}"
    assert compared, "none of these packages is installed here"


def test_what_builds_the_wheel_is_what_the_tests_build_it_with() -> None:
    [wheel] = PYPROJECT["dependency-groups"]["wheel"]
    assert wheel in PYPROJECT["project"]["optional-dependencies"]["dev"]
    [needed] = map(Requirement, PYPROJECT["build-system"]["requires"])
    assert read_lock("requirements-build.txt")["hatchling"].version in needed.specifier
