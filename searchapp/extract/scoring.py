"""Scoring: how much speaks for a candidate being a person, and what speaks loudest.

A sum of weights, for the words of the name (namescore.py) and for those beside it (context.py).
"""

from typing import NamedTuple

from searchapp.extract.candidates import Candidates
from searchapp.extract.context import TELLING_AFTER, read_after, read_before
from searchapp.extract.readings import Name
from searchapp.extract.tokens import Tokens

ACCEPTED = 1.0
ACCEPTED_SINGLE = 0.6
ACCEPTED_IN_ORGANISATION = 1.6

_INSIDE_ORGANISATION = -2.6
_SURE = 3.8


class Judgement(NamedTuple):
    """A candidate's score where it stands, and the strongest reason for it, in plain words.

    The name is the tokens `start`:`end`; `words` and `title` are those of the name.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: str | None
    score: float
    rule: str


class Judge:
    """Scores the candidates of one text."""

    def __init__(self, tokens: Tokens, candidates: Candidates) -> None:
        # One more, so that every token has one after it.
        self._texts = (*tokens.texts, "\n")
        self._organisation_words = candidates.organisation_words
        self._organisation_phrases = candidates.organisation_phrases

    def judge(self, start: int, end: int, name: Name) -> Judgement:
        """Return the score of the name at the tokens `start`:`end`."""
        _, _, words, title, score, rule, place = name
        single = len(words) == 1
        texts = self._texts
        evidence = read_before(texts, start, single=single)
        if texts[end] in TELLING_AFTER:
            evidence += read_after(texts, end, single=single, place=place)
        if title is not None:
            evidence = (*evidence, (2.2, f"title before the name: {title}"))
        if evidence:
            weight, reason = evidence[0] if len(evidence) == 1 else max(evidence)
            score += weight if len(evidence) == 1 else sum([value for value, _ in evidence])
            if weight >= 1.0:
                rule = reason
        if score < _SURE and words in self._organisation_phrases:
            score += _INSIDE_ORGANISATION
        if single and words[0] in self._organisation_words:
            score -= ACCEPTED_IN_ORGANISATION - ACCEPTED_SINGLE
        return Judgement(start, end, words, title, score, rule)
