"""Judging whether words are an author's name, and writing a name in its usual way."""

import re

from searchapp.extract.gazetteer import Gazetteer

_PARTICLES = frozenset(
    "van von de der den del della dello di da dal dos das do du d la le les lo el al bin ibn ben "
    "zu "
    "zum zur ter ten te af av y e und auf auf't 't st".split()
)
_LETTER = r"[^\W\d_]"
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLE = (
    r"(?:van|von|de|der|den|del|della|di|da|dal|dos|das|do|du|la|le|lo|el|al|bin|ibn|ben|"
    r"zu|zur|ter|ten|te|af|v\.|d[’'])"
)
_WORD = (
    rf"(?:{_UPPER}\.(?:-?{_UPPER}\.)*|(?:al-|el-|d[’'])?{_UPPER}(?:{_LETTER}|['’\-](?={_LETTER}))*)"
)
NAME = re.compile(
    rf"(?:{_PARTICLE} ?)?{_WORD}(?: (?:{_PARTICLE} ?){{0,2}}{_WORD}){{0,4}}(?: [JS]r\.?)?"
)
HANDLE = re.compile(r"\w[\w.\-]{0,28}\w")
# “Le Matin”, “Der Standard”: with one word more it may be a name, Le Quang Vinh.
_ARTICLES = frozenset("Le La Les El Il Lo The Der Die Das De Het".split())
_NOT_NAMES = frozenset(
    """
    the this that these those our your their his her its my we you they he she it a an and or
    but not no monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch
    donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes
    martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì
    sabato domenica january february march april june july august september october november
    december januar februar märz mai juni juli oktober dezember janvier février mars avril juin
    juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio
    agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio
    settembre ottobre dicembre none null nan n/a na unknown anonymous admin administrator
    webmaster root user test editor editorial staff redaktion redaction rédaction redacción
    redazione redactie unbekannt anonym inconnu desconocido mir uns ihm ihr ihnen me us him them
    lui moi nous ich today yesterday tomorrow now here home menu search share comment comments
    photo photos image images video videos updated published posted read more next previous
    newsletter login subscribe follow email facebook twitter instagram youtube linkedin
    pinterest google wikipedia
    """.split()
)  # fmt: skip


def clean_author(given: str) -> str:
    """A given author's name in its usual writing: one space between words, no shouting."""
    words = given.split()
    shouted = given.isupper() or (len(words) > 1 and given.islower())
    return " ".join(_usual_case(word, place, whole=shouted) for place, word in enumerate(words))


def is_plausible(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name after a byline cue is a person's: nothing in it speaks against it."""
    words = _name_words(name)
    if not words or len(words) > 5:
        return False
    if len(words) == 1:
        return words[0] in gazetteer.first_names and words[0].lower() not in gazetteer.common_words
    known = _known_first(words, gazetteer) or words[-1] in gazetteer.last_names
    return known or not any(word.lower() in gazetteer.common_words for word in words)


def is_known(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a line without any cue can only be a person's name: the gazetteer knows its parts."""
    words = _name_words(name)
    if name[:1].islower() or not 2 <= len(words) <= 5 or not _known_first(words, gazetteer):
        return False
    first, last = words[0], words[-1]
    if last in gazetteer.last_names or last in ("Jr", "Jr.", "Sr", "Sr."):
        return True
    # A rare surname is taken after an undoubted first name only.
    between = all(word.endswith(".") for word in words[1:-1])
    doubtful = last.lower() in gazetteer.common_words
    return between and len(first) > 2 and len(last) > 2 and not doubtful


def is_likely(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a line beside an author's name can be another one: a known first name begins it."""
    words = _name_words(name)
    common = (word.lower() in gazetteer.common_words for word in words[1:])
    return 2 <= len(words) <= 4 and words[0] in gazetteer.first_names and not any(common)


def is_well_known(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a line is a name whose first and last word are both known as names."""
    words = _name_words(name)
    return is_known(name, gazetteer) and len(words) <= 4 and words[-1] in gazetteer.last_names


def is_signature(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a word signs an article where only an author can stand: “Posted by marc”."""
    folded = name.lower()
    return (
        bool(HANDLE.fullmatch(name))
        and folded not in _NOT_NAMES
        and (name in gazetteer.first_names or folded not in gazetteer.common_words)
    )


def _known_first(words: list[str], gazetteer: Gazetteer) -> bool:
    first = words[0]
    return first in gazetteer.first_names or (
        len(first.rstrip(".")) == 1 and words[-1] in gazetteer.last_names
    )


def _name_words(name: str) -> list[str]:
    """The words of a name without particles; empty if one of them rules a name out."""
    words = [word for word in name.split() if word not in _PARTICLES]
    full = (word for word in words if not (len(word) == 2 and word.endswith(".")))
    if words and (words[-1] in _ARTICLES or (len(words) == 2 and words[0] in _ARTICLES)):
        return []
    return [] if any(word.lower().strip(".") in _NOT_NAMES for word in full) else words


def _usual_case(word: str, place: int, *, whole: bool) -> str:
    if not whole and not (place and word.isupper() and len(word) > 3):
        return word
    if place and word.lower() in _PARTICLES:
        return word.lower()
    if len(word) <= 3 and word.isupper() and not set("AEIOUYÄÖÜ") & set(word):
        return word
    return re.sub(rf"{_LETTER}+", lambda match: _capital(match.group()), word)


def _capital(part: str) -> str:
    if part[:2].upper() == "MC" and len(part) > 3:
        return f"Mc{part[2:].capitalize()}"
    return part.capitalize()
