"""Links that several parts of a page share."""

from dataclasses import dataclass
from urllib.parse import urlencode

from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest
from searchapp.search.response import Value
from searchapp.search.url import article_url, build_args, build_url, encode_args

PLACE = "place"
"""The parameter of an article's address that names a place in its text, counted in code points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueLink:
    """A facet value of an article that leads to the search narrowed to it; `on` when it is."""

    facet: Facet
    label: str
    url: str
    on: bool = False


def build_value_link(request: SearchRequest, facet: Facet, value: Value) -> ValueLink:
    """The link that narrows the request to that value, or lets go of it when it is chosen."""
    on = value.value in request.selection(facet).included
    if on:
        target = request.without_value(facet, value.value)
    else:
        target = request.with_only(facet, value.value)
    return ValueLink(facet=facet, label=value.label, url=build_url(target), on=on)


def build_name_link(request: SearchRequest, facet: Facet, name: str | None) -> ValueLink | None:
    """As `build_value_link`, for facets of at most one value that is its own label."""
    return build_value_link(request, facet, Value(value=name, label=name)) if name else None


def build_why_link(article_id: str, request: SearchRequest) -> str:
    """The address that explains why an article is among the results of that search."""
    return f"/why?{urlencode([('id', article_id), *build_args(request)])}"


def build_article_link(article_id: str, request: SearchRequest, *, place: int | None = None) -> str:
    """The address of an article that remembers the search it was found by.

    With a place in its text it leads to the word that is marked there.
    """
    url = article_url(article_id)
    args = encode_args([*build_args(request), *([] if place is None else [(PLACE, str(place))])])
    if not args:
        return url
    return f"{url}{'&' if '?' in url else '?'}{args}"
