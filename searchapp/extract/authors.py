"""Reading a list of authors: names apart from job titles, outlets, places and agencies."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from searchapp.extract.agencies import agency_label
from searchapp.extract.authornames import HANDLE, NAME, clean_author
from searchapp.extract.authorwords import (
    DEGREE,
    HONORIFIC,
    OUTLET,
    ROLE,
    ROLE_AFTER,
    ROLE_BEFORE,
)
from searchapp.extract.gazetteer import Gazetteer
from searchapp.extract.places import find_places
from searchapp.extract.tokens import tokenize

_BLANKS = " \t\u00a0*•|~:"
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
_ENDS_WITH_POINT = re.compile(r"\s(?:[JS]r|\w)\.$")


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
        elif _is_plain(part, gazetteer) and accept(part):
            authors.append(Name(part, first, last))
        elif not authors and (name := _read_titled(text, first, last, accept)):
            authors.append(name)
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


def _is_plain(part: str, gazetteer: Gazetteer) -> bool:
    """Whether a part is a first name and a surname that mean nothing else: most are."""
    first, _, last = part.partition(" ")
    return (
        first in gazetteer.first_names
        and last in gazetteer.last_names
        and not (first.isupper() or last.isupper())
        and first.lower() not in gazetteer.common_words
        and last.lower() not in gazetteer.common_words
        and last not in gazetteer.places
    )


def _is_no_name(part: str, gazetteer: Gazetteer) -> bool:
    """Whether a part of a list is a job title, an outlet, a degree, a figure or a place."""
    return bool(
        part[0].isdigit()
        or ROLE.search(part)
        or OUTLET.search(part)
        or DEGREE.fullmatch(f" {part}")
        or _is_place(part, gazetteer)
    )


def _is_place(part: str, gazetteer: Gazetteer) -> bool:
    first = part.split(" ", 1)[0]
    if first.isalpha() and not (
        first in gazetteer.places or first.capitalize() in gazetteer.places
    ):
        return False
    tokens = tokenize(part)
    return any(
        place.start == 0 and place.end == len(tokens) for place in find_places(tokens, gazetteer)
    )


def _read_titled(text: str, start: int, end: int, accept: Callable[[str], bool]) -> Name | None:
    """The full name beside a job title in one part: “Redakteur Jan Weber”, “Jane Doe Writer”."""
    part = text[start:end]
    before, after = ROLE_BEFORE.match(part), ROLE_AFTER.search(part)
    name = None
    if before and not ROLE.search(part, before.end()):
        name = _read_name(text, start + before.end(), end, accept)
    elif after and not OUTLET.search(part, 0, after.start()):
        name = _read_name(text, start, start + after.start(), accept)
    return name if name and " " in name.label else None


def _read_name(text: str, start: int, end: int, accept: Callable[[str], bool]) -> Name | None:
    part = text[start:end]
    honorific = HONORIFIC.match(part)
    first = start + (honorific.end() if honorific else 0)
    bare = DEGREE.sub("", _FOLLOWING.sub("", text[first:end])).rstrip(" :;,-–—")
    bare = bare if _ENDS_WITH_POINT.search(bare) else bare.rstrip(" .")
    if not bare:
        return None
    label = clean_author(bare)
    if (NAME.fullmatch(label) or HANDLE.fullmatch(bare)) and accept(label):
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
