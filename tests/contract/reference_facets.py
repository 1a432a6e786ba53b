"""The facets of the reference engine: each count is the total of another search."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from searchapp.countries import country_name
from searchapp.engine.storage.analysis import fold_text
from searchapp.search.facets import EXPANDED_FACET_LIMIT, FACET_FIELDS, FACET_LIMIT, NONE, Facet
from searchapp.search.periods import Level, parent_value, period_label, period_level, period_value
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket, FacetResult, Value


class Archive(Protocol):
    """What facets are counted over."""

    def count(self, request: SearchRequest) -> int: ...
    def values(self, facet: Facet) -> Iterable[Value]: ...
    def days(self) -> Iterable[date]: ...


def build_facets(archive: Archive, request: SearchRequest) -> Iterator[FacetResult]:
    for facet in FACET_FIELDS:
        if facet is Facet.DATE:
            yield build_dates(archive, request)
        else:
            yield build_values(archive, request, facet)


def build_values(archive: Archive, request: SearchRequest, facet: Facet) -> FacetResult:
    labels = {value.value: value.label for value in archive.values(facet)}
    labels[NONE] = FACET_FIELDS[facet].none_label
    buckets = [
        build_bucket(
            archive, request, facet, value, labels.get(value) or absent_label(facet, value)
        )
        for value in {*labels, *chosen_values(request, facet)}
    ]
    buckets.sort(key=lambda b: (-b.count, fold_text(b.label), b.value))
    limit = EXPANDED_FACET_LIMIT if facet in request.expanded else FACET_LIMIT
    offered = [b for b in buckets if b.count and not b.excluded]
    listed = [b for b in buckets if b in offered[:limit] or b.selected or b.excluded]
    return FacetResult(
        facet=facet,
        buckets=tuple(listed),
        more=any(b not in listed for b in offered),
    )


def build_dates(archive: Archive, request: SearchRequest) -> FacetResult:
    """The parts of the chosen period in calendar order, then what else is chosen, then “none”."""
    parent = chosen_period(request)
    level = Level.YEAR if parent is None else period_level(parent).finer
    chosen = [value for value in chosen_values(request, Facet.DATE) if value != NONE]
    parts = sorted(
        value
        for value in {*(period_value(day, level) for day in archive.days()), *chosen}
        if parent_value(value) == parent
    )
    buckets = [
        build_bucket(archive, request, Facet.DATE, value, date_label(value))
        for value in dict.fromkeys([*parts, *chosen, NONE])
    ]
    return FacetResult(
        facet=Facet.DATE,
        buckets=tuple(b for b in buckets if b.count or b.selected or b.excluded),
    )


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
    return (*chosen.included, *chosen.excluded)


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
    )


def absent_label(facet: Facet, value: str) -> str:
    """What a chosen value is called that no article has."""
    return (country_name(value) if facet is Facet.COUNTRY else None) or value


def date_label(value: str) -> str:
    return FACET_FIELDS[Facet.DATE].none_label if value == NONE else period_label(value)
