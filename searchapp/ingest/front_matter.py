"""Split off and parse the front matter of Markdown: YAML between --- lines, TOML between +++.

YAML is read with PyYAML's base loader, which makes texts, lists and mappings and nothing else: it
runs no code, “2022-12-30” stays the date as written, and the country “NO” does not become False.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import cast

import yaml

from searchapp.ingest.fields import field_of

_FRONT_MATTER = re.compile(
    r"\A\s*(?P<mark>---|\+\+\+)[ \t]*\n(?P<matter>.{0,100000}?)^(?:(?P=mark)|\.\.\.)[ \t]*$\n?",
    re.DOTALL | re.MULTILINE,
)
_LOOSE_LINE = re.compile(r"^([A-Za-z_][\w -]{0,40})[ \t]*[:=][ \t]+(.+)$", re.MULTILINE)
_NULLS = ("", "~", "null", "Null", "NULL")
_DEEPEST = 2
_MOST_VALUES = 100


def split_front_matter(text: str) -> tuple[Mapping[str, object], str]:
    """The fields before a Markdown text, and the text after them. `text` has "\\n" line ends."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, text
    matter = match["matter"]
    parsed = _parse_yaml(matter) if match["mark"] == "---" else _parse_toml(matter)
    if parsed is None:
        parsed = _parse_loosely(matter)
    if match["mark"] == "---" and matter.strip() and not parsed:
        return {}, text  # two rules with a text between them
    return parsed, text[match.end() :]


def _parse_yaml(matter: str) -> Mapping[str, object] | None:
    try:
        parsed: object = yaml.load(matter, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError, TypeError):
        return None
    return _to_fields(parsed)


def _parse_toml(matter: str) -> Mapping[str, object] | None:
    try:
        return _to_fields(tomllib.loads(matter, parse_float=str))
    except (ValueError, RecursionError):
        return None


def _parse_loosely(matter: str) -> Mapping[str, object]:
    """“name: value” line by line, for titles like “Rome: a city” that are not valid YAML."""
    return {name.strip(): value.strip().strip("\"'") for name, value in _LOOSE_LINE.findall(matter)}


def _to_fields(parsed: object) -> Mapping[str, object] | None:
    if not isinstance(parsed, dict):
        return None
    fields = cast("dict[object, object]", parsed)
    return {str(name): _simplify(value) for name, value in fields.items() if field_of(str(name))}


def _simplify(value: object, depth: int = 0) -> object:
    """Dates as text, nulls as nothing; what YAML aliases multiply without end is cut off."""
    if value in _NULLS or (depth == _DEEPEST and isinstance(value, list | dict)):
        return None
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, list):
        return [_simplify(part, depth + 1) for part in value[:_MOST_VALUES]]
    if isinstance(value, dict):
        return {
            str(key): _simplify(part, depth + 1) for key, part in [*value.items()][:_MOST_VALUES]
        }
    return value
