"""Where a snippet begins and ends: whole words, no blank line inside."""

from typing import Final

from searchapp.engine.storage.analysis import iter_words
from searchapp.search.response import Range

MAX_LENGTH: Final = 240
LEAD_IN: Final = 60
_BLANK_LINE: Final = "\n\n"
_NOT_FIRST: Final = frozenset("–—-,.;:!?)…")


def frame(text: str, first: int, last: int, begin: int, end: int) -> Range:
    """The stretch to show around what stands from `first` to `last`.

    It lies between `begin` and `end`, in the paragraph of what it shows, and starts and ends with
    whole words.
    """
    begin = max(begin, text.rfind(_BLANK_LINE, begin, first))
    end = paragraph_end(text, last, end)
    left = max(begin, first - LEAD_IN)
    if left > begin:
        space = text.find(" ", left, first)
        left = space + 1 if space >= 0 else first
    return trim(text, left, max(last, cut(text, left, end)), first, last)


def paragraph_end(text: str, place: int, stop: int) -> int:
    """Where the paragraph at a place ends: snippets do not run over a blank line."""
    end = text.find(_BLANK_LINE, place, stop)
    return stop if end < 0 else end


def cut(text: str, start: int, stop: int) -> int:
    """Where to end a stretch of at most MAX_LENGTH characters without cutting a word."""
    limit = start + MAX_LENGTH
    if limit >= stop:
        return stop
    space = max(text.rfind(" ", start, limit + 1), text.rfind("\n", start, limit + 1))
    if space > start:
        return space
    # Text without spaces (Chinese, an address of a page) ends with its last whole word.
    ends = [end for _, _, end in iter_words(text[start : limit + 1]) if end <= MAX_LENGTH]
    return start + ends[-1] if ends else limit


def trim(text: str, left: int, right: int, first: int, last: int) -> Range:
    """The stretch without what nobody would begin or end with, as far as it is not to be shown."""
    # A stretch may begin with what a dateline or a subheading left behind: “ – Egypt has …”.
    while left < first and (text[left].isspace() or text[left] in _NOT_FIRST):
        left += 1
    while right > last and text[right - 1].isspace():
        right -= 1
    return left, right
