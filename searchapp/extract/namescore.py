"""Name scores: how much the words of a name say by themselves, wherever it stands.

The weights were set by hand and checked by ablation on news-wire text; each states a general habit
of newspapers, none a name.
"""

import re
from collections.abc import Sequence

from searchapp.extract import cues
from searchapp.extract.aliases import is_public_figure
from searchapp.extract.words import Word

_PUBLIC_FIGURE = 1.4
# Two words that are in no list at all are rather a name of a language we know little of.
_STRANGE, _STRANGE_INITIALS = 0.5, 0.3
_LONGEST_HAN_SURNAME = 6
_PINYIN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ui|un"
    r"|uo|ue|a|e|i|o|u)){1,2}"
)
_SURNAME_FIRST = 2.0
_NAME_RULES = {
    (True, True): "known first name and surname",
    (True, False): "known first name",
    (False, True): "known surname",
    (False, False): "looks like a name",
}


def score_name(
    words: Sequence[Word], *, places: int, opens: bool, shouted: bool
) -> tuple[float, str]:
    """Return what a name's words say by themselves, and the rule in plain words.

    `places` of the words belong to a place; `opens` is set where a sentence or line begins with
    the name, `shouted` where it is written in capitals.
    """
    if len(words) == 1:
        score, rule = _score_single(words[0], place=places > 0, opens=opens)
    else:
        score, rule = _score_full_name(words, places, opens=opens)
    score += _score_words(words)
    if shouted:
        score -= 0.8
    if is_public_figure(" ".join([word.text for word in words])):
        return score + _PUBLIC_FIGURE, "known public figure"
    return score, rule


def _score_words(words: Sequence[Word]) -> float:
    """Score what holds for names of any length."""
    score = -2.5 * sum(word.organisation for word in words)
    if score and _is_east_asian(words):
        # Park, Wang and Long are surnames here.
        score = 0.0
    last = words[-1]
    if last.surname_ending and (len(words) > 1 or not last.common):
        score += 0.2 if last.last else 0.5
    return score


def _score_full_name(words: Sequence[Word], places: int, *, opens: bool) -> tuple[float, str]:
    ending = len(words) > 2 and words[-1].text in cues.NAME_ENDINGS
    first = words[0].known_first or words[0].initial
    last = words[-2 if ending else -1].known_last
    # Park, Young and Moon are surnames before such a name.
    surname_first = len(words) == 2 and words[0].last and words[1].given
    score = 0.2 + 2.0 * first + 1.0 * last
    if _is_east_asian(words):
        score += 1.5
    elif _is_turned(words):
        score += _SURNAME_FIRST
    inner = words[1:-1]
    score += 1.0 * any(word.first or word.initial for word in inner)
    particle = any(word.particle for word in inner)
    score += 0.5 * (particle and (first or last))
    if not (first or last or particle or any(map(_is_ordinary, words))):
        score += _STRANGE_INITIALS if any(word.upper for word in words) else _STRANGE
    for place, word in enumerate(words):
        if word.common and not word.particle and not surname_first:
            score -= _doubt(word, is_first=place == 0, opens=opens)
    if places:
        score -= 3.0 if places == len(words) else 0.8
    if opens and words[0].common and not (first or surname_first):
        score -= 1.0
    return score, _NAME_RULES[first, last]


def _score_single(word: Word, *, place: bool, opens: bool) -> tuple[float, str]:
    score = -0.8 + 0.3 * word.first + 0.5 * word.last
    if place:
        score -= 3.0
    if word.upper:
        score -= 2.0
    if word.common:
        score -= 1.5
    elif opens:
        score -= 0.2
    return score, "known surname" if word.last else "looks like a name"


def _is_ordinary(word: Word) -> bool:
    """Return whether a word is one of every day or an abbreviation: a strange name has none."""
    return word.common or (word.upper and "." not in word.text)


def _is_turned(words: Sequence[Word]) -> bool:
    """Return whether a surname stands before a first name: Takahashi Kenji, Kovács Ágnes."""
    if len(words) != 2:
        return False
    surname, given = words
    return (
        surname.known_last
        and given.known_first
        and not (surname.known_first or given.known_last or surname.common or given.common)
    )


def _is_east_asian(words: Sequence[Word]) -> bool:
    """Return whether the surname comes first: Zhang Youxia, Park Seo-yun, Tsai Ing-wen."""
    if len(words) != 2 or not words[0].last or words[1].last:
        return False
    if words[1].given:
        return len(words[0].text) <= _LONGEST_HAN_SURNAME
    return all(_PINYIN.fullmatch(word.lowered) for word in words)


def _doubt(word: Word, *, is_first: bool, opens: bool) -> float:
    """Return what a word of a full name costs for being a common word as well."""
    if is_first and word.first:
        return 0.6 if opens else 0.2
    return 0.7 if not is_first and word.last else 1.2
