"""The values of a facet of names: by count, then label, chosen ones always listed."""

import numpy as np

from searchapp.engine.facets.counting import Counting
from searchapp.engine.storage.analysis import fold_text
from searchapp.search.facets import EXPANDED_FACET_LIMIT, FACET_LIMIT, NONE, Facet
from searchapp.search.response import Bucket, FacetResult


def list_values(counting: Counting, facet: Facet) -> FacetResult:
    """The facet's values with their counts."""
    selection = counting.request.selection(facet)
    column = counting.reader.columns.facet(facet)
    mask = counting.counted(selection)
    counts = column.counts(mask)
    limit = EXPANDED_FACET_LIMIT if facet in counting.request.expanded else FACET_LIMIT
    present = np.flatnonzero(counts)
    order = np.lexsort((column.label_ranks[present], -counts[present]))
    listed = [
        counting.bucket(facet, column.values[number], int(counts[number]))
        for number in present[order][:limit].tolist()
    ]
    without = int(np.count_nonzero(mask & column.empty()))
    if without:
        listed.append(counting.bucket(facet, NONE, without))
    listed = sorted(listed, key=_rank)[:limit]
    kept = {bucket.value for bucket in listed}
    chosen = dict.fromkeys((*selection.included, *selection.excluded))
    listed += [counting.bucket(facet, value) for value in chosen if value not in kept]
    shown = sum(bucket.count > 0 and not bucket.excluded for bucket in listed)
    return FacetResult(
        facet=facet,
        buckets=tuple(sorted(listed, key=_rank)),
        more=len(present) + bool(without) > shown,
    )


def _rank(bucket: Bucket) -> tuple[int, str, str]:
    return -bucket.count, fold_text(bucket.label), bucket.value
