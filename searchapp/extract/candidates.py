"""Candidates: stretches of capitalised words that could be a person's name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from searchapp.extract import cues
from searchapp.extract.gazetteer import Gazetteer, PlaceKind
from searchapp.extract.organisations import OrganisationNames
from searchapp.extract.runs import iter_runs
from searchapp.extract.tokens import Tokens
from searchapp.extract.trimming import LEADING_KINDS, Trimmer
from searchapp.extract.words import words_of

MOST_WORDS = 5
"""Words that the longest name may have; longer runs of capitalised words are headlines or lists."""

_SENTENCE_ENDS = frozenset(". ! ? \" “ ” : „ « » '' `` - – — • * ( [ …".split())
_SEPARATING_KINDS = frozenset({PlaceKind.METONYM, PlaceKind.NONE})


class Candidate(NamedTuple):
    """The tokens `start`:`end`, which may be a name.

    `words` are the tokens, capitalised where the text shouts; `title` is the title just before;
    `opens` is set where the sentence or line begins with it.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: str | None
    opens: bool
    shouted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """All candidates of a text, and what its organisations are called.

    `organisation_words` and `organisation_phrases` come from runs such as “Salomon Inc”; a later
    “Salomon” is then no person.
    """

    names: tuple[Candidate, ...]
    organisation_words: frozenset[str]
    organisation_phrases: frozenset[tuple[str, ...]]


def find_candidates(
    tokens: Tokens, kinds: Mapping[int, PlaceKind], gazetteer: Gazetteer
) -> Candidates:
    """Return the candidates of a text; `kinds` says which tokens belong to a place."""
    reader = _Reader(tokens=tokens, kinds=kinds, gazetteer=gazetteer)
    names: list[Candidate] = []
    for start, end in iter_runs(tokens):
        if end - start > 1:
            names.extend(reader.read_run(start, end))
        else:
            names.extend(reader.read_word(start))
    return Candidates(
        names=tuple(names),
        organisation_words=frozenset(reader.organisations.words),
        organisation_phrases=frozenset(reader.organisations.phrases),
    )


class _Reader:
    """Reads the runs of one text one after the other."""

    def __init__(
        self, *, tokens: Tokens, kinds: Mapping[int, PlaceKind], gazetteer: Gazetteer
    ) -> None:
        self._texts = tokens.texts
        self._kinds = kinds
        self._words = words_of(gazetteer)
        self._trimmer = Trimmer(tokens.texts, kinds, self._words)
        self.organisations = OrganisationNames(self._words)

    def read_word(self, position: int) -> tuple[Candidate, ...]:
        """Return the candidate that a capitalised word alone is, if it is one."""
        if self._is_nobody(position):
            return ()
        end = position + 1
        text = self._texts[position]
        word = self._words[text]
        if word.company or (end < len(self._texts) and self._texts[end] == "&"):
            self.organisations.note((text,), "&")
        if word.nameless:
            return ()
        shouted = word.upper and len(text) > 2
        words = (_calm(text) if shouted else text,)
        return (Candidate(position, end, words, None, self._opens(position), shouted),)

    def read_run(self, start: int, end: int) -> Iterator[Candidate]:
        """Yield the candidates of a run of several words; headlines hold several."""
        for begin, finish in self._split(start, end):
            candidate = self._read_part(begin, finish, opens_run=begin == start)
            if candidate is not None:
                yield candidate

    def _is_nobody(self, position: int) -> bool:
        """Return whether a word alone is beyond doubt no name, as most of them are."""
        word = self._words[self._texts[position]]
        if not word.alone:
            return True
        if word.last or word.title:
            return False
        if self._kinds.get(position) in LEADING_KINDS:
            return True
        return word.common and not word.first and self._opens(position)

    def _split(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the run without the words that join names in headlines: Xi Says Putin Agrees."""
        begin = start
        for position in range(start, end):
            divides = self._words[self._texts[position]].divides or position in self._kinds
            if divides and self._separates(position, start, end):
                if begin < position:
                    yield begin, position
                begin = position + 1
        if begin < end:
            yield begin, end

    def _read_part(self, start: int, end: int, *, opens_run: bool) -> Candidate | None:
        texts = self._texts
        following = texts[end] if end < len(texts) else ""
        self.organisations.note(texts[start:end], following)
        opens = opens_run and self._opens(start)
        begin, finish, title = self._trimmer.trim(start, end, opens=opens)
        if not 0 < finish - begin <= MOST_WORDS:
            return None
        raw = texts[begin:finish]
        shouted = raw[0].isupper() and all(word.isupper() and len(word) > 2 for word in raw)
        return Candidate(
            begin,
            finish,
            tuple([_calm(word) for word in raw]) if shouted else raw,
            title,
            opens and begin == start,
            shouted,
        )

    def _opens(self, position: int) -> bool:
        before = self._texts[position - 1] if position else "\n"
        return before in _SENTENCE_ENDS or before[0] == "\n"

    def _separates(self, position: int, start: int, end: int) -> bool:
        """Return whether a word stands between names and is part of none."""
        text = self._texts[position]
        word = self._words[text]
        if self._kinds.get(position) in _SEPARATING_KINDS and not word.title:
            return True
        if text in cues.CALENDAR or (position > start and text in cues.PRONOUNS):
            return True
        if (end - start <= 3 and not word.upper) or not word.common:
            return False
        if len(text) < 2 or word.particle:
            return False
        usual = self._words[text.capitalize()] if word.upper else word
        if usual.title or usual.organisation or usual.first:
            return False
        if word.lowered in cues.SAYING:
            return True
        if usual.last:
            return False
        before = self._texts[position - 1] if position > start else ""
        return word.upper or not (before in cues.PARTICLES or self._words[before].first)


def _calm(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))
