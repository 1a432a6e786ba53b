"""Read an article from Markdown: its front matter, and its text without the marks."""

import io
import re
from collections.abc import Iterator

from searchapp.ingest.clean import clean_text
from searchapp.ingest.decode import decode
from searchapp.ingest.document import read_document
from searchapp.ingest.fields import FieldName, Fields
from searchapp.ingest.front_matter import split_front_matter
from searchapp.ingest.limits import Limits
from searchapp.ingest.records import Record, Refusal

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*)$", re.MULTILINE)
_FIRST_HEADING = re.compile(r"\A\s*(?:#[ \t]+(.+)|(\S.*)\n=+[ \t]*)(?:\n|\Z)")

# Every pattern takes time in proportion to the text, so marks are not paired: one that opens or
# closes a word goes, one between blanks (“2 * 3”) or inside a word (snake_case) stays.
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), replacement)
    for pattern, replacement in (
        (r"<!--(?:(?!<!--)[\s\S])*?-->", ""),  # comments
        (r"^ {0,3}(?:```|~~~).*$", ""),  # code fences
        (r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]+\S.*$", ""),  # link definitions
        (r"(?<=\S)\n {0,3}(?:=+|-{2,})[ \t]*$", ""),  # underlines of headings
        (r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$", ""),  # rules
        (r"^(?: {0,3}>[ \t]?)+", ""),  # quotations
        (r"!\[([^\[\]\n]{0,1000})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])", r"\1"),  # images
        (r"\[([^\[\]\n]{1,1000})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])", r"\1"),  # links
        (r"<(https?://[^<>\s]{1,2000})>", r"\1"),
        (r"</?(?:a|abbr|b|br|em|i|mark|p|small|span|strong|sub|sup|u)(?:\s[^<>\n]{0,500})?/?>", ""),
        (r"(?<![\\*\w])\*{1,3}(?=[^\s*])|(?<=[^\s*\\])\*{1,3}(?![*\w])", ""),
        (r"(?<![\\\w])_{1,3}(?=[^\s_])|(?<=[^\s_\\])_{1,3}(?!\w)", ""),
        (r"(?<!\\)~~", ""),
        (r"(?<!\\)`{1,3}", ""),
        (r"\\$", ""),
        (r"\\([!-/:-@\[-`{-~])", r"\1"),  # escapes, at last
    )
)


def read_markdown(stream: io.BufferedReader, limits: Limits) -> Iterator[Record | Refusal]:
    """The one article of the file. A first heading is its title if the front matter has none."""
    text = clean_text(decode(read_document(stream, limits)))
    matter, body = split_front_matter(text)
    fields = {name: value for name, value in matter.items() if not Fields({name: value}).body()}
    if not Fields(fields).text(FieldName.TITLE) and (first := _FIRST_HEADING.match(body)):
        fields["title"] = strip_markdown(_trim_heading(first[1] or first[2]))
    yield Record(fields={**fields, "text": strip_markdown(body)})


def strip_markdown(text: str) -> str:
    """Markdown as a reader sees it: words without the marks around them. Lists keep theirs."""
    text = _HEADING.sub(lambda match: _trim_heading(match[1]), text)
    for pattern, replacement in _MARKS:
        text = pattern.sub(replacement, text)
    return text


def _trim_heading(text: str) -> str:
    """A heading without the closing marks it may have: “# Rome #” but not “# C#”."""
    trimmed = text.rstrip(" \t").rstrip("#")
    return trimmed.rstrip() if not trimmed or trimmed[-1] in " \t" else text
