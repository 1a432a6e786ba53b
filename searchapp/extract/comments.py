"""Where the readers' comments below an article begin: names and dates there are the readers'."""

import re
from bisect import bisect_right

from searchapp.extract.layout import Layout

_HEADING = re.compile(
    r"^\W*(?:(?:\d+|alle|all|leser|lesermeinungen|user|reader|recent )?[ -]?"
    r"(?:comments?|kommentare?|leserkommentare?|commentaires?|comentarios?|commenti|reacties|"
    r"kommentarer|komentarze|responses?|replies|antworten|discussion|diskussion)"
    r"(?:\s?\(\d+\)|:? \d+)?"
    r"|(?:\d+|one|two|three|ein|eine) (?:thoughts?|responses?|repl(?:y|ies)|gedanken?|"
    r"antwort(?:en)?|kommentare?|comments?) (?:on|to|zu|auf|für)\b.{0,160})\W*$",
    re.IGNORECASE,
)
_OPENINGS = frozenset(
    "one two three ein eine alle all leser lesermeinungen user reader recent comment comments "
    "kommentar kommentare leserkommentar leserkommentare commentaire commentaires comentario "
    "comentarios commento commenti reacties kommentarer komentarze response responses reply "
    "replies antwort antworten discussion diskussion".split()
)
_PROSE_BEFORE = 2
_LONGEST = 200


def comments_start(layout: Layout, headline: int | None) -> int:
    """The place of the heading above the readers' comments; the number of lines if there is none.

    Above the text the same words are a link to the comments: two paragraphs must come before.
    """
    following = bisect_right(layout.prose, headline or 0) + _PROSE_BEFORE - 1
    if following >= len(layout.prose):
        return len(layout.lines)
    for place in range(layout.prose[following] + 1, len(layout.lines)):
        line = layout.lines[place]
        if (
            (line.opening in _OPENINGS or line.opening.isdigit())
            and not line.prose
            and len(line.text) <= _LONGEST
            and _HEADING.match(line.text)
        ):
            return place
    return len(layout.lines)
