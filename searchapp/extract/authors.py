"""Reading a list of authors: names apart from job titles, outlets, places and agencies."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from searchapp.extract.agencies import agency_label
from searchapp.extract.gazetteer import Gazetteer
from searchapp.extract.places import find_places
from searchapp.extract.tokens import tokenize

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
_NAME = re.compile(
    rf"(?:{_PARTICLE} ?)?{_WORD}(?: (?:{_PARTICLE} ?){{0,2}}{_WORD}){{0,4}}(?: [JS]r\.?)?"
)
_BLANKS = " \t\u00a0*•|~:"
_HANDLE = re.compile(r"\w[\w.\-]{0,28}\w")
_SEPARATOR = re.compile(
    r"\s*(?:[,;/&+]|\s(?:and|AND|And|und|UND|et|ET|y|Y|e|en|och|og|with|WITH|mit|MIT|avec|con|"
    r"met|com)\s)\s*"
)
_FOLLOWING = re.compile(
    r"\s+(?:in|aus|at|for|from|für|pour|para|per|on|of|à|en|a|nach|zu|auf|bei|via|special to|"
    r"\(.*)\s.*$"
    r"|\s*[(\[@<].*$",
    re.IGNORECASE,
)
_MOST = 20
_HONORIFIC = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|herr|frau|rev|capt|gen|m|mme|sr|"
    r"sra)\.? )+",
    re.IGNORECASE,
)
_ENDS_WITH_POINT = re.compile(r"\s(?:[JS]r|\w)\.$")
_DEGREE = re.compile(r",?\s+(?:ph\.?d|m\.?d|m\.?a|b\.?a|mba|esq|cfa)\.?$", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:correspondents?|reporters?|editors?|editor-in-chief|writers?|staff|journalists?|"
    r"columnists?|"
    r"contributors?|contributing|commentators?|analysts?|producers?|photographers?|fellow|lecturer|"
    r"professor|director|chief|head|bureau|\w*leiter(?:in)?|desk|team|crew|newsroom|agency|"
    r"agencies|services?|reports?|"
    r"freelancer?|blogger|guest|author|redakteur(?:in)?|redaktion|korrespondent(?:in)?|"
    r"journalistin|"
    r"autorin|volontär(?:in)?|journaliste|rédac\w*|envoyée?|correspondante?|corresponsal|"
    r"redactor\w*|"
    r"periodista|enviad[oa]|giornalista|redazione|inviat[oa]|corrispondente|redacteur|verslaggever|"
    r"advertisement|subscribers?)\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Journal|Gazette|Press|Magazine|Media|Online|Zeitung|"
    r"Radio|TV|"
    r"Network|Newspapers?|Observer|Guardian|Telegraph|Chronicle|Courier|Mail|Express|Sun|Star|"
    r"Globe|"
    r"Digest|Review|Daily|Weekly|Presse|Blatt|Tagblatt|Tageblatt|Nachrichten|Anzeiger|Rundschau|"
    r"Kurier|"
    r"Association|Institute|University|Foundation|Inc|Ltd|GmbH|LLC|Team|Group|International|"
    r"Company|Project|Center|Centre)\b"
    r"|\.(?:com|org|net|de|fr|es|it|co|uk|at|ch)\b",
)
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


@dataclass(frozen=True, slots=True)
class Name:
    """An author's name as it is shown; offsets are code points into the text it was read from."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """What a list of authors holds. `clean` is False if a part of it is none of the known kinds."""

    authors: tuple[Name, ...] = ()
    agency: str | None = None
    clean: bool = True


def read_names(
    text: str, start: int, end: int, *, accept: Callable[[str], bool], gazetteer: Gazetteer
) -> Names:
    """The authors and the agency in `text[start:end]`, a list such as “Jane Doe and John Roe, AP”.

    `accept` decides whether a part may be a person's name once titles and places are cut off.
    """
    authors: list[Name] = []
    agency: str | None = None
    clean = True
    filed = False
    for first, last in _parts(text, start, end):
        part = text[first:last]
        label = agency_label(part)
        if label:
            agency = agency or label
        elif _is_no_name(part, gazetteer):
            continue
        elif name := _read_name(text, first, last, accept):
            # After “Jane Doe in Culture” single words are further sections.
            if not filed or " " in name.label:
                authors.append(name)
            filed = filed or name.end < last
        else:
            clean = False
        if len(authors) >= _MOST:
            break
    return Names(tuple(_unique(authors)), agency, clean)


def _is_no_name(part: str, gazetteer: Gazetteer) -> bool:
    """Whether a part of a list is a job title, an outlet, a degree, a figure or a place."""
    return bool(
        part[0].isdigit()
        or _ROLE.search(part)
        or _OUTLET.search(part)
        or _DEGREE.fullmatch(f" {part}")
        or _is_place(part, gazetteer)
    )


def _is_place(part: str, gazetteer: Gazetteer) -> bool:
    tokens = tokenize(part)
    return any(
        place.start == 0 and place.end == len(tokens) for place in find_places(tokens, gazetteer)
    )


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
    doubtful = {first.lower(), last.lower()} & gazetteer.common_words
    return between and len(first) > 2 and len(last) > 2 and not doubtful


def is_well_known(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a line is a name whose first and last word are both known as names."""
    words = _name_words(name)
    return is_known(name, gazetteer) and len(words) <= 4 and words[-1] in gazetteer.last_names


def is_signature(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a word signs an article where only an author can stand: “Posted by marc”."""
    folded = name.lower()
    return (
        bool(_HANDLE.fullmatch(name))
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
    return [] if any(word.lower().strip(".") in _NOT_NAMES for word in full) else words


def _read_name(text: str, start: int, end: int, accept: Callable[[str], bool]) -> Name | None:
    part = text[start:end]
    honorific = _HONORIFIC.match(part)
    first = start + (honorific.end() if honorific else 0)
    bare = _DEGREE.sub("", _FOLLOWING.sub("", text[first:end])).rstrip(" :;,-–—")
    bare = bare if _ENDS_WITH_POINT.search(bare) else bare.rstrip(" .")
    if not bare:
        return None
    label = clean_author(bare)
    if (_NAME.fullmatch(label) or _HANDLE.fullmatch(bare)) and accept(label):
        return Name(label, first, first + len(bare))
    return None


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts = []
    position = start
    for match in _SEPARATOR.finditer(text, start, end):
        parts.append((position, match.start()))
        position = match.end()
    parts.append((position, end))
    trimmed = []
    for first, last in parts:
        bare = text[first:last].lstrip(_BLANKS)
        left = last - len(bare)
        bare = bare.rstrip(_BLANKS)
        if bare:
            trimmed.append((left, left + len(bare)))
    return trimmed


def _unique(names: list[Name]) -> list[Name]:
    seen: dict[str, Name] = {}
    for name in names:
        seen.setdefault(name.label.casefold(), name)
    return list(seen.values())


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
