"""What a person can set: defaults < searchapp.toml < SEARCHAPP_* environment < command line."""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Final

from searchapp.errors import SettingsError

SETTINGS_FILE: Final = "searchapp.toml"
ENVIRONMENT_PREFIX: Final = "SEARCHAPP_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings, checked; docs/configuration.md explains each."""

    index: Path = Path("index")
    articles: tuple[Path, ...] = ()
    title: str = "Newspaper Archive"
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    threads: int = 4
    timeout: int = 10
    trusted_hosts: tuple[str, ...] = ()
    proxies: int = 0
    metrics: bool = False
    log_format: str = "text"
    log_requests: bool = False
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    dayfirst: bool = True
    countries: str = "about"


def load_settings(
    folder: Path, environment: Mapping[str, str], chosen: Mapping[str, object]
) -> Settings:
    """The settings in force in a folder; `chosen` are those of the command line, None for unset.

    Raises SettingsError, naming where it was set, for a value that cannot be used and for a name
    in searchapp.toml that is no setting.
    """
    values: dict[str, object] = {}
    file = folder / SETTINGS_FILE
    for name, value in _read_file(file).items():
        if name not in _READERS:
            known = ", ".join(sorted(_READERS))
            raise SettingsError(f"{file}: “{name}” is not a setting. The settings are: {known}.")
        values[name] = _read(name, value, str(file), folder)
    for name in _READERS:
        variable = ENVIRONMENT_PREFIX + name.upper()
        if environment.get(variable):
            values[name] = _read(name, environment[variable], variable, Path())
    for name, value in chosen.items():
        if value is not None and value != ():
            where = "PATH" if name == "articles" else f"--{name.replace('_', '-')}"
            values[name] = _read(name, value, where, Path())
    return Settings(**values)  # type: ignore[arg-type]  # each was read by its own reader


def setting_names() -> tuple[str, ...]:
    """The names of all settings."""
    return tuple(entry.name for entry in fields(Settings))


def _read_file(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{file} cannot be read: {error}.") from error


def _read(name: str, value: object, where: str, base: Path) -> object:
    try:
        return _READERS[name](value, base)
    except ValueError as error:
        raise SettingsError(f"{where}: {name} is {value!r}, but it must be {error}.") from error


def _text(value: object, base: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text")
    return value.strip()


def _path(value: object, base: Path) -> Path:
    if not isinstance(value, str | Path) or not str(value):
        raise ValueError("a folder")
    return base / Path(value).expanduser()


def _paths(value: object, base: Path) -> tuple[Path, ...]:
    if isinstance(value, str):
        value = [part for part in value.split(os.pathsep) if part]
    if not isinstance(value, list | tuple):
        raise ValueError("a folder or a list of folders")
    return tuple(_path(part, base) for part in value)


def _texts(value: object, base: Path) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [part.strip() for part in value.split(",") if part.strip()]
    if not isinstance(value, list | tuple) or not all(isinstance(part, str) for part in value):
        raise ValueError("a list of names")
    return tuple(value)


def _whole(lowest: int, highest: int) -> Callable[[object, Path], int]:
    def read(value: object, base: Path) -> int:
        digits = isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value)
        number = int(digits.group()) if digits else value
        if type(number) is int and lowest <= number <= highest:
            return number
        raise ValueError(f"a whole number from {lowest} to {highest}")

    return read


def _flag(value: object, base: Path) -> bool:
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or value.lower() not in words:
        raise ValueError("true or false")
    return words[value.lower()]


def _one_of(*choices: str) -> Callable[[object, Path], str]:
    def read(value: object, base: Path) -> str:
        if value not in choices:
            raise ValueError(" or ".join(f"“{choice}”" for choice in choices))
        return str(value)

    return read


_READERS: Final[Mapping[str, Callable[[object, Path], object]]] = {
    "index": _path,
    "articles": _paths,
    "title": _text,
    "host": _text,
    "port": _whole(0, 65_535),
    "workers": _whole(1, 64),
    "threads": _whole(1, 64),
    "timeout": _whole(1, 300),
    "trusted_hosts": _texts,
    "proxies": _whole(0, 10),
    "metrics": _flag,
    "log_format": _one_of("text", "json"),
    "log_requests": _flag,
    "jobs": _whole(1, 256),
    "dayfirst": _flag,
    "countries": _one_of("about", "mentioned"),
}
