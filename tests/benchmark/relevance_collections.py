"""Test collections: documents, questions, and which documents answer them.

A collection is a folder with `corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl` (`_id`,
`text`) and `qrels.tsv` (a header, then question, document and grade); each may be gzipped.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

_CORPUS, _QUERIES, _JUDGEMENTS = "corpus.jsonl", "queries.jsonl", "qrels.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of a collection; not every collection has titles."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A collection; `grades` has, for each question that has an answer, the documents' grades.

    A document that nobody judged, or judged to be no answer, has no grade.
    """

    name: str
    documents: tuple[Document, ...]
    questions: Mapping[str, str]
    grades: Mapping[str, Mapping[str, int]]


def read_collections(folder: Path) -> tuple[Collection, ...]:
    """Every collection in a folder of collections, by name."""
    return tuple(_read(path) for path in sorted(folder.iterdir()) if _is_collection(path))


def _is_collection(folder: Path) -> bool:
    files = (_CORPUS, _QUERIES, _JUDGEMENTS)
    return all((folder / f"{name}.gz").exists() or (folder / name).exists() for name in files)


def _read(folder: Path) -> Collection:
    grades = _read_grades(folder)
    questions = {q["_id"]: q["text"] for q in _iter_objects(folder, _QUERIES)}
    return Collection(
        name=folder.name,
        documents=tuple(
            Document(id=found["_id"], title=found.get("title") or "", text=found["text"])
            for found in _iter_objects(folder, _CORPUS)
        ),
        questions={name: text for name, text in questions.items() if name in grades},
        grades=grades,
    )


def _read_grades(folder: Path) -> dict[str, dict[str, int]]:
    grades: dict[str, dict[str, int]] = {}
    with _open(folder, _JUDGEMENTS) as lines:
        next(lines, None)
        for line in lines:
            question, document, grade = line.split()[:3]
            if int(grade) > 0:
                grades.setdefault(question, {})[document] = int(grade)
    return grades


def _iter_objects(folder: Path, name: str) -> Iterator[dict[str, str]]:
    with _open(folder, name) as lines:
        for line in lines:
            yield json.loads(line)


def _open(folder: Path, name: str) -> TextIO:
    packed = folder / f"{name}.gz"
    if packed.exists():
        return gzip.open(packed, "rt", encoding="utf-8")
    return (folder / name).open(encoding="utf-8")
