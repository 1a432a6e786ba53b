"""All persons, countries or authors of the archive: A–Z or by count, with a chart for each."""

from collections.abc import Mapping
from dataclasses import dataclass

from searchapp.search.facets import FACET_FIELDS, VALUE_FACETS, Facet
from searchapp.search.request import SearchRequest
from searchapp.search.url import build_url
from searchapp.search.value_list import ListedValue, ListOrder, ListRequest, ValueList
from searchapp.search.wording import counted, number
from searchapp.web.presenters.archive_links import list_url, value_url
from searchapp.web.presenters.paging import Choice, PageLinks, link_pages
from searchapp.web.presenters.sparkline import Sparkline, build_sparkline

_MOST_WORDS = 256
_MOST_DIGITS = 6
_ORDER_LABELS = {ListOrder.COUNT: "Most articles", ListOrder.NAME: "A–Z"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """A value: its page, and the search that its number of articles stands for."""

    label: str
    url: str
    count: str
    search_url: str
    chart: Sparkline | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ValuesPage:
    """A page of the list; `fields` are the hidden inputs of the form that looks for a name."""

    heading: str
    noun: str
    summary: str
    words: str
    action: str
    fields: tuple[tuple[str, str], ...]
    facets: tuple[Choice, ...]
    orders: tuple[Choice, ...]
    letters: tuple[Choice, ...]
    rows: tuple[ValueRow, ...]
    charted: bool
    empty: str
    all_url: str
    pages: PageLinks | None


def parse_list_request(facet: Facet, args: Mapping[str, str]) -> ListRequest:
    """What an address asks for; what cannot be used falls back to its default."""
    order, page = args.get("order", ""), args.get("page", "")
    whole = page.isascii() and page.isdigit() and len(page) <= _MOST_DIGITS
    return ListRequest(
        facet=facet,
        words=args.get("find", "").strip()[:_MOST_WORDS],
        letter=args.get("letter", "").strip()[:1].upper(),
        order=ListOrder(order) if order in tuple(ListOrder) else ListOrder.COUNT,
        page=int(page) if whole else 1,
    )


def build_values_page(found: ValueList) -> ValuesPage:
    """The page for those values."""
    asked = found.request
    field = FACET_FIELDS[asked.facet]
    return ValuesPage(
        heading=field.plural,
        noun=field.label.lower(),
        summary=_summary(found),
        words=asked.words,
        action=list_url(asked.facet),
        fields=(("order", asked.order.value),) if asked.order is not ListOrder.COUNT else (),
        facets=tuple(
            Choice(
                label=FACET_FIELDS[facet].plural,
                url=list_url(facet),
                current=facet is asked.facet,
            )
            for facet in VALUE_FACETS
        ),
        orders=tuple(
            Choice(
                label=_ORDER_LABELS[order],
                url=_url(asked, order=order, letter=asked.letter),
                current=order is asked.order,
            )
            for order in ListOrder
        ),
        letters=_letters(found),
        rows=tuple(_row(asked.facet, value, found.years) for value in found.values),
        charted=len(found.years) > 1,
        empty=_empty(found),
        all_url=list_url(asked.facet),
        pages=link_pages(
            asked.page,
            found.pages,
            lambda page: _url(asked, order=asked.order, letter=asked.letter, page=page),
        ),
    )


def _url(asked: ListRequest, *, order: ListOrder, letter: str, page: int = 1) -> str:
    return list_url(
        asked.facet,
        find=asked.words,
        letter=letter,
        order="" if order is ListOrder.COUNT else order.value,
        page="" if page == 1 else str(page),
    )


def _summary(found: ValueList) -> str:
    """ "18,120 persons", "12 of 18,120 persons"."""
    field = FACET_FIELDS[found.request.facet]
    known = counted(found.known, field.label.lower(), field.plural.lower())
    return known if found.total == found.known else f"{number(found.total)} of {known}"


def _letters(found: ValueList) -> tuple[Choice, ...]:
    """The first letters there are, the way back to all of them first; nothing for a short list."""
    asked = found.request
    if len(found.letters) < 2 and not asked.letter:
        return ()
    every = Choice(
        label="All", url=_url(asked, order=asked.order, letter=""), current=not asked.letter
    )
    return (
        every,
        *(
            Choice(
                label=letter,
                url=_url(asked, order=ListOrder.NAME, letter=letter),
                current=letter == asked.letter,
            )
            for letter, _ in found.letters
        ),
    )


def _row(facet: Facet, value: ListedValue, years: tuple[str, ...]) -> ValueRow:
    return ValueRow(
        label=value.label,
        url=value_url(facet, value.value),
        count=number(value.count),
        search_url=build_url(SearchRequest().with_only(facet, value.value)),
        chart=build_sparkline(years, value.per_year),
    )


def _empty(found: ValueList) -> str:
    """What to say instead of a list."""
    if found.values:
        return ""
    plural = FACET_FIELDS[found.request.facet].plural.lower()
    if not found.known:
        return f"No article of this archive has {plural}."
    return f"None of the {plural} fits. Try the beginning of a name, or fewer words."
