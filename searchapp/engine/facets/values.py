"""The values of a facet of names: by count, then label, chosen ones always listed."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import numpy as np

from searchapp.engine.evaluation.largest import places_of_largest
from searchapp.engine.facets.counting import Counted, Counting
from searchapp.engine.storage.analysis import fold_text
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.columns import FacetColumn
from searchapp.search.facets import EXPANDED_FACET_LIMIT, FACET_FIELDS, FACET_LIMIT, NONE, Facet
from searchapp.search.listing import ValueOrder
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket, FacetResult
from searchapp.search.selection import Selection

_FEW = 256
"""So many values are sorted as quickly as the first of them are found."""

_Rank: TypeAlias = Callable[[Bucket], tuple[int, str, str]]


def list_values(counting: Counting, facet: Facet) -> FacetResult:
    """The facet's values with their counts: the first ones, or a page of all when expanded."""
    request = counting.request
    column = counting.reader.columns.facet(facet)
    listing = request.listing(facet)
    selection = request.selection(facet)
    if not (column.none or selection or listing.find):
        return _without_values(facet, len(counting.counted(facet).documents))
    numbers, counts = _occurring(column, counting.counted(facet), listing.find)
    expanded = facet in request.expanded
    limit = EXPANDED_FACET_LIMIT if expanded else FACET_LIMIT
    first = _first(listing.page, len(numbers), limit)
    best = _best(column, numbers, counts, listing.order, first + limit)[first:]
    top = zip(numbers.take(best).tolist(), counts.take(best).tolist(), strict=True)
    listed = [_bucket(column, facet, number, count) for number, count in top]
    shown = len(listed)
    if selection:
        listed = [_chosen(bucket, selection) for bucket in listed]
        kept = {bucket.value for bucket in listed}
        listed += [counting.bucket(facet, value) for value in selection.chosen if value not in kept]
        listed.sort(key=_RANKS[listing.order])
        shown = sum(bucket.count > 0 and not bucket.excluded for bucket in listed)
    return FacetResult(
        facet=facet,
        buckets=tuple(listed),
        more=len(numbers) > (first + limit if expanded else shown),
        total=len(numbers),
        first=first,
    )


def _without_values(facet: Facet, articles: int) -> FacetResult:
    """A facet of which no article of the archive has a value."""
    bucket = Bucket(NONE, FACET_FIELDS[facet].none_label, articles)
    return FacetResult(facet=facet, buckets=(bucket,) * bool(articles), total=int(articles > 0))


def with_pages_listed(request: SearchRequest, results: tuple[FacetResult, ...]) -> SearchRequest:
    """The request for the pages of values that are listed: the last ones in place of later ones."""
    for result in results:
        listing = request.listing(result.facet)
        if listing.page > 1:
            page = result.first // EXPANDED_FACET_LIMIT + 1
            request = request.with_listing(replace(listing, page=page))
    return request


def _occurring(column: FacetColumn, counted: Counted, find: str) -> tuple[Ints, Ints]:
    """The numbers that occur, of values found by a few letters if there are any, and counts."""
    numbers, counts = counted.occurring(column)
    if not (find and fold_text(find)):
        return numbers, counts
    found = np.flatnonzero(np.isin(numbers, column.find(find), assume_unique=True))
    return numbers.take(found), counts.take(found)


def _first(page: int, total: int, limit: int) -> int:
    """How many values come before a page, or before the last one when there is no such page."""
    last_page = max(1, -(-total // limit))
    return (min(page, last_page) - 1) * limit


def _best(column: FacetColumn, numbers: Ints, counts: Ints, order: ValueOrder, limit: int) -> Ints:
    """The places of the first numbers in an order."""
    keys = np.negative(column.label_ranks.take(numbers), dtype=np.int64)
    if order is ValueOrder.COUNT:
        keys += counts * len(column.label_ranks)
    if len(keys) <= _FEW:
        return keys.argsort()[: -limit - 1 : -1]
    best = places_of_largest(keys, limit)
    return best.take(keys.take(best).argsort()[: -limit - 1 : -1])


def _bucket(column: FacetColumn, facet: Facet, number: int, count: int) -> Bucket:
    if number == column.none:
        return Bucket(value=NONE, label=FACET_FIELDS[facet].none_label, count=count)
    shown = column.value(number)
    return Bucket(shown.value, shown.label, count)


def _chosen(bucket: Bucket, selection: Selection) -> Bucket:
    return bucket._replace(
        selected=bucket.value in selection.included,
        excluded=bucket.value in selection.excluded,
        required=bucket.value in selection.required,
    )


def _by_count(bucket: Bucket) -> tuple[int, str, str]:
    return -bucket.count, fold_text(bucket.label), bucket.value


def _by_name(bucket: Bucket) -> tuple[int, str, str]:
    return 0, fold_text(bucket.label), bucket.value


_RANKS: dict[ValueOrder, _Rank] = {ValueOrder.COUNT: _by_count, ValueOrder.NAME: _by_name}
