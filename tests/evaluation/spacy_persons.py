"""The persons that spaCy's small English model finds, to compare with in the same run."""

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

MODEL = "en_core_web_sm"
_MISSING = (
    "{package} is not installed, so nothing can be compared with spaCy. Install both into this "
    "environment: pip install spacy, then python -m spacy download en_core_web_sm."
)


class Entity(Protocol):
    """What is needed of a spaCy entity; offsets are code points."""

    start_char: int
    end_char: int
    label_: str


class Parsed(Protocol):
    """What is needed of a spaCy document."""

    ents: Sequence[Entity]


Pipe = Callable[[Sequence[str]], Iterator[Parsed]]


def load_pipe() -> Pipe:
    """Return spaCy's way from texts to entities. Ends the program if a package is not there."""
    for package in ("spacy", MODEL):
        if find_spec(package) is None:
            sys.exit(_MISSING.format(package=package))
    # Only entities are wanted: what they do not need is left out, in spaCy's favour for speed.
    model = import_module("spacy").load(MODEL, exclude=["parser", "tagger", "lemmatizer"])
    pipe: Pipe = model.pipe
    return pipe


def find_spans(pipe: Pipe, texts: Sequence[str]) -> list[set[tuple[int, int]]]:
    """Return where each text names a person, as (start, end)."""
    return [
        {
            (entity.start_char, entity.end_char)
            for entity in parsed.ents
            if entity.label_ == "PERSON"
        }
        for parsed in pipe(texts)
    ]
