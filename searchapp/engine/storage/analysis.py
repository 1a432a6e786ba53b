"""Text to words: what counts as a word, how it is folded, and how it is stemmed.

A word has two forms. The *exact* form (case and accents folded away) serves phrases, prefixes,
wildcards and the fields of names; the *stem* (Snowball's) serves plain words.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from Stemmer import Stemmer

MAX_WORD_LENGTH = 255
"""Longer runs of letters are noise, not words, and are passed over."""

STOP_WORDS = frozenset(
    """
    a an the this that these those
    i me my myself we our ours ourselves you your yours yourself yourselves
    he him his himself she her hers herself it its itself they them their theirs themselves
    am is are was were be been being have has had having do does did doing
    will would shall should can could might must
    what which whom whose when where why how
    and but or nor if because as until while than so not
    of at by for with between into to from in on there
    """.split()
)
"""English words that say nothing by themselves: they get no posting; phrases keep them.

Words that do say something in a newspaper are not among them: who (WHO), us (U.S.), may, over,
under, against, before, after, more, no.
"""

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
match_word = _WORD.match
"""The word, of any length, that starts at a place of a text where no word is under way."""

INSIDE = re.compile(rf"[^\W_]|[{_MARKS}]")
"""A character that words are made of."""
_SPECIAL = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h"}
)


def iter_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Every word of a text with its start and end, acronyms (“U.S.”) and possessives whole."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start <= MAX_WORD_LENGTH:
            yield match.group(), start, end


def match_words(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
    """Every word of a stretch of text; the stretch neither starts nor ends inside a word."""
    for match in _WORD.finditer(text, start, end):
        if match.end() - match.start() <= MAX_WORD_LENGTH:
            yield match


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
    """The stem of an exact form; words that are not plain English letters stay.

    Snowball's English stemmer (Porter 2001) as of Snowball 3.1: another version may stem otherwise,
    which makes another `SCHEMA_VERSION`.
    """
    if not (exact.isascii() and exact.isalpha()):
        return exact
    # A stemmer must not be shared between threads; a new one costs less than a microsecond.
    return str(Stemmer("english", 0).stemWord(exact))


@lru_cache(maxsize=1 << 18)
def term_of(word: str) -> str | None:
    """The stem under which a word, as it is written, is indexed; None for a stop word."""
    exact = fold(word)
    return None if exact in STOP_WORDS else stem(exact)


def fold_text(text: str) -> str:
    """The exact forms of a text's words, joined by spaces: how names are compared."""
    return " ".join(fold(word) for word in split_words(text))
