"""A result to take along: as a feed to follow, as a table, as JSON."""

from dataclasses import dataclass
from typing import Final

from searchapp.search.request import SearchRequest
from searchapp.search.url import build_url
from searchapp.web.presenters.feed import feed_url

CSV_PATH: Final = "/search.csv"
JSON_PATH: Final = "/search.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exports:
    """The addresses of a result's other forms: the feed and the table have all of its pages."""

    feed: str
    csv: str
    json: str


def build_exports(request: SearchRequest) -> Exports:
    """The other forms of the answer to that request."""
    first = request.with_page(1)
    return Exports(
        feed=feed_url(first), csv=build_url(first, CSV_PATH), json=build_url(request, JSON_PATH)
    )
