"""The stretches of an article that show best why it was found."""

import re
from typing import Final

from searchapp.article import Article, Zone
from searchapp.engine.snippets.choosing import Window, choose_windows
from searchapp.engine.snippets.framing import cut, paragraph_end, trim
from searchapp.engine.snippets.marking import Marker
from searchapp.engine.snippets.runs import Run, find_runs
from searchapp.engine.snippets.stretches import iter_stretches
from searchapp.engine.storage.documents import searched_passages
from searchapp.search.response import Snippet

_SHOWN_FIRST: Final = (Zone.LEDE, Zone.BODY, Zone.CAPTION)
_OTHER_BLANK: Final = re.compile(r"[^\S ]")


def build_snippets(article: Article, marker: Marker) -> tuple[Snippet, ...]:
    """Up to three snippets in text order; the article's beginning when nothing in it matched."""
    runs: list[Run] = []
    for stretch in iter_stretches(article, marker):
        runs += find_runs(stretch)
    if not runs:
        return _beginning(article)
    return tuple([_snippet(window) for window in choose_windows(runs)])


def _snippet(window: Window) -> Snippet:
    start = window.start
    return Snippet(
        window.stretch.zone,
        _one_line(window.stretch.text[start : window.end]),
        tuple([(mark.start - start, mark.end - start) for mark in window.marks]),
    )


def _beginning(article: Article) -> tuple[Snippet, ...]:
    passages = searched_passages(article)
    for zone in _SHOWN_FIRST:
        for passage in passages:
            text = article.text[passage.start : passage.end]
            if passage.zone is zone and text.split() != article.title.split():
                first = len(text) - len(text.lstrip())
                stop = cut(text, first, paragraph_end(text, first, len(text)))
                start, end = trim(text, first, stop, stop, first)
                if start < end:
                    return (Snippet(zone=zone, text=_one_line(text[start:end])),)
    return ()


def _one_line(text: str) -> str:
    """The same text with every white-space character a space, so that offsets stay true."""
    # No white space but the space is printable, and asking is quicker than searching.
    return text if text.isprintable() else _OTHER_BLANK.sub(" ", text)
