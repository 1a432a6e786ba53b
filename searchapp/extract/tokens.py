"""Splitting text into tokens once, for every rule that reads it."""

import re
from dataclasses import dataclass

# The order makes it fast: most words are plain lower-case ASCII, and only what begins with a
# capital can be an abbreviation.
_TOKEN = re.compile(
    r"""
    [a-z]++(?![\w'’ʼ-])
  | (?=[A-ZÀ-ÖØ-Þ]) (?:
        (?:[A-Z]\.)+[A-Z]\b(?!\.)                             # U.S without its last dot
      | (?:[A-Z]\.){2,}                                       # U.S., J.R.
      | [A-ZÀ-ÖØ-Þ]\.(?=[ ]?[A-ZÀ-ÖØ-Þ])                      # an initial before a name
      | (?:M(?:r|rs|s|me|lle|aj)|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Cmdr|Adm|Ste?|[JS]r|Rev
          |Hon)\.
    )
  | \d+(?:[.,:/]\d+)*
  | \w++(?:(?:['’ʼ](?!s\b)|-)\w++)*                           # not the 's of a possessive
  | \n+
  | [^\w\s]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The tokens of a text in order; offsets are code points into it.

    A run of newlines is one token, so that no rule reads over the end of a line unawares.
    """

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.texts)


def tokenize(text: str) -> Tokens:
    """Split `text` into words, numbers, newline runs and single punctuation marks."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Tokens(texts=tuple([text[start:end] for start, end in spans]), starts=starts, ends=ends)
