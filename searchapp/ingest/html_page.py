"""Read a web page with the standard library: its paragraphs, without navigation and scripts.

Serves for HTML inside JSON and CSV fields, for the facts in a page's head, and as the reader of
HTML files where trafilatura is not installed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

_SKIPPED = frozenset(
    "aside button canvas dialog embed fieldset footer form iframe input map math menu nav noscript "
    "object script select style svg template textarea".split()
)
_BLOCKS = frozenset(
    "address article blockquote body center dd div dl dt fieldset figcaption figure footer h1 h2 "
    "h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul "
    "aside form title head".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_ARTICLE = frozenset({"article", "main"})
_ENOUGH = 200
"""Characters inside <article> or <main> from which on the rest of the page is left out."""

# What html.parser stumbles over, or would search the whole rest of the page for.
_DECLARATION = re.compile(r"<!\[[^>]{0,200}>?")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BLANKS = re.compile(r"[ \t\r\f\v\xa0\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A web page as it was read; texts are not cleaned yet.

    `meta` has the contents of <meta> tags by lower-case name, property or itemprop, the first of
    each; `linked_data` the JSON-LD scripts as they stand.
    """

    text: str
    title: str = ""
    heading: str = ""
    time: str = ""
    canonical: str = ""
    meta: Mapping[str, str]
    linked_data: tuple[str, ...] = ()


def parse_page(markup: str) -> Page:
    """Parse a page or a fragment of one; never fails, whatever it is given."""
    markup = _COMMENT.sub("", _DECLARATION.sub("", markup))
    tagged, end, rest = markup.rpartition(">")
    markup = tagged + end + rest.replace("<", "&lt;")
    page = _read(markup, _SKIPPED)
    if page.text:
        return page
    # An <aside> or <form> that is never closed, or wraps the whole page, has eaten everything.
    return _read(markup, frozenset({"script", "style", "template"}))


def _read(markup: str, skipped: frozenset[str]) -> Page:
    parser = _PageParser(skipped)
    try:
        parser.feed(markup)
        parser.close()
    except (AssertionError, ValueError):
        # html.parser gives up on a few malformed declarations; what it read before is good.
        pass
    return parser.page()


class _PageParser(HTMLParser):
    """Collects paragraphs, and notes which of them stand in the page's article."""

    def __init__(self, skipped: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._skipped = skipped
        self._skipping: str | None = None
        self._skip_depth = 0
        self._article_depth = 0
        self._line: list[str] = []
        self._paragraphs: list[tuple[bool, str]] = []
        self._into: str | None = None
        self._named: dict[str, str] = {}
        self._meta: dict[str, str] = {}
        self._linked_data: list[str] = []

    def page(self) -> Page:
        self._end_paragraph()
        inside = [text for in_article, text in self._paragraphs if in_article]
        chosen = inside if sum(map(len, inside)) >= _ENOUGH else [t for _, t in self._paragraphs]
        return Page(
            text="\n\n".join(chosen),
            title=_collapse(self._named.get("title", "")),
            heading=_collapse(self._named.get("h1", "")),
            time=self._named.get("time", ""),
            canonical=self._named.get("canonical", ""),
            meta=self._meta,
            linked_data=tuple(self._linked_data),
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in reversed(attrs)}
        self._note_facts(tag, attributes)
        if self._skipping:
            self._skip_depth += tag == self._skipping
            return
        if tag in self._skipped and tag not in _VOID:
            self._end_paragraph()
            self._skipping, self._skip_depth = tag, 1
            return
        if tag == "br":
            self._line.append("\n")
        elif tag in _BLOCKS:
            self._end_paragraph()
        if tag in _ARTICLE:
            self._article_depth += 1
        if tag in ("title", "h1") and tag not in self._named:
            self._into = tag
            self._named[tag] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == self._into:
            self._into = None
        if self._skipping:
            self._skip_depth -= tag == self._skipping
            if not self._skip_depth:
                self._skipping = None
            return
        if tag in _BLOCKS:
            self._end_paragraph()
        if tag in _ARTICLE:
            self._article_depth = max(0, self._article_depth - 1)

    def handle_data(self, data: str) -> None:
        if self._into == "linked data":
            self._linked_data.append(data)
        if self._skipping:
            return
        if self._into in ("title", "h1"):
            self._named[self._into] += data
        if self._into != "title":
            self._line.append(_BLANKS.sub(" ", data))

    def _note_facts(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "meta":
            content = attributes.get("content", "").strip()
            for naming in ("property", "name", "itemprop"):
                if content and (name := attributes.get(naming, "").strip().lower()):
                    self._meta.setdefault(name, content)
        elif tag == "time" and (moment := attributes.get("datetime", "").strip()):
            self._named.setdefault("time", moment)
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            self._named.setdefault("canonical", attributes.get("href", "").strip())
        elif tag == "script":
            linked = "ld+json" in attributes.get("type", "").lower()
            self._into = "linked data" if linked else None
        elif self._into == "linked data":
            self._into = None

    def _end_paragraph(self) -> None:
        lines = (line.strip() for line in "".join(self._line).split("\n"))
        text = "\n".join(line for line in lines if line)
        self._line.clear()
        if text:
            self._paragraphs.append((self._article_depth > 0, text))


def _collapse(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
