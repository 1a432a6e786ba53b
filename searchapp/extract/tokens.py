"""Splitting text into tokens once, for every rule that reads it."""

import re
from dataclasses import dataclass
from itertools import accumulate

# One token, told by its first character: that makes the search fast.
_TOKEN = re.compile(
    r"""
    ([\S\n](?:
        (?<=[a-z]) [a-z]*+ (?![\w'’ʼ-])
      | (?<=[A-ZÀ-ÖØ-Þ]) (?:
            [a-z]++ (?![\w'’ʼ.-])
          | (?<=[A-Z]) \.(?:[A-Z]\.)*+[A-Z]\b(?!\.)           # U.S without its last dot
          | (?<=[A-Z]) \.(?:[A-Z]\.)+                          # U.S., J.R.
          | \.(?=[ ]?[A-ZÀ-ÖØ-Þ])                              # an initial before a name
          | (?:(?<=M)(?:r|rs|s|me|lle|aj)|(?<=D)r|(?<=P)rof|(?<=G)(?:en|ov)|(?<=S)(?:en|gt|te?|r)
              |(?<=R)e[pv]|(?<=L)t|(?<=C)(?:ol|apt|mdr)|(?<=A)dm|(?<=J)r|(?<=H)on)\.
        )
      | (?<=[^\w\s])
      | (?<=\d) \d*+(?:[.,:/]\d+)*+
      | (?<=\w) \w*+(?:(?:['’ʼ](?!s\b)|-)\w++)*+              # not the 's of a possessive
      | (?<=\n) \n*+
    ))
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The tokens of a text in order; offsets are code points into it.

    A run of newlines is one token, so that no rule reads over the end of a line unawares. `heads`
    are the positions of the words with a capital letter, first or inside (al-Assad, pro-Russian):
    names and places begin nowhere else.
    """

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    heads: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.texts)


def tokenize(text: str) -> Tokens:
    """Split `text` into words, numbers, newline runs and single punctuation marks."""
    # What is split off are the tokens, between them what is left: the blanks.
    pieces = _TOKEN.split(text)
    edges = tuple(accumulate(map(len, pieces)))
    texts = tuple(pieces[1::2])
    heads = [place for place, word in enumerate(texts) if not word.islower() and word[0].isalpha()]
    return Tokens(texts=texts, starts=edges[:-1:2], ends=edges[1::2], heads=tuple(heads))
