"""How well persons are found in annotated news-wire text: exact mentions, and facet values."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from searchapp.article import FacetValue, Passage, Zone
from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.persons import find_persons
from searchapp.extract.places import find_places
from searchapp.extract.tokens import tokenize
from tests.evaluation.scores import Outcome, count, format_report, iter_documents
from tests.evaluation.spacy_persons import MODEL, Pipe, find_spans, load_pipe

Span = tuple[int, int]


def report(path: Path, *, spacy: bool = False) -> str:
    """Return the figures: mentions by exact span, facets by the fullest name in the document.

    With `spacy`, those of spaCy's small English model on the same documents follow.
    """
    pipe = load_pipe() if spacy else None
    documents = list(iter_documents(path))
    load_gazetteer()
    began = perf_counter()
    found = [find_in(document["text"]) for _, document in documents]
    seconds = perf_counter() - began
    outcomes = [
        _outcome(document, set_aside, *_answers(document["text"], persons))
        for (set_aside, document), persons in zip(documents, found, strict=True)
    ]
    ours = format_report(outcomes, seconds)
    return ours if pipe is None else f"{ours}\n\nspaCy, {MODEL}:\n{_report_spacy(pipe, documents)}"


def _report_spacy(pipe: Pipe, documents: Sequence[tuple[bool, dict[str, Any]]]) -> str:
    began = perf_counter()
    found = find_spans(pipe, [document["text"] for _, document in documents])
    seconds = perf_counter() - began
    outcomes = [
        _outcome(document, set_aside, spans, {document["text"][start:end] for start, end in spans})
        for (set_aside, document), spans in zip(documents, found, strict=True)
    ]
    return format_report(outcomes, seconds)


def find_in(text: str) -> tuple[FacetValue, ...]:
    """Return the persons of a text without zones."""
    gazetteer = load_gazetteer()
    tokens = tokenize(text)
    passages = (Passage(zone=Zone.BODY, start=0, end=len(text)),)
    return find_persons(text, tokens, find_places(tokens, gazetteer), passages, gazetteer)


def is_prose(text: str) -> bool:
    """Return whether most of a text is sentences rather than tables of results."""
    lines = text.splitlines()
    sentences = sum(len(line) for line in lines if len(line) > 60 and line.rstrip()[-1:] in '."”')
    return sentences >= 0.6 * sum(len(line) for line in lines)


def fullest(names: Iterable[str]) -> frozenset[str]:
    """Return the names that are no beginning or ending of a longer one, case-folded."""
    words = {tuple(name.casefold().split()) for name in names}
    return frozenset(
        " ".join(name)
        for name in words
        if not any(
            len(longer) > len(name)
            and (longer[: len(name)] == name or longer[-len(name) :] == name)
            for longer in words
        )
    )


def _answers(text: str, persons: tuple[FacetValue, ...]) -> tuple[set[Span], set[str]]:
    """Return where persons are named, and their names as the text has them.

    A value may carry the usual spelling or a rank; what the text says is compared.
    """
    spans = {(m.start, m.end) for person in persons for m in person.mentions}
    names = {max((text[m.start : m.end] for m in p.mentions), key=len) for p in persons}
    return spans, names


def _outcome(
    document: dict[str, Any], set_aside: bool, spans: set[Span], names: set[str]
) -> Outcome:
    text = document["text"]
    expected = {
        (entity["start"], entity["end"])
        for entity in document["entities"]
        if entity["label"] == "PER"
    }
    return Outcome(
        id=document["id"],
        set_aside=set_aside,
        prose=is_prose(text),
        counts={
            "mentions": count(expected, spans),
            "facet": count(fullest(document["persons"]), fullest(names)),
        },
        missed=tuple(text[start:end] for start, end in sorted(expected - spans)),
        wrong=tuple(text[start:end] for start, end in sorted(spans - expected)),
    )
