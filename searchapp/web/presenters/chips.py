"""Chips: every part of the request that can be taken away on its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.parts import QueryPart, join_parts, split_query
from searchapp.search.periods import Period
from searchapp.search.request import SearchRequest
from searchapp.search.response import SearchResponse
from searchapp.search.url import build_url
from searchapp.web.presenters.facets import label_of
from searchapp.web.presenters.wording import day_label

_QUOTED = re.compile(r'^"([^"]*)"$')
_ZONES = {"title": "Title", "body": "Text", "caption": "Caption"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One constraint in words; `url` is the search without it, `request` the same as a value."""

    kind: str
    text: str
    url: str
    excluded: bool
    request: SearchRequest


def build_chips(response: SearchResponse) -> tuple[Chip, ...]:
    """The chips of the request that was answered: its query, its period, its facet values.

    Plain words share a chip; each phrase and each field of the query has its own.
    """
    return (*_query_chips(response.request), *_filter_chips(response))


def build_constraints(response: SearchResponse) -> tuple[Chip, ...]:
    """As `build_chips`, with a chip for each plain word."""
    return (*_query_chips(response.request, each_word=True), *_filter_chips(response))


def period_text(period: Period) -> str:
    """A typed period in words, its last day included."""
    start = day_label(period.start) if period.start else None
    end = day_label(period.last_day) if period.last_day else None
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"from {start}" if start else f"until {end}"


def _query_chips(request: SearchRequest, *, each_word: bool = False) -> Iterator[Chip]:
    parts = split_query(request.query)
    words = [part for part in parts if part.is_word]
    groups = [[word] for word in words] if each_word else [words] * bool(words)
    for group in (*groups, *([part] for part in parts if not part.is_word)):
        rest = join_parts(part for part in parts if part not in group)
        kind = _kind(group[0]) if each_word or not group[0].is_word else "Words"
        text = " ".join(_QUOTED.sub(r"\1", part.text) for part in group)
        target = request.with_query(rest)
        yield _chip(kind, text, target, excluded=group[0].excluded)


def _kind(part: QueryPart) -> str:
    if part.field in _ZONES:
        return _ZONES[part.field]
    if part.field:
        return FACET_FIELDS[Facet(part.field)].label
    return "Phrase" if part.text.startswith('"') else "Word"


def _filter_chips(response: SearchResponse) -> Iterator[Chip]:
    request = response.request
    if request.period:
        yield _chip("Period", period_text(request.period), request.with_period(None))
    if request.copies_of:
        titles = (hit.title for hit in response.hits if hit.id == request.copies_of)
        text = next(titles, "") or request.copies_of
        yield _chip("Similar to", text, request.with_copies_of(""))
    for selection in request.selections:
        kind = FACET_FIELDS[selection.facet].label
        for value in selection.chosen:
            yield _chip(
                kind,
                label_of(response, selection.facet, value),
                request.without_value(selection.facet, value),
                excluded=value in selection.excluded,
            )


def _chip(kind: str, text: str, target: SearchRequest, *, excluded: bool = False) -> Chip:
    return Chip(kind=kind, text=text, url=build_url(target), excluded=excluded, request=target)
