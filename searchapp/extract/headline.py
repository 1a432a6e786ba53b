"""Finding an article's headline, and a title for an article without one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from searchapp.article import Zone
from searchapp.extract.authornames import clean_author, is_known
from searchapp.extract.gazetteer import Gazetteer
from searchapp.extract.layout import Layout
from searchapp.extract.lines import Line

_MIN_WORDS, _MAX_WORDS = 4, 25
_SEARCHED_LINES = 1_500
_PROSE_BEFORE = 4
_CUT = 100
_SHORT = 14
_PAGE_TITLE = 300
_SLACK = 12
_MIN_REPEATED = 8
_MIN_SHARED, _SHARED = 3, 0.6
_WHOLE = 5.5
_SET_OFF = tuple("-–—|›»«·•:<>")
_FAR = 80
_NAMED, _NAME_WORDS = 4, 6
_WORDS = re.compile(r"\w{3,}")
# A page's title and its headline often differ in their quotes, dashes and soft hyphens.
_ALIKE = (
    *(("‘", "'"), ("’", "'"), ("´", "'"), ("`", "'")),
    *(("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"')),
    *(("–", "-"), ("—", "-"), ("\u00ad", ""), ("\u200b", "")),
)
_LABEL = re.compile(r"^(?:#{1,6}\s+|(?:title|headline|titel|titre|título|titolo)\s*:\s*)", re.I)
_LINK_LIST = re.compile(r"https?://|www\.|[|>»›]\s|\.{3}$|…$|^[•*\-–—←→]|:$")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)]?(?=\s+[^\Wa-zß-öø-ÿ_])")
_NAME_DATE = re.compile(r"^\W*\d{4}[-_. ]?\d{2}[-_. ]?\d{2}\W*")


@dataclass(frozen=True, slots=True)
class Headline:
    """An article's title; offsets and place of its line if the text has it as a line of its own."""

    title: str
    start: int = 0
    end: int = 0
    place: int | None = None


def find_headline(
    layout: Layout, *, given: str | None, path: str, gazetteer: Gazetteer
) -> Headline:
    """The given title, the text's headline, its first sentence, or its file's name; never empty."""
    title = " ".join((given or "").split())
    if title:
        return _locate(layout, title)
    place = _repeated(layout)
    if place is None:
        place = _best_line(layout, gazetteer)
    if place is None:
        return Headline(_first_sentence(layout) or _file_title(path))
    line = layout.lines[place]
    label = _LABEL.match(line.text)
    start = line.start + (label.end() if label and label.end() < len(line.text) else 0)
    return Headline(" ".join(layout.text[start : line.end].split()), start, line.end, place)


def _locate(layout: Layout, title: str) -> Headline:
    folded = title.casefold()
    found = [
        place
        for place, line in enumerate(layout.lines[:_SEARCHED_LINES])
        if abs(len(line.text) - len(title)) <= 12 and folded in _folded(line)
    ]
    if not found:
        return Headline(title)
    best = max(found, key=lambda place: (_surroundings(layout, place), -place))
    line = layout.lines[best]
    return Headline(title, line.start, line.end, best)


def _repeated(layout: Layout) -> int | None:
    """The line that repeats a part of the first one: a page's title, then its headline."""
    if len(layout.lines) < 2 or len(layout.lines[0].text) > _PAGE_TITLE:
        return None
    page_title = _folded(layout.lines[0])
    opens = _opens(layout)
    title_words = set() if opens else set(_WORDS.findall(page_title))
    longest = len(layout.lines[0].text) + _SLACK if opens else _PAGE_TITLE
    found: list[tuple[float, int]] = []
    for place, line in enumerate(layout.lines[1:_SEARCHED_LINES], 1):
        if (
            line.words > _MAX_WORDS
            or not _MIN_REPEATED <= len(line.text) <= longest
            or place in layout.cued
        ):
            continue
        folded = _folded(line)
        likeness = _likeness(folded, page_title, title_words, strict=opens)
        if likeness:
            score = _surroundings(layout, place) + likeness - place / _FAR
            found.append((score, -place))
            if opens and folded == page_title:
                found.append((_surroundings(layout, 0) + likeness + 1, 0))
    return -max(found)[1] if found else None


def _likeness(line: str, page_title: str, title_words: set[str], *, strict: bool) -> float:
    """How much a line looks like the part of the page's title that is the headline; 0 for not."""
    if line == page_title:
        return _WHOLE
    at = page_title.find(line)
    if at >= 0 and _stands_apart(page_title[:at], page_title[at + len(line) :], strict=strict):
        words = len(_WORDS.findall(line))
        several = words > 1
        return min(words, 6) / 2 + (1.0 if several else 0) + (1.5 if several and at == 0 else 0)
    if len(title_words) < _MIN_SHARED or line.count(" ") < _MIN_SHARED - 1:
        return 0.0
    found = _WORDS.findall(line)
    shared = title_words.intersection(found)
    if len(shared) >= _MIN_SHARED and len(shared) >= len(found) * _SHARED:
        return 3 * len(shared) / len(found)
    return 0.0


def _opens(layout: Layout) -> bool:
    """Whether an article follows the first line at once, so that it is a headline if it can be."""
    return layout.anchor(0) == 0


def _stands_apart(before: str, after: str, *, strict: bool) -> bool:
    """Whether a part of a page's title is set off from the rest: “Headline – Newspaper”."""
    if not strict:
        return not (before[-1:].isalnum() or after[:1].isalnum())
    return (not before or before.rstrip()[-1:] in _SET_OFF) and (
        not after or after.lstrip()[:1] in _SET_OFF
    )


def _best_line(layout: Layout, gazetteer: Gazetteer) -> int | None:
    scored = [
        (score - (_NAMED if _is_name(layout.lines[place], gazetteer) else 0), place)
        for score, place in _candidates(layout)
    ]
    return max(scored, key=lambda pair: (pair[0], -pair[1]))[1] if scored else None


def _candidates(layout: Layout) -> Iterator[tuple[float, int]]:
    prose = 0
    menu = bool(layout.lines) and not _opens(layout)
    for place, line in enumerate(layout.lines[:_SEARCHED_LINES]):
        if place in layout.zones:
            continue
        short = _asks(line) or (prose == 0 and line.words <= _SHORT)
        if line.prose and not (short or (place == 0 and _stands_alone(layout))):
            prose += 1
            if prose > _PROSE_BEFORE:
                return
            continue
        if layout.is_metadata(place) or _LINK_LIST.search(line.text):
            continue
        if place == 0 and 2 <= line.words <= _MAX_WORDS:
            enough = line.words >= _MIN_WORDS
            yield _surroundings(layout, place) + (2 if enough else -2), place
        elif _MIN_WORDS <= line.words <= _MAX_WORDS and not line.text.endswith("."):
            # Below a menu, longer lines are likelier headlines; elsewhere the first one is.
            length = min(line.words, 8) / 10 if menu else 0.0
            yield _surroundings(layout, place) + length - prose / 2, place
        elif prose == 0 and line.closed and _MIN_WORDS <= line.words <= _SHORT:
            yield _surroundings(layout, place) - 1, place


def _surroundings(layout: Layout, place: int) -> float:
    score = 0.0
    if layout.metadata_near(place):
        score += 2
    if layout.prose_follows(place):
        score += 2
    if layout.zones.get(place) is Zone.DEBRIS:
        score -= 1
    return score


def _asks(line: Line) -> bool:
    """Whether a line of a headline's length ends as a question or an exclamation."""
    return line.words <= _MAX_WORDS and line.text.rstrip("\"'”’»")[-1:] in ("?", "!")


def _is_name(line: Line, gazetteer: Gazetteer) -> bool:
    """Whether a line is a person's name, with a place perhaps: a byline without a cue."""
    if line.words > _NAME_WORDS:
        return False
    return is_known(clean_author(line.text.split(",")[0]), gazetteer)


def _stands_alone(layout: Layout) -> bool:
    """Whether the first line is short and alone, and running text follows."""
    first = layout.lines[0]
    return (
        first.words <= _MAX_WORDS
        and (first.words <= _SHORT or not _SENTENCE.search(first.text))
        and layout.prose_follows(0)
        and (first.text.isupper() or layout.text[first.end :].startswith(("\n\n", "\n \n")))
    )


def _first_sentence(layout: Layout) -> str:
    readable = [place for place in range(len(layout.lines)) if place not in layout.zones][:80]
    prose = [place for place in readable if layout.lines[place].prose]
    fallback = [place for place in readable if not layout.is_metadata(place)]
    for place in (*prose, *fallback, *readable):
        text = " ".join(layout.lines[place].text[: _CUT * 4].split())
        end = _SENTENCE.search(text)
        sentence = text[: end.end()] if end else text
        return sentence if len(sentence) <= _CUT else _cut(sentence)
    return ""


def _cut(sentence: str) -> str:
    head = sentence[:_CUT]
    at_word = head.rsplit(" ", 1)[0] if " " in head[_CUT // 2 :] else head
    return f"{at_word.rstrip(' ,;:–-')}…"


def _file_title(path: str) -> str:
    stem = PurePosixPath(path).name.split(".")[0]
    words = " ".join(re.split(r"[\s_-]+", _NAME_DATE.sub("", stem))).strip()
    return (words[:1].upper() + words[1:]) or stem or path or "Untitled"


def _folded(line: Line) -> str:
    text = line.text
    if text.isascii():
        return " ".join(text.split()).lower()
    for sign, usual in _ALIKE:
        text = text.replace(sign, usual)
    return " ".join(text.split()).casefold()
