"""Hits as the result list shows them."""

from dataclasses import dataclass

from searchapp.article import Zone
from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest
from searchapp.search.response import Hit, Snippet
from searchapp.search.url import build_url
from searchapp.search.wording import number
from searchapp.web.presenters.ids import stable_id
from searchapp.web.presenters.links import (
    ValueLink,
    build_article_link,
    build_name_link,
    build_value_link,
    build_why_link,
)
from searchapp.web.presenters.marked import Piece, split_pieces
from searchapp.web.presenters.wording import day_label

_MAX_COUNTRIES = 5
_MAX_PERSONS = 7
_PLAIN_ZONES = frozenset({Zone.BODY, Zone.LEDE})
_MIDDLE = (",", ";", ":", "–", "—", "-")
UNTITLED = "Untitled article"


@dataclass(frozen=True, slots=True, kw_only=True)
class SnippetView:
    """A snippet and, unless it is from the running text, the zone it matched in.

    `cut_before` and `cut_after` tell that it begins or ends in the middle of a sentence.
    """

    zone: str | None
    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HitView:
    """One hit: its element id, where it leads, what it says, and links that narrow the search.

    `similar_url` unfolds the copies under it, None where there are none. `why_url` explains its
    score; None where nothing is ranked.
    """

    id: str
    url: str
    title: tuple[Piece, ...]
    day: str | None
    day_label: str | None
    authors: tuple[ValueLink, ...]
    places: tuple[ValueLink, ...]
    values: tuple[ValueLink, ...]
    more_values: str
    snippets: tuple[SnippetView, ...]
    similar: str
    similar_url: str | None
    why_url: str | None


def build_hit_view(request: SearchRequest, hit: Hit) -> HitView:
    """The view of a hit in the answer to that request."""
    single = (
        build_name_link(request, Facet.SECTION, hit.section),
        build_name_link(request, Facet.AGENCY, hit.agency),
        build_name_link(request, Facet.SOURCE, hit.source),
    )
    countries, persons = hit.countries[:_MAX_COUNTRIES], hit.persons[:_MAX_PERSONS]
    unseen = len(hit.countries) + len(hit.persons) - len(countries) - len(persons)
    return HitView(
        id=stable_id("hit", hit.id),
        url=build_article_link(hit.id, request),
        title=split_pieces(hit.title, hit.title_ranges) or (Piece(text=UNTITLED),),
        day=hit.date.isoformat() if hit.date else None,
        day_label=day_label(hit.date) if hit.date else None,
        authors=tuple(build_value_link(request, Facet.AUTHOR, value) for value in hit.authors),
        places=tuple(link for link in single if link),
        values=(
            *(build_value_link(request, Facet.COUNTRY, value) for value in countries),
            *(build_value_link(request, Facet.PERSON, value) for value in persons),
        ),
        more_values=f"{number(unseen)} more" if unseen else "",
        snippets=_snippets(hit.snippets),
        similar=f"{number(hit.similar)} similar",
        similar_url=build_url(request.with_copies_of(hit.id)) if hit.similar else None,
        why_url=build_why_link(hit.id, request) if hit.score and request.query.strip() else None,
    )


def _snippets(snippets: tuple[Snippet, ...]) -> tuple[SnippetView, ...]:
    """The snippets; when none of the running text matched, they say where the words stand."""
    running = any(snippet.ranges for snippet in snippets if snippet.zone in _PLAIN_ZONES)
    prefix = "" if running else "matched in the "
    return tuple(_snippet(snippet, prefix if snippet.ranges else "") for snippet in snippets)


def _snippet(snippet: Snippet, prefix: str) -> SnippetView:
    text = snippet.text.strip()
    return SnippetView(
        zone=None if snippet.zone in _PLAIN_ZONES else f"{prefix}{snippet.zone.value}",
        pieces=split_pieces(snippet.text, snippet.ranges),
        cut_before=text[:1].islower(),
        cut_after=text[-1:].isalnum() or text[-1:] in _MIDDLE,
    )
