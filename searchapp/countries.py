"""Countries as the program speaks of them: ISO 3166-1 alpha-2 codes and their English names."""

import json
import re
import unicodedata
from functools import cache
from importlib import resources

_NOT_WORD = re.compile(r"[^\w]+")


def country_name(code: str) -> str | None:
    """Return the English name of a country by its alpha-2 code, or None if there is no such code.

    Names are those of the Unicode CLDR, shortened where newspapers use a shorter one. Kosovo is
    "XK".
    """
    return _names().get(code.upper())


def country_code(text: str) -> str | None:
    """Return the alpha-2 code of a country given by code, name or a usual other name.

    Case, accents and punctuation do not matter: "uk", "U.K." and "Great Britain" are all "GB".
    """
    return _codes().get(_key(text))


def country_codes() -> tuple[str, ...]:
    """Return every code there is, in alphabetical order."""
    return tuple(_names())


@cache
def _names() -> dict[str, str]:
    return {code: names[0] for code, names in _table().items()}


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for code, names in _table().items():
        for name in names:
            codes.setdefault(_key(name), code)
    # Codes go last so that they win: "in" is India's code before it is anything else.
    codes.update((code.lower(), code) for code in _table())
    return codes


@cache
def _table() -> dict[str, list[str]]:
    text = resources.files("searchapp.data").joinpath("countries.json").read_text("utf-8")
    table: dict[str, list[str]] = json.loads(text)
    return table


def _key(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).replace("&", " and ")
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    # U.K. is one word, Guinea-Bissau two: only dots close up.
    return _NOT_WORD.sub(" ", letters.replace(".", "").replace("’", "'").casefold()).strip()
