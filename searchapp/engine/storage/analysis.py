"""Text to words: what counts as a word, how it is folded, and how it is stemmed.

A word has two forms. The *exact* form (case and accents folded away) serves phrases, prefixes,
wildcards and the fields of names; the *stem* (Porter's) serves plain words.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from whoosh.lang.porter import stem as porter_stem

MAX_WORD_LENGTH = 255
"""Longer runs of letters are noise, not words, and are passed over."""

STOP_WORDS = frozenset(
    "a an and are as at be been but by for from had has have in into is it its not of on or that "
    "the their there they this to was were which will with".split()
)
"""Words too common to be worth a posting; phrases keep them."""

# Marks that \w does not cover but that belong inside words: accents, Hebrew and Arabic points,
# Indic and Thai vowel signs.
_MARKS = "\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e00-\u0e7f"
# Chinese and Japanese are written without spaces: each character is a word of its own, and a
# query of several is a phrase.
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}][^\W_{_IDEOGRAPH}{_MARKS}]*"
    rf"(?:[{_MARKS}]+[^\W_{_IDEOGRAPH}]*)*(?:['’]s(?![^\W_]))?"
)
_INSIDE = re.compile(rf"[^\W_]|[{_MARKS}]")
_SPECIAL = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h"}
)


def iter_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Every word of a text with its start and end, acronyms (“U.S.”) and possessives whole."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start <= MAX_WORD_LENGTH:
            yield match.group(), start, end


def find_forms(text: str, forms: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Where words stand that are written in one of these forms, of two letters or more."""
    pattern = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    for match in re.finditer(pattern, text):
        start, end = match.span()
        if not (_INSIDE.match(text, end) or (start and _INSIDE.match(text, start - 1))):
            yield match.group(), start, end


def split_words(text: str) -> list[str]:
    """The words of a text as they are written."""
    return [word for word in _WORD.findall(text) if len(word) <= MAX_WORD_LENGTH]


@lru_cache(maxsize=1 << 18)
def fold(word: str) -> str:
    """The exact form of a word: no case, no accents, no possessive, acronyms without points."""
    if word.endswith(("'s", "’s", "'S", "’S")) and len(word) > 2:
        word = word[:-2]
    word = word.replace(".", "").casefold()
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word.translate(_SPECIAL))
    return "".join(char for char in decomposed if not unicodedata.combining(char)) or word


@lru_cache(maxsize=1 << 18)
def stem(exact: str) -> str:
    """The stem of an exact form (Porter 1980); words that are not plain English letters stay."""
    return str(porter_stem(exact)) if exact.isascii() and exact.isalpha() else exact


@lru_cache(maxsize=1 << 18)
def term_of(word: str) -> str | None:
    """The stem under which a word, as it is written, is indexed; None for a stop word."""
    exact = fold(word)
    return None if exact in STOP_WORDS else stem(exact)


def fold_text(text: str) -> str:
    """The exact forms of a text's words, joined by spaces: how names are compared."""
    return " ".join(fold(word) for word in split_words(text))
