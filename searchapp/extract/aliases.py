"""Aliases: the usual English spelling of public figures, whatever spelling an article has."""

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources


@lru_cache(maxsize=16_384)
def canonical_name(name: str) -> str:
    """Return the usual spelling of a public figure's name; any other name comes back unchanged.

    Case and accents do not matter. Lone surnames are resolved only where newspapers mean one
    person by them (aliases.toml says which).
    """
    return load_aliases().get(name_key(name), name)


def is_public_figure(name: str) -> bool:
    """Return whether `name` is a known spelling of a public figure's name."""
    return name_key(name) in load_aliases()


@cache
def load_aliases() -> Mapping[str, str]:
    """Return name_key of every known spelling -> the usual spelling."""
    text = resources.files("searchapp.data").joinpath("aliases.toml").read_text("utf-8")
    aliases: dict[str, str] = {}
    for canonical, spellings in tomllib.loads(text).items():
        aliases[name_key(canonical)] = canonical
        for spelling in spellings.split(";"):
            aliases[name_key(spelling)] = canonical
    return aliases


# Letters that have no decomposition into a plain letter and an accent.
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "đ": "d", "Đ": "D"}
)


def name_key(name: str) -> str:
    """Return `name` without case, accents, hyphens and dots, to compare spellings by."""
    plain = name if name.isascii() else without_accents(name)
    return " ".join(plain.casefold().replace("-", " ").replace(".", " ").split())


def without_accents(name: str) -> str:
    """Return `name` in plain letters: Erdoğan as Erdogan, Wałęsa as Walesa."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
