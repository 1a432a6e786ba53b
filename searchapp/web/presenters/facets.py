"""Facets as groups of checkboxes; dates have a view of their own."""

from dataclasses import dataclass

from searchapp.search.facets import FACET_FIELDS, NONE, VALUE_FACETS, Facet
from searchapp.search.periods import period_label
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket, FacetResult, SearchResponse
from searchapp.search.url import build_url
from searchapp.search.wording import number
from searchapp.web.presenters.ids import stable_id
from searchapp.web.presenters.value_lists import ValueListView, build_value_list


@dataclass(frozen=True, slots=True, kw_only=True)
class BucketView:
    """A checkbox: `name` and `value` are what it sends, also for an excluded or required value.

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
    """A group of checkboxes; the URLs list all of its values, or the first ones again.

    `values` is what stands around them when all of them are listed.
    """

    facet: Facet
    label: str
    plural: str
    buckets: tuple[BucketView, ...]
    more: bool
    values: ValueListView | None
    all_url: str
    fewer_url: str
    clear_url: str | None


def build_facet_views(response: SearchResponse) -> tuple[FacetView, ...]:
    """The facets that have something to choose, in the order of the facet table."""
    results = (response.facet(facet) for facet in VALUE_FACETS)
    return tuple(
        build_facet_view(response, result.facet)
        for result in results
        if result.facet in response.request.expanded or _offers(result)
    )


def build_facet_view(response: SearchResponse, facet: Facet) -> FacetView:
    """One facet of that answer."""
    request, result, field = response.request, response.facet(facet), FACET_FIELDS[facet]
    return FacetView(
        facet=facet,
        label=field.label,
        plural=field.plural.lower(),
        buckets=tuple(_bucket(request, facet, bucket) for bucket in result.buckets),
        more=result.more,
        values=build_value_list(request, result),
        all_url=build_url(request.with_expanded(facet)),
        fewer_url=build_url(request.without_expanded(facet)),
        clear_url=build_url(request.without_facet(facet)) if request.selection(facet) else None,
    )


def label_of(response: SearchResponse, facet: Facet, value: str) -> str:
    """The label of a chosen value, which the facet's buckets know."""
    if value == NONE:
        return FACET_FIELDS[facet].none_label
    if facet is Facet.DATE:
        return period_label(value)
    buckets = response.facet(facet).buckets
    return next((bucket.label for bucket in buckets if bucket.value == value), value)


def _offers(result: FacetResult) -> bool:
    return any(bucket.value != NONE or _is_chosen(bucket) for bucket in result.buckets)


def _is_chosen(bucket: Bucket) -> bool:
    return bucket.selected or bucket.excluded or bucket.required


def _bucket(request: SearchRequest, facet: Facet, bucket: Bucket) -> BucketView:
    if bucket.excluded:
        other = request.without_value(facet, bucket.value)
    else:
        other = request.with_excluded(facet, bucket.value)
    return BucketView(
        id=stable_id(facet, bucket.value),
        name=_name(facet, bucket),
        value=bucket.value,
        label=FACET_FIELDS[facet].none_label if bucket.value == NONE else bucket.label,
        count=number(bucket.count),
        checked=_is_chosen(bucket),
        excluded=bucket.excluded,
        none=bucket.value == NONE,
        exclude_url=build_url(other),
    )


def _name(facet: Facet, bucket: Bucket) -> str:
    """The parameter that keeps the bucket chosen in the way in which it is."""
    if bucket.excluded:
        return f"not-{facet}"
    return f"and-{facet}" if bucket.required else facet.value
