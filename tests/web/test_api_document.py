"""Every example of docs/api.md is what the sample archive answers, and every field is explained."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given

from searchapp.engine import EmbeddedEngine
from searchapp.search.facets import FACET_FIELDS
from searchapp.search.request import SearchRequest
from searchapp.search.url import build_args
from searchapp.web import WebOptions, build_app
from tests.contract.strategies import requests

DOCUMENT = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```http\nGET (\S+)\n```\n\n```(\w+)\n(.*?)\n```", re.DOTALL)
EXAMPLES = {match[1]: (match[2], match[3]) for match in EXAMPLE.finditer(DOCUMENT)}
KINDS = {
    "json": ("application/json", "application/x-suggestions+json"),
    "csv": ("text/csv",),
    "xml": ("application/atom+xml",),
}
ANY = "…"


@pytest.fixture(scope="module")
def demo(sample_engine: EmbeddedEngine) -> FlaskClient:
    """A client of what `searchapp demo` serves."""
    return build_app(sample_engine, WebOptions(title="Sample articles")).test_client()


def differences(expected: object, found: object, where: str = "") -> Iterator[str]:
    """Where an answer is not as an example says; “…” stands for anything, or for all the rest."""
    if isinstance(expected, str) and isinstance(found, str):
        pattern = ".*".join(map(re.escape, expected.split(ANY)))
        if not re.fullmatch(pattern, found, re.DOTALL):
            yield f"{where}: {found!r}"
    elif expected == ANY:
        return
    elif isinstance(expected, dict) and isinstance(found, dict):
        named = [name for name in expected if name != ANY]
        if set(named) - set(found) or (ANY not in expected and set(found) != set(named)):
            yield f"{where} has {sorted(found)}"
        for name in set(named) & set(found):
            yield from differences(expected[name], found[name], f"{where}.{name}")
    elif isinstance(expected, list) and isinstance(found, list):
        named = [entry for entry in expected if entry != ANY]
        if len(found) < len(named) or (ANY not in expected and len(found) != len(named)):
            yield f"{where} has {len(found)} entries"
        for place, (one, other) in enumerate(zip(named, found, strict=False)):
            yield from differences(one, other, f"{where}[{place}]")
    elif (type(expected), expected) != (type(found), found):
        yield f"{where}: {found!r}"


def test_there_is_an_example_of_every_kind() -> None:
    assert {kind for kind, _ in EXAMPLES.values()} == set(KINDS)
    assert DOCUMENT.count("```http") == len(EXAMPLES) >= 9


@pytest.mark.parametrize("url", EXAMPLES)
def test_the_example_is_what_is_answered(demo: FlaskClient, url: str) -> None:
    kind, example = EXAMPLES[url]
    answer = demo.get(url)
    assert answer.mimetype in KINDS[kind]
    if kind == "json":
        assert not list(differences(json.loads(example), json.loads(answer.text)))
    else:
        found = answer.text.removeprefix("\ufeff").replace("\r\n", "\n").rstrip("\n")
        assert not list(differences(example.replace(f"\n{ANY}\n", f"\n{ANY}"), found))


@pytest.mark.parametrize(
    "changed",
    [
        {"a": 1},
        {"a": 2, "b": [1, 2]},
        {"a": 1, "b": [1]},
        {"a": 1, "b": [1, 2], "c": 3},
        {"a": "1"},
    ],
    ids=str,
)
def test_an_answer_that_is_otherwise_is_noticed(changed: object) -> None:
    assert list(differences({"a": 1, "b": [1, 2]}, changed))
    assert not list(differences({"a": ANY, ANY: ANY}, {"a": 5, "z": 1}))
    assert not list(differences([1, ANY], [1, 2, 3]))


def names_in(answer: object) -> Iterator[str]:
    if isinstance(answer, dict):
        for name, value in answer.items():
            yield name
            yield from names_in(value)
    elif isinstance(answer, list):
        for value in answer:
            yield from names_in(value)


@pytest.mark.parametrize("url", [url for url, (kind, _) in EXAMPLES.items() if kind == "json"])
def test_every_field_is_named_in_the_document(demo: FlaskClient, url: str) -> None:
    answer = json.loads(demo.get(url).text)
    if isinstance(answer, dict):
        answer.pop("changes", None)
    named = set(re.findall(r'[`"]([a-z0-9_]+)[`"]', DOCUMENT))
    assert not set(names_in(answer)) - named


@given(requests())
def test_every_parameter_is_named_in_the_document(request: SearchRequest) -> None:
    chapter = DOCUMENT.partition("## `/search.json`")[0]
    named = {general_name(name) for name in re.findall(r"`([a-z-]+)`", chapter)}
    # How the chart of dates looks is no matter of the answer.
    asked = {general_name(name) for name, _ in build_args(request)} - {"chart"}
    assert asked <= named


def general_name(parameter: str) -> str:
    """A parameter without the facet at its end: what is so called for every facet."""
    return re.sub(f"-({'|'.join(FACET_FIELDS)})$", "-", parameter)


def test_every_address_of_the_table_is_answered(demo: FlaskClient) -> None:
    table = DOCUMENT.partition("| address | answer |")[2].partition("## Parameters")[0]
    paths = [path for path in re.findall(r"`(/[^`]+)`", table) if "<" not in path]
    assert len(paths) == 9
    for path in paths:
        assert demo.get(f"{path}?q=grain").status_code == 200, path
