"""How the articles write the people that a search is narrowed to."""

from collections.abc import Callable
from dataclasses import dataclass

from searchapp.search.facets import Facet
from searchapp.search.response import SearchResponse
from searchapp.search.wording import counted, number
from searchapp.web.presenters.facets import label_of

_SHOWN = 12

SpellingsOf = Callable[[Facet, str], tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One way of writing a name, and the number of articles that have it."""

    text: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpelledValue:
    """A chosen person and all ways of writing the name; `more` counts those not shown."""

    label: str
    spellings: tuple[Spelling, ...]
    more: str


def build_spelled_values(
    response: SearchResponse, spellings_of: SpellingsOf
) -> tuple[SpelledValue, ...]:
    """The chosen authors and persons whose names the articles write in other ways as well."""
    chosen = (
        (selection.facet, value)
        for selection in response.request.selections
        if selection.facet in (Facet.AUTHOR, Facet.PERSON)
        for value in selection.included
    )
    found = []
    for facet, value in chosen:
        label = label_of(response, facet, value)
        spellings = spellings_of(facet, value)
        if any(text != label for text, _ in spellings):
            rest = len(spellings) - _SHOWN
            found.append(
                SpelledValue(
                    label=label,
                    spellings=tuple(
                        Spelling(text=text, count=number(count))
                        for text, count in spellings[:_SHOWN]
                    ),
                    more=counted(rest, "other way", "other ways") if rest > 0 else "",
                )
            )
    return tuple(found)
