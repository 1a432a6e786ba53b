"""Scoring: how much speaks for a candidate being a person, and what speaks loudest.

A sum of weights. They were set by hand and checked by ablation on news-wire text; each states a
general habit of newspapers, none a name.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from searchapp.extract import cues
from searchapp.extract.aliases import is_public_figure, without_accents
from searchapp.extract.candidates import Candidate, Candidates
from searchapp.extract.gazetteer import Gazetteer, PlaceKind
from searchapp.extract.tokens import Tokens

ACCEPTED = 1.0
ACCEPTED_SINGLE = 0.6
ACCEPTED_IN_ORGANISATION = 1.6

_INSIDE_ORGANISATION = -2.6
_SURE = 3.8
_APPOSITION_REACH = 4
_PUBLIC_FIGURE = 1.4
# Two words that are in no list at all are rather a name of a language we know little of.
_STRANGE = 0.3
_LONGEST_HAN_SURNAME = 6
_HYPHENATED = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,6}")
_PINYIN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ui|un"
    r"|uo|ue|a|e|i|o|u)){1,2}"
)
_NAME_RULES = {
    (True, True): "known first name and surname",
    (True, False): "known first name",
    (False, True): "known surname",
    (False, False): "looks like a name",
}
_PLACE_WORDS = frozenset("the a an in at from this its into near".split())


class Judgement(NamedTuple):
    """A candidate's score and the strongest reason for it, in plain words."""

    candidate: Candidate
    score: float
    rule: str


class Judge:
    """Scores the candidates of one text."""

    def __init__(
        self, *, tokens: Tokens, kinds: Mapping[int, PlaceKind], gazetteer: Gazetteer
    ) -> None:
        self._texts = tokens.texts
        self._kinds = kinds
        self._first = gazetteer.first_names
        self._last = gazetteer.last_names
        self._common = gazetteer.common_words

    def judge(self, candidate: Candidate, others: Candidates) -> Judgement:
        """Return the score of one candidate where it stands among the others of the text."""
        words = self._words(candidate)
        context, rule, weight = self._context(candidate)
        if len(candidate.words) > 1:
            score, name_rule = self._full_name(candidate)
        else:
            score, name_rule = self._single_name(candidate)
        score += context + words
        if is_public_figure(" ".join(candidate.words)):
            score, name_rule = score + _PUBLIC_FIGURE, "known public figure"
        if weight < 1.0:
            rule = name_rule
        if candidate.words in others.organisation_phrases and score < _SURE:
            score += _INSIDE_ORGANISATION
        if len(candidate.words) == 1 and candidate.words[0] in others.organisation_words:
            score -= ACCEPTED_IN_ORGANISATION - ACCEPTED_SINGLE
        return Judgement(candidate=candidate, score=score, rule=rule)

    def _words(self, candidate: Candidate) -> float:
        """Score what holds for names of any length."""
        words = candidate.words
        score = -2.5 * sum(word in cues.ORGANISATION_WORDS for word in words)
        if score and self._is_east_asian(words):
            # Park, Wang and Long are surnames here.
            score = 0.0
        last = words[-1]
        if _has_surname_ending(last) and (len(words) > 1 or last.lower() not in self._common):
            score += 0.2 if last in self._last else 0.5
        if candidate.shouted:
            score -= 0.8
        return score

    def _full_name(self, candidate: Candidate) -> tuple[float, str]:
        words = candidate.words
        surname = words[-2] if words[-1] in cues.NAME_ENDINGS and len(words) > 2 else words[-1]
        first = _is_known(words[0], self._first) or _is_initial(words[0])
        last = _is_known(surname, self._last)
        score = 0.2 + 2.0 * first + 1.0 * last
        if self._is_east_asian(words):
            score += 1.5
        inner = words[1:-1]
        score += 1.0 * any(word in self._first or _is_initial(word) for word in inner)
        particle = any(word in cues.PARTICLES for word in inner)
        score += 0.5 * (particle and (first or last))
        if not (first or last or particle):
            score += _STRANGE * all(word.lower() not in self._common for word in words)
        for word in words:
            if word.lower() in self._common and word not in cues.PARTICLES:
                score -= self._doubt(word, is_first=word is words[0], opens=candidate.opens)
        kinds = [self._kinds.get(position) for position in range(candidate.start, candidate.end)]
        if all(kinds):
            score -= 3.0
        elif any(kinds):
            score -= 0.8
        if candidate.opens and words[0].lower() in self._common and not first:
            score -= 1.0
        return score, _NAME_RULES[first, last]

    def _is_east_asian(self, words: tuple[str, ...]) -> bool:
        """Return whether the surname comes first: Zhang Youxia, Park Seo-yun, Tsai Ing-wen."""
        if len(words) != 2 or words[0] not in self._last or words[1] in self._last:
            return False
        if _HYPHENATED.fullmatch(words[1]):
            return len(words[0]) <= _LONGEST_HAN_SURNAME
        return all(_PINYIN.fullmatch(word.lower()) for word in words)

    def _doubt(self, word: str, *, is_first: bool, opens: bool) -> float:
        """Return what a word of a full name costs for being a common word as well."""
        if is_first and word in self._first:
            return 0.6 if opens else 0.2
        return 0.7 if not is_first and word in self._last else 1.2

    def _single_name(self, candidate: Candidate) -> tuple[float, str]:
        word = candidate.words[0]
        score = -0.8 + 0.3 * (word in self._first) + 0.5 * (word in self._last)
        if candidate.start in self._kinds:
            score -= 3.0
        if word.isupper():
            score -= 2.0
        if word.lower() in self._common:
            score -= 1.5
        elif candidate.opens:
            score -= 0.2
        return score, "known surname" if word in self._last else "looks like a name"

    def _context(self, candidate: Candidate) -> tuple[float, str, float]:
        """Score the words around; return also the strongest reason and its weight."""
        evidence = [*self._before(candidate), *self._after(candidate)]
        if candidate.title is not None:
            evidence.append((2.2, f"title before the name: {candidate.title}"))
        if not evidence:
            return 0.0, "", 0.0
        weight, rule = max(evidence)
        return sum(value for value, _ in evidence), rule, weight

    def _before(self, candidate: Candidate) -> list[tuple[float, str]]:
        texts, start = self._texts, candidate.start
        before = texts[start - 1] if start else "\n"
        lowered = before.lower()
        evidence: list[tuple[float, str]] = []
        if before in cues.ROLES:
            evidence.append((1.6, f"role before the name: {before}"))
        elif before in cues.SAYING and before not in ("told", "asked", "called", "died", "born"):
            evidence.append((1.3, f"verb of saying beside the name: {before}"))
        elif before in cues.QUOTING and len(candidate.words) > 1:
            evidence.append((0.8, f"“{before}” before the name"))
        if lowered == "of":
            evidence.append((-0.3, "after “of”"))
        elif lowered in _PLACE_WORDS:
            evidence.append((-1.2, f"after “{lowered}”"))
        elif lowered == "by" and len(candidate.words) > 1:
            evidence.append((0.4, "after “by”"))
        elif lowered == "to" and start > 1 and texts[start - 2].lower() == "according":
            evidence.append((1.0, "after “according to”"))
        if before == "&":
            evidence.append((-2.0, "after “&”"))
        return evidence

    def _after(self, candidate: Candidate) -> list[tuple[float, str]]:
        end = candidate.end
        single = len(candidate.words) == 1
        evidence: list[tuple[float, str]] = []
        possessive = self._at(end) in ("'", "’") and self._at(end + 1) == "s"
        end += 2 * possessive
        after, beyond = self._at(end), self._at(end + 1)
        if possessive and candidate.start not in self._kinds:
            evidence.append((0.2, "possessive"))
            if single and after in cues.BELONGING:
                evidence.append((0.8, f"what belongs to a person after the name: {after}"))
        if after in cues.SAYING and beyond not in ("it", "its"):
            evidence.append((1.3, f"verb of saying beside the name: {after}"))
        elif after in cues.DOING or after == "and":
            evidence.append((0.0 if single else 0.3, "verb after the name"))
        if after in (",", "(") and beyond.isdecimal() and len(beyond) <= 2:
            evidence.append((1.3, "age after the name"))
        if after in ("who", "whose") or (after == "," and beyond in ("who", "whose")):
            evidence.append((1.0, "“who” after the name"))
        if after == "," and not single and self._is_apposition(end + 1):
            evidence.append((0.9, "who it is, after the name"))
        if after in cues.COMPANY_WORDS or after == "&":
            evidence.append((-2.0, "company word after the name"))
        if after in ("shares", "stock", "shareholders"):
            evidence.append((-1.5, "shares after the name"))
        return evidence

    def _is_apposition(self, position: int) -> bool:
        """Return whether a role begins here: “, the former chairman”, “, spokesman of”."""
        return any(
            word in cues.ROLES for word in self._texts[position : position + _APPOSITION_REACH]
        )

    def _at(self, position: int) -> str:
        return self._texts[position] if position < len(self._texts) else "\n"


@lru_cache(maxsize=65_536)
def _has_surname_ending(word: str) -> bool:
    return len(word) > 4 and not word.isupper() and word.lower().endswith(cues.SURNAME_ENDINGS)


def _is_known(word: str, names: frozenset[str]) -> bool:
    """Return whether a name is listed as written or without its accents."""
    return word in names or (not word.isascii() and without_accents(word) in names)


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "."
