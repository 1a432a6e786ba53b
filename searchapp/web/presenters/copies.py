"""Copies of an article: folded in a result, listed beside the article."""

from dataclasses import dataclass
from urllib.parse import urlencode

from searchapp.search.copies import Copies, Copy
from searchapp.search.request import SearchRequest
from searchapp.search.response import SearchResponse
from searchapp.search.url import build_url
from searchapp.search.wording import copies_among, number
from searchapp.web.presenters.hits import UNTITLED
from searchapp.web.presenters.links import build_article_link
from searchapp.web.presenters.paging import Choice
from searchapp.web.presenters.wording import day_label


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesSwitch:
    """What is done with the copies in a result, and the link that changes it."""

    text: str
    link: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyView:
    """A copy of the article being read, and the way to what differs."""

    url: str
    compare_url: str
    title: str
    day: str | None
    day_label: str | None
    facts: tuple[str, ...]
    likeness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesView:
    """The copies of the article being read; `all_link` leads to those that are not listed."""

    listed: tuple[CopyView, ...]
    all_link: Choice | None


def build_switch(response: SearchResponse) -> CopiesSwitch | None:
    """The switch between folded and shown copies, where there are any."""
    request = response.request
    if not response.copies:
        return None
    label = "Fold them" if request.copies_shown else "Show all"
    url = build_url(request.with_copies_shown(not request.copies_shown))
    link = Choice(label=label, url=url, current=False)
    return CopiesSwitch(text=copies_among(response), link=link)


def build_copies(article_id: str, request: SearchRequest, copies: Copies) -> CopiesView | None:
    """The copies of an article; their links remember the search behind the page."""
    if not copies.total:
        return None
    together = build_url(SearchRequest(copies_of=article_id))
    label = f"All {number(copies.total + 1)} together"
    more = copies.total > len(copies.listed)
    return CopiesView(
        listed=tuple(_build_copy(article_id, request, copy) for copy in copies.listed),
        all_link=Choice(label=label, url=together, current=False) if more else None,
    )


def compare_url(first: str, second: str) -> str:
    """The address of the comparison of two articles."""
    return f"/compare?{urlencode({'a': first, 'b': second})}"


def likeness_label(likeness: float) -> str:
    """How much two articles have in common: “97% of the words are the same”.

    Rounded down, so that 100% is said only where nothing differs.
    """
    return f"{int(likeness * 100)}% of the words are the same"


def _build_copy(article_id: str, request: SearchRequest, copy: Copy) -> CopyView:
    return CopyView(
        url=build_article_link(copy.id, request),
        compare_url=compare_url(article_id, copy.id),
        title=copy.title or UNTITLED,
        day=copy.date.isoformat() if copy.date else None,
        day_label=day_label(copy.date) if copy.date else None,
        facts=tuple(name for name in (copy.source, copy.section) if name),
        likeness=likeness_label(copy.likeness),
    )
