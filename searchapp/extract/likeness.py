"""How alike two spellings of a name are: consonant skeletons and Jaro-Winkler similarity."""

import re
from functools import lru_cache

# Spellings of one sound in the transliterations that newspapers use, longest first, so that
# Gorbachev, Gorbatschow and Gorbatchev get one skeleton. S: hissing, K: throat, V, T, Z: plain s.
_SOUNDS: dict[str, str] = {
    letters: sound
    for sound, spellings in {
        "S": "schtsch shch chtch tsch tch dsch dzh dj sch sh zh cz sz rz ch",
        "K": "kh gh ck q g k c",
        "V": "ph w v f",
        "T": "th dh dt d t",
        "Z": "tz ts ss z s",
        "KZ": "x",
        "": "a e i o u y j h",
    }.items()
    for letters in spellings.split()
}
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=lambda letters: -len(letters))))
_MUTE = frozenset("aeiouyjh")
_VOWELS = frozenset("aeiou")
_DOUBLED = re.compile(r"(.)\1+")
_PREFIX_WEIGHT = 0.1
_PREFIX_LENGTH = 4


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """Return the consonants of a lower-case ASCII word, one letter for each kind of sound."""
    return _DOUBLED.sub(r"\1", _SOUND.sub(lambda match: _SOUNDS[match.group()], word))


def opens_alike(first: str, second: str) -> bool:
    """Return whether two words of one skeleton begin alike: Jelzin, Eltsin; not Regis, Ericks."""
    return (first[0] in _MUTE) == (second[0] in _MUTE)


def differ_in_a_vowel(first: str, second: str) -> bool:
    """Return whether exactly one full vowel is another: Jensen and Jenson are two surnames.

    Transliterations differ in length or in consonants, or write y for i.
    """
    if len(first) != len(second):
        return False
    pairs = [(one, other) for one, other in zip(first, second, strict=True) if one != other]
    return len(pairs) == 1 and _VOWELS.issuperset(pairs[0])


def jaro_winkler(first: str, second: str) -> float:
    """Return the Jaro-Winkler similarity of two words, 0.0 to 1.0.

    Winkler, W. E. (1990): String Comparator Metrics and Enhanced Decision Rules in the
    Fellegi-Sunter Model of Record Linkage; weight 0.1 for a common beginning of up to four letters.
    """
    if first == second:
        return 1.0
    jaro = _jaro(first, second)
    common = 0
    for one, other in zip(first[:_PREFIX_LENGTH], second[:_PREFIX_LENGTH], strict=False):
        if one != other:
            break
        common += 1
    return jaro + common * _PREFIX_WEIGHT * (1.0 - jaro)


def _jaro(first: str, second: str) -> float:
    reach = max(max(len(first), len(second)) // 2 - 1, 0)
    free = list(second)
    matched: list[str] = []
    places: list[int] = []
    for position, letter in enumerate(first):
        for other in range(max(0, position - reach), min(len(second), position + reach + 1)):
            if free[other] == letter:
                free[other] = ""
                matched.append(letter)
                places.append(other)
                break
    if not matched:
        return 0.0
    in_order = [second[place] for place in sorted(places)]
    moved = sum(one != other for one, other in zip(matched, in_order, strict=True)) / 2
    count = len(matched)
    return (count / len(first) + count / len(second) + (count - moved) / count) / 3
