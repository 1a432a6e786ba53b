"""What hypothesis draws requests from: canonical ones, as pages make them by clicks."""

from datetime import date

from hypothesis import strategies as st

from searchapp.search.facets import Facet
from searchapp.search.listing import Listing, ValueOrder
from searchapp.search.periods import Level, Period, period_value
from searchapp.search.request import SearchRequest, SortOrder

FACETS = st.sampled_from(Facet)
# What a form can send after cleaning: no control characters, no half pairs, no blank ends.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(
    lambda text: text == text.strip()
)
CALENDAR_VALUES = st.builds(period_value, st.dates(), st.sampled_from(Level))
VALUES = TEXTS | st.sampled_from(["RU", "CN", "none", "a&b=c", "100 %", "#1", "+", "München"])
DATE_VALUES = CALENDAR_VALUES | st.just("none")


@st.composite
def periods(draw: st.DrawFn) -> Period | None:
    """A typed period as parse_range makes it: with at least one end, and not empty."""
    one, other = sorted((draw(st.dates()), draw(st.dates())))
    start = draw(st.sampled_from([one, None]))
    end = draw(st.sampled_from([other, None]))
    if start == end or (start is None and end == date.min):
        return None
    return Period(start=start, end=end)


@st.composite
def requests(draw: st.DrawFn) -> SearchRequest:
    """A request reached from an empty one by typing and clicking."""
    request = SearchRequest(query=draw(st.just("") | TEXTS), sort=draw(st.none() | SORTS))
    request = request.with_period(draw(periods())).with_size(draw(st.integers(1, 100)))
    for facet in draw(st.lists(FACETS, max_size=6)):
        value = draw(DATE_VALUES if facet is Facet.DATE else VALUES)
        click = draw(st.sampled_from(["value", "excluded", "only"]))
        if click == "value":
            request = request.with_value(facet, value)
        elif click == "excluded":
            request = request.with_excluded(facet, value)
        else:
            request = request.with_only(facet, value)
    for facet in draw(st.lists(FACETS, max_size=2)):
        request = request.with_expanded(facet)
        if facet is not Facet.DATE:
            request = request.with_listing(draw(listings(facet)))
    return request.with_page(draw(st.integers(1, 1_000_000)))


def listings(facet: Facet) -> st.SearchStrategy[Listing]:
    """Ways of reading a facet's full list."""
    return st.builds(
        Listing,
        facet=st.just(facet),
        find=st.just("") | TEXTS,
        order=st.sampled_from(ValueOrder),
        page=st.integers(1, 1_000_000),
    )


SORTS = st.sampled_from(SortOrder)
