"""The answer as JSON: the one shape that `/search.json` and the command line print."""

from searchapp.search.facets import Facet
from searchapp.search.periods import Period
from searchapp.search.request import SearchRequest
from searchapp.search.response import (
    Bucket,
    FacetResult,
    Hit,
    SearchResponse,
    Snippet,
    Value,
)
from searchapp.search.url import article_url, build_url


def build_payload(response: SearchResponse) -> dict[str, object]:
    """The response in JSON's own types, under the documented names.

    Dates are ISO 8601, ranges are pairs of code points into their snippet's text, a bucket's
    `url` is the search page after choosing it, or after letting it go when it is chosen. `total`
    and `first` of a facet are None unless all of its values are listed.
    """
    return {
        "query": response.request.query,
        "total": response.total,
        "listed": response.listed,
        "took_ms": round(response.took_ms, 3),
        "page": response.request.page,
        "pages": response.pages,
        "size": response.request.size,
        "sort": response.request.order.value,
        **_period(response.request.period),
        "url": build_url(response.request),
        "previous": _page_url(response, response.request.page - 1),
        "next": _page_url(response, response.request.page + 1),
        "hits": [_hit(hit) for hit in response.hits],
        "facets": {
            result.facet.value: _facet(response.request, result) for result in response.facets
        },
        "did_you_mean": response.did_you_mean,
        "notes": list(response.notes),
    }


def toggled(request: SearchRequest, facet: Facet, bucket: Bucket) -> SearchRequest:
    """The request after a click on the bucket: chosen and excluded values are let go."""
    if bucket.selected or bucket.excluded or bucket.required:
        return request.without_value(facet, bucket.value)
    return request.with_value(facet, bucket.value)


def _period(period: Period | None) -> dict[str, str | None]:
    chosen = period or Period()
    ends = {"from": chosen.start, "to": chosen.last_day}
    return {name: day.isoformat() if day else None for name, day in ends.items()}


def _page_url(response: SearchResponse, page: int) -> str | None:
    """The address of another page of the answer; None where there is none."""
    if not 1 <= page <= response.pages:
        return None
    return build_url(response.request.with_page(page), "/search.json")


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.id,
        "title": hit.title,
        "date": hit.date.isoformat() if hit.date else None,
        "authors": _values(hit.authors),
        "countries": _values(hit.countries),
        "persons": _values(hit.persons),
        "section": hit.section,
        "agency": hit.agency,
        "source": hit.source,
        "path": hit.path,
        "score": hit.score,
        "similar": hit.similar,
        "snippets": [_snippet(snippet) for snippet in hit.snippets],
        "url": article_url(hit.id),
    }


def _snippet(snippet: Snippet) -> dict[str, object]:
    return {
        "zone": snippet.zone.value,
        "text": snippet.text,
        "ranges": [list(pair) for pair in snippet.ranges],
    }


def _values(values: tuple[Value, ...]) -> list[dict[str, str]]:
    return [{"value": value.value, "label": value.label} for value in values]


def _facet(request: SearchRequest, result: FacetResult) -> dict[str, object]:
    return {
        "buckets": [
            {
                "value": bucket.value,
                "label": bucket.label,
                "count": bucket.count,
                "selected": bucket.selected,
                "excluded": bucket.excluded,
                "required": bucket.required,
                "url": build_url(toggled(request, result.facet, bucket)),
            }
            for bucket in result.buckets
        ],
        "more": result.more,
        "total": result.total if result.facet in request.expanded else None,
        "first": result.first if result.facet in request.expanded else None,
    }
