"""How engines read words: what the brute force has to know of each to say what it must find."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from searchapp.engine.storage import analysis
from searchapp.engine.storage.analysis import STOP_WORDS, fold, split_words, stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An engine's reading of text and of queries.

    `split` gives the words of a stretch of text, `term` the form in which a plain word is matched,
    None when it is not. With `passages`, title and paragraphs are apart for phrases. A fuzzy word
    must have its first `fuzzy_prefix` letters right. With `own_facet_apart`, the counts of a facet
    leave its own chosen value out; with `lists_missing`, articles without a value are counted too.
    """

    name: str
    split: Callable[[str], list[str]]
    term: Callable[[str], str | None]
    passages: bool
    fuzzy_prefix: int
    own_facet_apart: bool
    lists_missing: bool


def _split_ascii(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def _split_folded(text: str) -> list[str]:
    return [fold(word) for word in split_words(text)]


def _stem_unless_stopped(word: str) -> str | None:
    return None if word in STOP_WORDS else stem(word)


def _version_of_analysis() -> str:
    """Stands for what a word is to this product, today."""
    source = Path(analysis.__file__ or "").read_bytes()
    return hashlib.sha256(source).hexdigest()[:8]


PRODUCT: Final = Reading(
    name=f"searchapp-{_version_of_analysis()}",
    split=_split_folded,
    term=_stem_unless_stopped,
    passages=True,
    fuzzy_prefix=2,
    own_facet_apart=True,
    lists_missing=True,
)
"""This product: stems, zones apart, facets that can be changed without being left."""

PLAIN: Final = Reading(
    name="plain",
    split=_split_ascii,
    term=lambda word: word,
    passages=False,
    fuzzy_prefix=2,
    own_facet_apart=False,
    lists_missing=False,
)
"""The peers: lower-case ASCII words as they are."""

PLAIN_ANY_SLIP: Final = replace(PLAIN, name="plain-any-slip", fuzzy_prefix=0)
"""Peers that cannot ask for right first letters."""
