"""A search as an Atom feed (RFC 4287): what came into the index last, page by page (RFC 5005)."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from searchapp.countries import country_name
from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.latest import Arrival, Latest
from searchapp.search.request import SearchRequest
from searchapp.search.response import Hit, Value
from searchapp.search.url import article_url, build_url
from searchapp.web.presenters.archive_links import list_url
from searchapp.web.presenters.hits import UNTITLED

FEED_PATH: Final = "/search.atom"
FEED_SIZE: Final = 50
"""How many articles are on a page of a feed."""

_NAMESPACE: Final = uuid.UUID("6f0c1a52-3a0e-5d1b-9b0e-8f5a7c2d4e61")
_NO_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A country, person or section of an entry; `scheme` is the address of all values like it."""

    scheme: str
    term: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article; `updated` is when it came into the index, `published` its date if it has one."""

    id: str
    title: str
    url: str
    updated: str
    published: str | None
    authors: tuple[str, ...]
    summary: str
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """Another address of the feed, or of what it is about; `rel` says which."""

    rel: str
    type: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A page of a feed; `first` is the place of its first entry among all, counted from 1."""

    id: str
    title: str
    updated: str
    links: tuple[FeedLink, ...]
    query: str
    total: int
    first: int
    size: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a feed is from: the archive's name and its address, without a slash at the end."""

    title: str
    address: str


def feed_request(request: SearchRequest) -> SearchRequest:
    """What of a search its feed depends on: all but order and size."""
    return request.with_sort(None).with_size(FEED_SIZE).with_page(request.page)


def feed_url(request: SearchRequest) -> str:
    """The address of the feed of a search."""
    plain = SearchRequest(
        query=request.query,
        selections=request.selections,
        period=request.period,
        copies_of=request.copies_of,
    )
    return build_url(plain.with_page(request.page), FEED_PATH)


def build_feed(latest: Latest, place: Place) -> Feed:
    """The feed of that page of a search.

    Ids are made from the archive's name and the search or the article's id, so they stay the same
    under another address and after a correction.
    """
    asked = latest.request
    return Feed(
        id=_urn(place.title, feed_url(asked.with_page(1))),
        title=_text(f"{feed_title(asked)} – {place.title}"),
        updated=_moment(latest.newest),
        links=tuple(_iter_links(latest, place.address)),
        query=_text(asked.query),
        total=latest.total,
        first=(asked.page - 1) * asked.size + 1,
        size=asked.size,
        entries=tuple(_entry(arrival, place) for arrival in latest.arrivals),
    )


def feed_title(request: SearchRequest) -> str:
    """A search in words: its query, then its filters."""
    parts = [request.query.strip(), *_iter_filters(request)]
    return ", ".join(part for part in parts if part) or "All articles"


def _iter_filters(request: SearchRequest) -> Iterator[str]:
    for chosen in request.selections:
        label = FACET_FIELDS[chosen.facet].label.lower()
        for before, between, values in (
            ("", " or ", chosen.included),
            ("", " and ", chosen.required),
            ("not ", " or ", chosen.excluded),
        ):
            if values:
                names = between.join(_name(chosen.facet, value) for value in values)
                yield f"{before}{label} {names}"
    if request.period and request.period.start:
        yield f"from {request.period.start}"
    if request.period and request.period.last_day:
        yield f"to {request.period.last_day}"


def _name(facet: Facet, value: str) -> str:
    return country_name(value) or value if facet is Facet.COUNTRY else value


def _iter_links(latest: Latest, address: str) -> Iterator[FeedLink]:
    asked = latest.request

    def link(rel: str, page: int) -> FeedLink:
        return FeedLink(
            rel=rel,
            type="application/atom+xml",
            url=address + feed_url(asked.with_page(page)),
        )

    page_url = feed_url(asked.with_page(1)).replace(FEED_PATH, "/search", 1)
    yield FeedLink(rel="alternate", type="text/html", url=address + page_url)
    yield FeedLink(
        rel="search",
        type="application/opensearchdescription+xml",
        url=f"{address}/opensearch.xml",
    )
    yield link("self", asked.page)
    yield link("first", 1)
    if asked.page > 1:
        yield link("previous", asked.page - 1)
    if asked.page < latest.pages:
        yield link("next", asked.page + 1)
    yield link("last", max(latest.pages, 1))


def _entry(arrival: Arrival, place: Place) -> Entry:
    hit = arrival.hit
    return Entry(
        id=_urn(place.title, f"/article/{hit.id}"),
        title=_text(hit.title) or UNTITLED,
        url=place.address + article_url(hit.id),
        updated=_moment(arrival.arrived),
        published=_day(hit.date),
        authors=tuple(_text(author.label) for author in hit.authors),
        summary=_text(" … ".join(snippet.text.strip() for snippet in hit.snippets)),
        categories=tuple(_iter_categories(hit, place.address)),
    )


def _iter_categories(hit: Hit, address: str) -> Iterator[Category]:
    section = (Value(value=hit.section, label=hit.section),) if hit.section else ()
    for facet, values in (
        (Facet.SECTION, section),
        (Facet.COUNTRY, hit.countries),
        (Facet.PERSON, hit.persons),
    ):
        for value in values:
            yield Category(
                scheme=address + list_url(facet),
                term=_text(value.value),
                label=_text(value.label),
            )


def _urn(title: str, name: str) -> str:
    whole = f"{title}\n{name}".encode("utf-8", "replace").decode()
    return uuid.uuid5(_NAMESPACE, whole).urn


def _text(text: str) -> str:
    """A text without what XML 1.0 cannot hold."""
    return _NO_XML.sub("\ufffd", text)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _day(day: date | None) -> str | None:
    # Atom knows no days without a time.
    return f"{day.isoformat()}T00:00:00Z" if day else None
