"""The facets of the reference engine: each count is the total of another search."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from searchapp.countries import country_code, country_name
from searchapp.engine.storage.analysis import fold_text
from searchapp.search.facets import EXPANDED_FACET_LIMIT, FACET_FIELDS, FACET_LIMIT, NONE, Facet
from searchapp.search.holdings import Holdings
from searchapp.search.listing import ValueOrder
from searchapp.search.periods import (
    Level,
    Period,
    parent_value,
    period_label,
    period_level,
    period_value,
)
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket, FacetResult, Value


class Archive(Protocol):
    """What facets are counted over."""

    def count(self, request: SearchRequest) -> int: ...
    def values(self, facet: Facet) -> Iterable[Value]: ...
    def days(self) -> Iterable[date]: ...
    def article_dates(self) -> Iterable[date | None]: ...
    def spellings(self, facet: Facet, value: str) -> tuple[tuple[str, int], ...]: ...


def build_facets(archive: Archive, request: SearchRequest) -> Iterator[FacetResult]:
    for facet in FACET_FIELDS:
        if facet is Facet.DATE:
            yield build_dates(archive, request)
        else:
            yield build_values(archive, request, facet)


def with_listed_pages(request: SearchRequest, results: Iterable[FacetResult]) -> SearchRequest:
    """The request for pages of values that there are."""
    for result in results:
        listing = request.listing(result.facet)
        if listing.page > 1:
            last = max(1, -(-result.total // EXPANDED_FACET_LIMIT))
            request = request.with_listing(replace(listing, page=min(listing.page, last)))
    return request


def build_values(archive: Archive, request: SearchRequest, facet: Facet) -> FacetResult:
    labels = {value.value: value.label for value in archive.values(facet)}
    labels[NONE] = FACET_FIELDS[facet].none_label
    buckets = [
        build_bucket(
            archive, request, facet, value, labels.get(value) or absent_label(facet, value)
        )
        for value in {*labels, *chosen_values(request, facet)}
    ]
    listing = request.listing(facet)
    if listing.order is ValueOrder.NAME:
        buckets.sort(key=lambda b: (fold_text(b.label), b.value))
    else:
        buckets.sort(key=lambda b: (-b.count, fold_text(b.label), b.value))
    expanded = facet in request.expanded
    limit = EXPANDED_FACET_LIMIT if expanded else FACET_LIMIT
    offered = [
        b
        for b in buckets
        if b.count and not b.excluded and is_found(archive, facet, b, listing.find)
    ]
    page = min(listing.page, max(1, -(-len(offered) // limit)))
    listed = offered[(page - 1) * limit : page * limit]
    shown = [b for b in buckets if b in listed or is_chosen(b)]
    return FacetResult(
        facet=facet,
        buckets=tuple(shown),
        more=len(offered) > page * limit if expanded else any(b not in shown for b in offered),
        total=len(offered),
        first=(page - 1) * limit,
    )


def is_found(archive: Archive, facet: Facet, bucket: Bucket, find: str) -> bool:
    """Whether each word typed begins a word of the value's names, or all of them name it."""
    typed = fold_text(find)
    if not typed:
        return True
    if bucket.value == NONE:
        return False
    names = {bucket.label, *(spelling for spelling, _ in archive.spellings(facet, bucket.value))}
    words = {word for name in names for word in fold_text(name).split()}
    return (
        all(any(word.startswith(part) for word in words) for part in typed.split())
        or typed in (fold_text(bucket.value), fold_text(bucket.label))
        or (facet is Facet.COUNTRY and country_code(find) == bucket.value)
    )


def build_dates(archive: Archive, request: SearchRequest) -> FacetResult:
    """The parts of the chosen period in calendar order, then what else is chosen, then “none”."""
    parent = chosen_period(request)
    level = typed_level(request.period) if parent is None else period_level(parent).finer
    chosen = [value for value in chosen_values(request, Facet.DATE) if value != NONE]
    parts = sorted(
        value
        for value in {*(period_value(day, level) for day in archive.days()), *chosen}
        if period_level(value) is level and parent in (None, parent_value(value))
    )
    buckets = [
        build_bucket(archive, request, Facet.DATE, value, date_label(value))
        for value in dict.fromkeys([*parts, *chosen, NONE])
    ]
    return FacetResult(
        facet=Facet.DATE,
        buckets=tuple(b for b in buckets if b.count or is_chosen(b)),
        holdings=build_holdings(archive, request, level, parent),
    )


def typed_level(period: Period | None) -> Level:
    """Days for two months, months for three years, years for longer and for open periods."""
    if period is None or period.start is None or period.end is None:
        return Level.YEAR
    days = [period.start]
    while len(days) < 1200 and days[-1] < period.end - timedelta(days=1):
        days.append(days[-1] + timedelta(days=1))
    months = {period_value(day, Level.MONTH) for day in days}
    if len(days) <= 62:
        return Level.DAY
    return Level.MONTH if len(months) <= 36 else Level.YEAR


def build_holdings(
    archive: Archive, request: SearchRequest, level: Level, parent: str | None
) -> Holdings:
    """One article after the other, whatever was searched for."""
    days = list(archive.article_dates())
    dated = [day for day in days if day]
    inside = [
        day
        for day in dated
        if (parent is None or day.isoformat().startswith(parent))
        and (request.period is None or request.period.contains(day))
    ]
    return Holdings(
        level=level,
        periods=tuple(sorted(Counter(period_value(day, level) for day in inside).items())),
        undated=len(days) - len(dated),
        first=min(dated, default=None),
        last=max(dated, default=None),
    )


def is_chosen(bucket: Bucket) -> bool:
    return bucket.selected or bucket.excluded or bucket.required


def chosen_period(request: SearchRequest) -> str | None:
    """The smallest period that holds all chosen ones, a day standing for its month."""
    lines = [lineage(value) for value in request.selection(Facet.DATE).included if value != NONE]
    shared = [value for value in lines[0] if all(value in line for line in lines)] if lines else []
    return shared[-1] if shared else None


def lineage(value: str) -> list[str]:
    """The year and the month in which a calendar value lies, itself included unless it is a day."""
    year, *rest = value.split("-")
    return [year, f"{year}-{rest[0]}"] if rest else [year]


def chosen_values(request: SearchRequest, facet: Facet) -> tuple[str, ...]:
    chosen = request.selection(facet)
    return (*chosen.included, *chosen.excluded, *chosen.required)


def build_bucket(
    archive: Archive, request: SearchRequest, facet: Facet, value: str, label: str
) -> Bucket:
    chosen = request.selection(facet)
    return Bucket(
        value=value,
        label=label,
        count=archive.count(request.with_only(facet, value)),
        selected=value in chosen.included,
        excluded=value in chosen.excluded,
        required=value in chosen.required,
    )


def absent_label(facet: Facet, value: str) -> str:
    """What a chosen value is called that no article has."""
    return (country_name(value) if facet is Facet.COUNTRY else None) or value


def date_label(value: str) -> str:
    return FACET_FIELDS[Facet.DATE].none_label if value == NONE else period_label(value)
