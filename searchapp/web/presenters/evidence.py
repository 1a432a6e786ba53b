"""Why an article has its values: each with the places that gave it, the words and the rule."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from searchapp.article import Article, FacetValue, Mention
from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.request import SearchRequest
from searchapp.search.url import build_url
from searchapp.search.wording import counted
from searchapp.web.presenters.article_text import anchor_of, why_of
from searchapp.web.presenters.wording import day_label

_PLACES_SHOWN = 1
_CONTEXT = 140
_GIVEN = {Facet.DATE: "not from the text: from the file’s fields, its name or its address"}
_SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*\s+|\n\s*\n\s*""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of the article around the words that gave a value; `url` jumps there.

    `id` is what the words jump back to; of places that begin alike only the first has one.
    """

    id: str | None
    before: str
    words: str
    after: str
    zone: str
    rule: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceEntry:
    """A value, the search for it, and its places: the first ones and the rest."""

    label: str
    url: str
    note: str
    first: tuple[Place, ...]
    rest: tuple[Place, ...]
    rest_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceGroup:
    """The values of one facet."""

    label: str
    none_label: str
    entries: tuple[EvidenceEntry, ...]


def build_evidence(article: Article) -> tuple[EvidenceGroup, ...]:
    """The evidence for the article's countries, persons, authors and date."""
    taken: set[int] = set()
    values = (
        (Facet.COUNTRY, article.countries),
        (Facet.PERSON, article.persons),
        (Facet.AUTHOR, article.authors),
        (Facet.DATE, _date_values(article)),
    )
    return tuple(_group(article, facet, found, taken) for facet, found in values)


def _date_values(article: Article) -> tuple[FacetValue, ...]:
    if article.date is None:
        return ()
    label = day_label(article.date)
    value = article.date.isoformat()
    return (FacetValue(value=value, label=label, mentions=article.date_mentions),)


def _group(
    article: Article, facet: Facet, values: Iterable[FacetValue], taken: set[int]
) -> EvidenceGroup:
    field = FACET_FIELDS[facet]
    ordered = sorted(values, key=lambda value: not value.about)
    return EvidenceGroup(
        label=field.label if facet is Facet.DATE else field.plural,
        none_label=field.none_label,
        entries=tuple(_entry(article, facet, value, taken) for value in ordered),
    )


def _entry(article: Article, facet: Facet, value: FacetValue, taken: set[int]) -> EvidenceEntry:
    places = tuple(_place(article, mention, taken) for mention in value.mentions)
    first, rest = places[:_PLACES_SHOWN], places[_PLACES_SHOWN:]
    note = "" if value.about else "only mentioned"
    return EvidenceEntry(
        label=value.label,
        url=build_url(SearchRequest().with_value(facet, value.value)),
        note=note if places else _GIVEN.get(facet, "given with the file"),
        first=first,
        rest=rest,
        rest_label=counted(len(rest), "more place", "more places"),
    )


def _place(article: Article, mention: Mention, taken: set[int]) -> Place:
    """The place of a mention; `taken` are the starts whose places have an id already."""
    start, end = _sentence(article, mention)
    text = article.text
    first = mention.start not in taken
    taken.add(mention.start)
    return Place(
        id=why_of(mention) if first else None,
        before=("…" if start > 0 and not _begins(text, start) else "")
        + text[start : mention.start],
        words=text[mention.start : mention.end],
        after=text[mention.end : end] + ("" if _ends(text, end) else " …"),
        zone=mention.zone.value,
        rule=mention.rule,
        url=f"#{anchor_of(mention)}",
    )


def _sentence(article: Article, mention: Mention) -> tuple[int, int]:
    """The sentence around a mention, cut where it runs on for too long or leaves the passage."""
    floor, ceiling = 0, len(article.text)
    for passage in article.passages:
        if passage.start <= mention.start < passage.end:
            floor, ceiling = passage.start, max(passage.end, mention.end)
    earliest = max(floor, mention.start - _CONTEXT)
    latest = min(ceiling, mention.end + _CONTEXT)
    start = earliest
    for found in _SENTENCE_END.finditer(article.text, earliest, mention.start):
        start = found.end()
    found_end = _SENTENCE_END.search(article.text, mention.end, latest)
    end = found_end.end() if found_end else _after_word(article.text, latest, ceiling)
    return _before_word(article.text, start, floor), end


def _before_word(text: str, start: int, floor: int) -> int:
    """The start moved back to where the word it fell into begins."""
    while start > floor and not text[start - 1].isspace():
        start -= 1
    return start


def _after_word(text: str, end: int, ceiling: int) -> int:
    """The end moved on to the end of the word it fell into."""
    while end < ceiling and not text[end].isspace():
        end += 1
    return end


def _begins(text: str, start: int) -> bool:
    """Whether a sentence or a line begins there."""
    return _closes(text[:start].rstrip(" \t"))


def _ends(text: str, end: int) -> bool:
    """Whether a sentence or a line ends there."""
    return _closes(text[:end].rstrip(" \t")) or text[end : end + 1] in ("", "\n")


def _closes(before: str) -> bool:
    return before[-1:] in ("", "\n", ".", "!", "?", "…", "”", '"', ")", "»")
