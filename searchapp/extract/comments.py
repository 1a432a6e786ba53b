"""Where the readers' comments below an article begin: names and dates there are the readers'."""

import re

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
_PROSE_BEFORE = 2
_LONGEST = 200


def comments_start(layout: Layout, headline: int | None) -> int:
    """The place of the heading above the readers' comments; the number of lines if there is none.

    Above the text the same words are a link to the comments: two paragraphs must come before.
    """
    prose = 0
    for place in range((headline or 0) + 1, len(layout.lines)):
        line = layout.lines[place]
        if line.prose:
            prose += 1
        elif prose >= _PROSE_BEFORE and len(line.text) <= _LONGEST and _HEADING.match(line.text):
            return place
    return len(layout.lines)
