"""Comparing with spaCy: what is measured, and what is said where it is not installed."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.evaluation import persons, spacy_persons

TEXT = "Chancellor Olaf Scholz met Acme in Berlin. Scholz left."


@dataclass
class Entity:
    start_char: int
    end_char: int
    label_: str


@dataclass
class Parsed:
    ents: Sequence[Entity]


def pipe(texts: Sequence[str]) -> Iterator[Parsed]:
    """Finds the chancellor once and takes a company for a place, whatever the texts are."""
    for _ in texts:
        yield Parsed([Entity(11, 22, "PERSON"), Entity(27, 31, "GPE")])


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    spans = [(11, 22), (43, 49)]
    document = {
        "id": "one",
        "text": TEXT,
        "entities": [{"start": start, "end": end, "label": "PER"} for start, end in spans],
        "persons": ["Olaf Scholz"],
    }
    path = tmp_path / "set.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(document).encode()))
    return path


def test_only_persons_are_compared() -> None:
    assert spacy_persons.find_spans(pipe, [TEXT, TEXT]) == [{(11, 22)}, {(11, 22)}]


def test_both_are_measured_on_the_same_documents(
    annotated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(persons, "load_pipe", lambda: pipe)
    ours, theirs = persons.report(annotated, spacy=True).split("spaCy, en_core_web_sm:")
    assert "mentions   P 1.000  R 1.000" in ours
    assert "mentions   P 1.000  R 0.500" in theirs
    assert "facet      P 1.000  R 1.000" in theirs


@pytest.mark.parametrize("missing", ["spacy", "en_core_web_sm"])
def test_a_missing_package_is_named_with_what_to_do(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        spacy_persons, "find_spec", lambda name: None if name == missing else object()
    )
    with pytest.raises(SystemExit, match=rf"^{missing} is not installed.*python -m spacy download"):
        spacy_persons.load_pipe()
