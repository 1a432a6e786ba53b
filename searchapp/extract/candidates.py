"""Candidates: stretches of capitalised words that could be a person's name."""

from dataclasses import dataclass

from searchapp.extract.gazetteer import Gazetteer, PlaceKind
from searchapp.extract.places import Place
from searchapp.extract.readings import TELLING_AFTER, TELLING_BEFORE, Name, readings_of
from searchapp.extract.runs import iter_runs
from searchapp.extract.tokens import Tokens
from searchapp.extract.words import words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """All candidates of a text in order, and what its organisations are called.

    A candidate is the token where its run begins and the name in that run.
    """

    names: tuple[tuple[int, Name], ...]
    organisation_words: frozenset[str]
    organisation_phrases: frozenset[tuple[str, ...]]


def find_candidates(tokens: Tokens, places: tuple[Place, ...], gazetteer: Gazetteer) -> Candidates:
    """Return the candidates of a text that holds the given places."""
    # One before and one after, so that every token has neighbours.
    texts = ("\n", *tokens.texts, "\n")
    kinds = _kinds(tokens, places)
    readings, known, telling_before = readings_of(gazetteer), words_of(gazetteer), TELLING_BEFORE
    names: list[tuple[int, Name]] = []
    words: set[str] = set()
    phrases: set[tuple[str, ...]] = set()
    for start, end in iter_runs(tokens):
        before, after = texts[start], texts[end + 1]
        before = "." if before[0] == "\n" else telling_before.get(before, "")
        if end - start == 1:
            # Most words alone are nobody, which their reading would say, too.
            word = known[texts[end]]
            if not word.alone or (word.opener and before == "."):
                continue
        found, its_words, its_phrases = readings[
            texts[start + 1 : end + 1],
            kinds[start:end],
            before,
            after if after in TELLING_AFTER else "",
        ]
        for name in found:
            names.append((start, name))
        if its_words:
            words.update(its_words)
            phrases.update(its_phrases)
    return Candidates(
        names=tuple(names),
        organisation_words=frozenset(words),
        organisation_phrases=frozenset(phrases),
    )


def _kinds(tokens: Tokens, places: tuple[Place, ...]) -> tuple[PlaceKind | None, ...]:
    """Return for each token the kind of the place that it belongs to."""
    kinds: list[PlaceKind | None] = [None] * len(tokens)
    for start, end, _, kind in places:
        for position in range(start, end):
            kinds[position] = kind
    return tuple(kinds)
