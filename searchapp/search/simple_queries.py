"""Queries of the most usual forms, read without a parser.

They are words, phrases, `prefix*`, `fuzzy~`, each with or without a `-` in front, one after the
other; and words with OR between all of them, with or without brackets around. A test says that
Whoosh's parser gives the same trees, for which it takes twenty times as long.
"""

import re
from typing import Final

from whoosh import query as wq

_NOT_WORDS: Final = frozenset({"AND", "OR", "NOT"})
_PART: Final = re.compile(
    r"""
    (?P<not>-(?=[\w"]))?
    (?: (?P<word>\w+) (?P<sign>[*~]?)
      | "(?P<phrase>\w+(?:\ \w+)*)"
      | \((?P<choice>\w+(?:\ OR\ \w+)+)\) )
    (?:\ |$)
    """,
    re.VERBOSE,
)
_CHOICE: Final = re.compile(r"\w+(?: OR \w+)+")


def read_simple_query(text: str, field: str) -> list[wq.Query] | None:
    """What a query of one of these forms asks for, all of it to be found; None for other forms.

    `text` has single spaces, and has been found to be within the limits.
    """
    if _CHOICE.fullmatch(text):
        choice = _read_choice(text, field)
        return None if choice is None else [choice]
    parts: list[wq.Query] = []
    place = 0
    while place < len(text):
        match = _PART.match(text, place)
        part = _read_part(match, field) if match else None
        if match is None or part is None:
            return None
        parts.append(part)
        place = match.end()
    return parts


def _read_part(match: re.Match[str], field: str) -> wq.Query | None:
    part = _read_positive(match, field)
    return wq.Not(part) if part is not None and match["not"] else part


def _read_positive(match: re.Match[str], field: str) -> wq.Query | None:
    word, sign = match["word"], match["sign"]
    if match["phrase"]:
        return wq.Phrase(field, match["phrase"].split(" "))
    if match["choice"]:
        return _read_choice(match["choice"], field)
    if word in _NOT_WORDS:
        return None
    if sign == "*":
        return wq.Prefix(field, word)
    if sign == "~":
        return wq.FuzzyTerm(field, word, maxdist=1, prefixlength=2)
    return wq.Term(field, word)


def _read_choice(text: str, field: str) -> wq.Query | None:
    words = text.split(" ")[::2]
    if not _NOT_WORDS.isdisjoint(words):
        return None
    return wq.Or([wq.Term(field, word) for word in words])
