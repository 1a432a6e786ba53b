"""One person, country or author: over time, in whose company, how written, newest articles."""

from collections.abc import Iterable
from dataclasses import dataclass

from searchapp.search.facets import FACET_FIELDS, NONE, VALUE_FACETS, Facet
from searchapp.search.periods import Level
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket, Hit, SearchResponse
from searchapp.search.url import build_url
from searchapp.search.value_list import ListedValue
from searchapp.search.wording import articles, number
from searchapp.web.presenters.archive_links import list_url, value_url
from searchapp.web.presenters.facets import label_of
from searchapp.web.presenters.hits import UNTITLED
from searchapp.web.presenters.links import build_article_link
from searchapp.web.presenters.timeline import Timeline, build_timeline
from searchapp.web.presenters.views import view_url
from searchapp.web.presenters.wording import day_label

NEWEST = 5
MOST_YEARS_BY_MONTH = 3
"""Values that span so few years are shown by month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A value that appears in the same articles; its number leads to those."""

    label: str
    url: str
    count: str
    search_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyList:
    """The most frequent company in one facet."""

    heading: str
    values: tuple[Company, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArticle:
    """One of the newest articles."""

    title: str
    url: str
    day: str | None
    day_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValuePage:
    """Everything about one value."""

    title: str
    kind: str
    plural: str
    all_url: str
    canonical: str
    count: str
    period: str
    search_url: str
    feed_url: str
    grid_url: str
    spellings: tuple[tuple[str, str], ...]
    timeline: Timeline | None
    company: tuple[CompanyList, ...]
    newest: tuple[NewArticle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingValue:
    """The page of a value that no article has, with some that are called alike."""

    heading: str
    plural: str
    all_url: str
    alike: tuple[tuple[str, str], ...]


def value_request(facet: Facet, value: str) -> SearchRequest:
    """The search whose facets tell in whose company a value appears."""
    return SearchRequest(size=NEWEST).with_required(facet, value)


def months_wanted(response: SearchResponse) -> tuple[str, ...]:
    """The years whose months the timeline needs: those of a value that spans few of them."""
    years = tuple(b.value for b in response.facet(Facet.DATE).buckets if b.value != NONE)
    by_month = bool(years) and int(years[-1]) - int(years[0]) < MOST_YEARS_BY_MONTH
    return years if by_month else ()


def build_value_page(
    facet: Facet,
    response: SearchResponse,
    oldest: Hit | None,
    months: tuple[Bucket, ...],
    spellings: tuple[tuple[str, int], ...],
) -> ValuePage:
    """The page of the value that a `value_request` was answered for.

    `oldest` is the first of its articles, `months` those of the years that `months_wanted` named.
    """
    [value] = response.request.selection(facet).required
    field, label = FACET_FIELDS[facet], label_of(response, facet, value)
    search = SearchRequest().with_only(facet, value)
    return ValuePage(
        title=label,
        kind=field.label,
        plural=field.plural,
        all_url=list_url(facet),
        canonical=value_url(facet, value),
        count=articles(response.total),
        period=_period(oldest, response.hits),
        search_url=build_url(search),
        feed_url=build_url(search, "/search.atom"),
        grid_url=view_url("/grid", search),
        spellings=_spellings(label, spellings),
        timeline=_timeline(search, response, months),
        company=tuple(_iter_company(search, facet, value, response)),
        newest=tuple(_new_article(search, hit) for hit in response.hits),
    )


def build_missing_value(facet: Facet, value: str, alike: Iterable[ListedValue]) -> MissingValue:
    """The page that says that no article has that value."""
    field = FACET_FIELDS[facet]
    shown = value if len(value) <= 80 else f"{value[:80]}…"
    return MissingValue(
        heading=f"No {field.label.lower()} of this archive is called “{shown}”",
        plural=field.plural.lower(),
        all_url=list_url(facet),
        alike=tuple((other.label, value_url(facet, other.value)) for other in alike),
    )


def beginnings(value: str) -> tuple[str, ...]:
    """What to look for when a name is not known: its longest word, then ever shorter beginnings."""
    longest = max(value.split(), key=len, default="")[:40]
    return tuple(longest[:length] for length in range(len(longest), 2, -1))


def _period(oldest: Hit | None, newest: tuple[Hit, ...]) -> str:
    first = oldest.date if oldest else None
    last = newest[0].date if newest else None
    if first is None or last is None:
        return ""
    return day_label(first) if first == last else f"{day_label(first)} to {day_label(last)}"


def _spellings(label: str, spellings: tuple[tuple[str, int], ...]) -> tuple[tuple[str, str], ...]:
    other = any(text != label for text, _ in spellings)
    return tuple((text, number(count)) for text, count in spellings) if other else ()


def _timeline(
    search: SearchRequest, response: SearchResponse, months: tuple[Bucket, ...]
) -> Timeline | None:
    if months:
        return build_timeline(search, Level.MONTH, months)
    years = [bucket for bucket in response.facet(Facet.DATE).buckets if bucket.value != NONE]
    return build_timeline(search, Level.YEAR, years)


def _iter_company(
    search: SearchRequest, facet: Facet, value: str, response: SearchResponse
) -> Iterable[CompanyList]:
    for other in VALUE_FACETS:
        buckets = [
            bucket
            for bucket in response.facet(other).buckets
            if bucket.count and bucket.value != NONE and (other, bucket.value) != (facet, value)
        ]
        if buckets:
            values = tuple(_company(search, other, bucket) for bucket in buckets)
            yield CompanyList(heading=FACET_FIELDS[other].plural, values=values)


def _company(search: SearchRequest, facet: Facet, bucket: Bucket) -> Company:
    return Company(
        label=bucket.label,
        url=value_url(facet, bucket.value),
        count=number(bucket.count),
        search_url=build_url(search.narrowed_to(facet, bucket.value)),
    )


def _new_article(search: SearchRequest, hit: Hit) -> NewArticle:
    return NewArticle(
        title=hit.title or UNTITLED,
        url=build_article_link(hit.id, search),
        day=hit.date.isoformat() if hit.date else None,
        day_label=day_label(hit.date) if hit.date else "Undated",
    )
