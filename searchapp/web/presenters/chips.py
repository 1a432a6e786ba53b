"""Chips: every part of the request that can be taken away on its own."""

from dataclasses import dataclass

from searchapp.search.facets import FACET_FIELDS
from searchapp.search.periods import Period
from searchapp.search.request import SearchRequest
from searchapp.search.response import SearchResponse
from searchapp.search.url import build_url
from searchapp.web.presenters.facets import label_of
from searchapp.web.presenters.wording import day_label


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One constraint in words; `url` is the search without it, `request` the same as a value."""

    kind: str
    text: str
    url: str
    excluded: bool
    request: SearchRequest


def build_chips(response: SearchResponse) -> tuple[Chip, ...]:
    """The chips of the request that was answered: its words, its period, its facet values."""
    request = response.request
    chips = []
    if request.query.strip():
        chips.append(_chip("Words", request.query, request.with_query("")))
    if request.period:
        chips.append(_chip("Period", period_text(request.period), request.with_period(None)))
    for selection in request.selections:
        kind = FACET_FIELDS[selection.facet].label
        for value in (*selection.included, *selection.excluded):
            chips.append(
                _chip(
                    kind,
                    label_of(response, selection.facet, value),
                    request.without_value(selection.facet, value),
                    excluded=value in selection.excluded,
                )
            )
    return tuple(chips)


def period_text(period: Period) -> str:
    """A typed period in words, its last day included."""
    start = day_label(period.start) if period.start else None
    end = day_label(period.last_day) if period.last_day else None
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"from {start}" if start else f"until {end}"


def _chip(kind: str, text: str, target: SearchRequest, *, excluded: bool = False) -> Chip:
    return Chip(kind=kind, text=text, url=build_url(target), excluded=excluded, request=target)
