"""Facets as groups of checkboxes; dates have a view of their own."""

from dataclasses import dataclass

from searchapp.search.facets import FACET_FIELDS, NONE, VALUE_FACETS, Facet
from searchapp.search.periods import period_label
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket, FacetResult, SearchResponse
from searchapp.search.url import build_url
from searchapp.web.presenters.ids import stable_id
from searchapp.web.presenters.wording import number


@dataclass(frozen=True, slots=True, kw_only=True)
class BucketView:
    """A checkbox: `name` and `value` are what it sends; an excluded value sends its exclusion.

    `id` is the same for the same value on every page, so that focus survives an update.
    """

    id: str
    name: str
    value: str
    label: str
    count: str
    checked: bool
    excluded: bool
    none: bool
    exclude_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetView:
    """A group of checkboxes; the URLs list all of its values, or the first ones again."""

    facet: Facet
    label: str
    plural: str
    buckets: tuple[BucketView, ...]
    more: bool
    expanded: bool
    all_url: str
    fewer_url: str
    clear_url: str | None


def build_facet_views(response: SearchResponse) -> tuple[FacetView, ...]:
    """The facets that have something to choose, in the order of the facet table."""
    results = (response.facet(facet) for facet in VALUE_FACETS)
    return tuple(_facet(response.request, result) for result in results if _offers(result))


def label_of(response: SearchResponse, facet: Facet, value: str) -> str:
    """The label of a chosen value, which the facet's buckets know."""
    if value == NONE:
        return FACET_FIELDS[facet].none_label
    if facet is Facet.DATE:
        return period_label(value)
    buckets = response.facet(facet).buckets
    return next((bucket.label for bucket in buckets if bucket.value == value), value)


def _offers(result: FacetResult) -> bool:
    return any(
        bucket.value != NONE or bucket.selected or bucket.excluded for bucket in result.buckets
    )


def _facet(request: SearchRequest, result: FacetResult) -> FacetView:
    facet = result.facet
    field = FACET_FIELDS[facet]
    return FacetView(
        facet=facet,
        label=field.label,
        plural=field.plural.lower(),
        buckets=tuple(_bucket(request, facet, bucket) for bucket in result.buckets),
        more=result.more,
        expanded=facet in request.expanded,
        all_url=build_url(request.with_expanded(facet)),
        fewer_url=build_url(request.without_expanded(facet)),
        clear_url=(build_url(request.without_facet(facet)) if request.selection(facet) else None),
    )


def _bucket(request: SearchRequest, facet: Facet, bucket: Bucket) -> BucketView:
    if bucket.excluded:
        other = request.without_value(facet, bucket.value)
    else:
        other = request.with_excluded(facet, bucket.value)
    return BucketView(
        id=stable_id(facet, bucket.value),
        name=f"not-{facet}" if bucket.excluded else facet.value,
        value=bucket.value,
        label=FACET_FIELDS[facet].none_label if bucket.value == NONE else bucket.label,
        count=number(bucket.count),
        checked=bucket.selected or bucket.excluded,
        excluded=bucket.excluded,
        none=bucket.value == NONE,
        exclude_url=build_url(other),
    )
