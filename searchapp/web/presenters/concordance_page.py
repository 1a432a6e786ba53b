"""Words in context: one line for each place where the query's words stand."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from searchapp.search.concordance import (
    MOST_ARTICLES,
    MOST_LINES,
    MOST_READ,
    Concordance,
    ConcordanceRequest,
    Line,
    LineOrder,
)
from searchapp.search.request import SearchRequest, SortOrder
from searchapp.search.response import SearchResponse
from searchapp.search.wording import articles, counted, number
from searchapp.web.presenters.hits import UNTITLED
from searchapp.web.presenters.links import build_article_link
from searchapp.web.presenters.paging import Choice, PageLinks, link_pages
from searchapp.web.presenters.views import (
    CONCORDANCE,
    Extra,
    ViewHead,
    build_view_head,
    result_of,
    view_url,
)
from searchapp.web.presenters.wording import day_label

CSV_COLUMNS = ("Date", "Title", "Zone", "Left", "Word", "Right", "Article", "Position")
_WORD_ORDERS = (
    (LineOrder.LEFT, "1st word left"),
    (LineOrder.LEFT2, "2nd word left"),
    (LineOrder.WORD, "word itself"),
    (LineOrder.RIGHT, "1st word right"),
    (LineOrder.RIGHT2, "2nd word right"),
)
_FIRST = {
    SortOrder.RELEVANCE: "most relevant",
    SortOrder.NEWEST: "newest",
    SortOrder.OLDEST: "oldest",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A line: where it leads, what it says."""

    url: str
    left: str
    word: str
    right: str
    title: str
    day: str | None
    day_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcordancePage:
    """A page of lines; `limits` says what was read when it was not everything."""

    head: ViewHead
    summary: str
    limits: str
    empty: str
    orders: tuple[Choice, ...]
    lines: tuple[LineView, ...]
    pages: PageLinks | None
    csv_url: str
    csv_note: str


def parse_concordance_request(
    request: SearchRequest, args: Mapping[str, str]
) -> tuple[SearchRequest, ConcordanceRequest]:
    """The search behind an address, and how its lines are wanted; pages are pages of lines."""
    order = args.get("by", "")
    asked = ConcordanceRequest(
        order=LineOrder(order) if order in tuple(LineOrder) else LineOrder.ARTICLE,
        page=request.page,
    )
    return result_of(request), asked


def build_concordance_page(found: Concordance, response: SearchResponse) -> ConcordancePage:
    """The page of a concordance; `response` is the answer to the same request."""
    asked, request = found.asked, found.request
    extra = _extra(asked.order)

    def url_of(page: int) -> str:
        return view_url(CONCORDANCE, request, (*extra, ("page", "" if page == 1 else str(page))))

    return ConcordancePage(
        head=build_view_head(response, CONCORDANCE, extra),
        summary=_summary(found),
        limits=_limits(found),
        empty=_empty(found),
        orders=tuple(_iter_orders(request, asked.order)),
        lines=tuple(_line(request, line) for line in found.lines),
        pages=link_pages(asked.page, found.pages, url_of),
        csv_url=view_url(f"{CONCORDANCE}.csv", request),
        csv_note=(
            f"of the first {articles(MOST_READ)}" if found.total > MOST_READ else "of all articles"
        ),
    )


def iter_line_rows(lines: Iterable[Line]) -> Iterator[tuple[str, ...]]:
    """The lines as rows of a table, its head first."""
    yield CSV_COLUMNS
    for line in lines:
        yield (
            line.date.isoformat() if line.date else "",
            line.title,
            line.zone.value,
            line.left,
            line.word,
            line.right,
            line.article_id,
            str(line.start),
        )


def _iter_orders(request: SearchRequest, current: LineOrder) -> Iterator[Choice]:
    for sort in SortOrder:
        explicit = None if request.with_sort(None).order is sort else sort
        yield Choice(
            label=sort.value.capitalize(),
            url=view_url(CONCORDANCE, request.with_sort(explicit)),
            current=current is LineOrder.ARTICLE and request.order is sort,
        )
    for order, label in _WORD_ORDERS:
        url = view_url(CONCORDANCE, request, _extra(order))
        yield Choice(label=label.capitalize(), url=url, current=order is current)


def _extra(order: LineOrder) -> Extra:
    return () if order is LineOrder.ARTICLE else (("by", order.value),)


def _summary(found: Concordance) -> str:
    if not found.line_count:
        return ""
    return (
        f"{counted(found.line_count, 'occurrence', 'occurrences')}, {articles(found.articles)} read"
    )


def _limits(found: Concordance) -> str:
    """What was not read, when something was not."""
    if not found.articles or found.articles == found.total:
        return ""
    why = (
        "no more are read for a page"
        if found.articles == MOST_ARTICLES
        else f"reading stops after {number(MOST_LINES)} occurrences"
    )
    first = _FIRST[found.request.order]
    return (
        f"These are from the {first} {number(found.articles)} of {articles(found.total)}; {why}. "
        "Narrow the search, or take the CSV."
    )


def _empty(found: Concordance) -> str:
    if found.lines:
        return ""
    if not found.request.query.strip():
        return "Type one or more words to see every place where they stand."
    if not found.total:
        return "No articles found."
    return (
        "The query found articles, but no words in their text: it asks for names, dates or "
        "fields only."
    )


def _line(request: SearchRequest, line: Line) -> LineView:
    return LineView(
        url=build_article_link(line.article_id, request, place=line.start),
        left=line.left,
        word=line.word,
        right=line.right,
        title=line.title or UNTITLED,
        day=line.date.isoformat() if line.date else None,
        day_label=day_label(line.date) if line.date else "Undated",
    )
