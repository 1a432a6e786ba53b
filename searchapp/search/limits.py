"""What a query may ask for, checked on its text before any parser sees it.

Whoosh's parser is quadratic in the length of a word and recursive in nesting, and its expansions
are unbounded: limits on the text are what keeps a hostile query cheap.
"""

import re

from searchapp.errors import InvalidQuery

MAX_LENGTH = 256
MAX_WORDS = 32
MAX_NESTING = 10
MAX_WILDCARDS = 2
MIN_WILDCARD_PREFIX = 2
MIN_FUZZY_LENGTH = 3
MAX_SLOP = 10

_QUOTED = re.compile(r'"[^"]*"(?:~\d+)?')
_WORD = re.compile(r"\w+")
_WILDCARD = re.compile(r'[^\s()"\[\]]*[*?][^\s()"\[\]]*')
_FUZZY = re.compile(r'([^\s()":~]*)~')
_SLOP = re.compile(r'"~(\d+)')


def check_length(query: str) -> None:
    """Raises InvalidQuery for a query of more than 256 characters."""
    if len(query) > MAX_LENGTH:
        raise InvalidQuery(
            f"The query has {len(query):,} characters; at most {MAX_LENGTH} can be searched. "
            "Keep the words that matter most."
        )


def find_excess(query: str) -> str | None:
    """Why this query is not parsed but searched as plain words, or None when it may be parsed."""
    unquoted = _QUOTED.sub(" ", query)
    wildcards = _WILDCARD.findall(unquoted)
    if len(_WORD.findall(query)) > MAX_WORDS:
        return f"it has more than {MAX_WORDS} words, and only the first {MAX_WORDS} were used"
    if query.count('"') % 2:
        return "a quotation mark is missing its partner"
    nesting = _nesting(unquoted)
    if nesting is None:
        return "a bracket is missing its partner"
    if nesting > MAX_NESTING:
        return f"brackets can be nested at most {MAX_NESTING} deep"
    if len(wildcards) > MAX_WILDCARDS:
        return f"at most {MAX_WILDCARDS} words can have * or ?"
    if any(_literal_start(word) < MIN_WILDCARD_PREFIX for word in wildcards):
        return f"a word with * or ? needs at least {MIN_WILDCARD_PREFIX} letters in front"
    if any(len(word) < MIN_FUZZY_LENGTH for word in _FUZZY.findall(unquoted)):
        return f"a word with ~ needs at least {MIN_FUZZY_LENGTH} letters"
    if any(len(slop) > 2 or int(slop) > MAX_SLOP for slop in _SLOP.findall(query)):
        return f'words can be at most {MAX_SLOP} apart in “"near words"~{MAX_SLOP}”'
    return None


def _nesting(text: str) -> int | None:
    depth = deepest = 0
    for char in text:
        if char == "(":
            depth += 1
            deepest = max(deepest, depth)
        elif char == ")":
            depth -= 1
            if depth < 0:
                return None
    return None if depth else deepest


def _literal_start(word: str) -> int:
    text = re.split(r"[*?]", word, maxsplit=1)[0]
    return len(text.rpartition(":")[2])
