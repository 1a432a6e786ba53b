"""Reading the metadata that came with a file: texts as they came, made into values."""

import re
from collections.abc import Iterable

from searchapp.article import FacetValue
from searchapp.countries import country_code, country_name
from searchapp.extract.agencies import agency_label
from searchapp.extract.aliases import canonical_name
from searchapp.extract.authors import Names, read_names
from searchapp.extract.gazetteer import Gazetteer
from searchapp.extract.section import usual_section

_CUE = re.compile(
    r"^\W*(?:written by|posted by|story by|reported by|by|von|par|por|door|author|autor|auteur|"
    r"of)\s*:?\s+",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[^>]{0,200}>|\S+@\S+|https?://\S+")
_NOTHING = frozenset(
    "none null nil nan n/a na unknown undefined anonymous admin administrator staff - – [] "
    "{}".split()
)
_LONGEST = 400


def clean_text(given: str | None) -> str | None:
    """A given text with single spaces; None if it says nothing."""
    text = " ".join((given or "").split())
    return text if text and text.casefold() not in _NOTHING else None


def read_given_section(given: str | None) -> str | None:
    """A given section in its usual writing; None if it says nothing."""
    text = clean_text(given)
    return usual_section(text) if text else None


def read_given_authors(
    given: Iterable[str], gazetteer: Gazetteer
) -> tuple[tuple[FacetValue, ...], str | None]:
    """The authors and the agency in given texts: cues cut, lists split, placeholders left out."""
    authors: dict[str, FacetValue] = {}
    agency: str | None = None
    for entry in given:
        found = _read_entry(entry, gazetteer)
        agency = agency or found.agency
        for name in found.authors:
            value = FacetValue(value=name.label, label=name.label)
            authors.setdefault(name.label.casefold(), value)
    return tuple(authors.values()), agency


def _read_entry(entry: str, gazetteer: Gazetteer) -> Names:
    text = clean_text(_MARKUP.sub(" ", entry[:_LONGEST]).strip(" ()[]\"'"))
    if text is None:
        return Names()
    text = _CUE.sub("", text)
    label = agency_label(text)
    if label:
        return Names(agency=label)
    return read_names(text, 0, len(text), accept=_is_somebody, gazetteer=gazetteer)


def _is_somebody(name: str) -> bool:
    return name.casefold() not in _NOTHING


def read_given_countries(given: Iterable[str]) -> tuple[FacetValue, ...]:
    """The countries that given names or codes stand for; what stands for none is left out."""
    codes = dict.fromkeys(country_code(entry) for entry in given)
    return tuple(FacetValue(value=code, label=country_name(code) or code) for code in codes if code)


def read_given_persons(given: Iterable[str]) -> tuple[FacetValue, ...]:
    """The persons in given names, one space between words; public figures have usual labels."""
    names = dict.fromkeys(clean_text(entry) for entry in given)
    return tuple(FacetValue(value=name, label=canonical_name(name)) for name in names if name)
