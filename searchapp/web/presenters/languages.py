"""Languages by name, and how far what was found in an article of each can be trusted."""

from types import MappingProxyType
from typing import Final

_NAMES: Final = MappingProxyType(
    {"de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian"}
)
_FULLY_READ: Final = "en"


def language_name(code: str | None) -> str:
    """The name of a language by its ISO 639-1 code; a code without one stands for itself."""
    return _NAMES.get(code, code) if code else "not recognised"


def language_note(code: str | None) -> str:
    """What a reader should know about finding things in a text of that language; "" for English.

    The rules for persons and countries are made for English prose; bylines and dates are read in
    the five languages that have a name here.
    """
    if code == _FULLY_READ:
        return ""
    if code in _NAMES:
        return (
            "Authors and dates are read in this language; persons and countries are found less "
            "reliably than in English."
        )
    return (
        "searchapp is made for English and knows German, French, Spanish and Italian in part. In "
        "other languages, and in very short texts, what it finds is less reliable."
    )
