"""What hypothesis draws archives and requests from: few words and values, so that they collide."""

from hypothesis import strategies as st

from searchapp.article import Article
from searchapp.search.facets import NONE, VALUE_FACETS, Facet
from searchapp.search.limits import MAX_LENGTH
from searchapp.search.listing import Listing, ValueOrder
from searchapp.search.periods import parse_range
from searchapp.search.request import SearchRequest, SortOrder
from tests.contract.articles import build_article

COMMON = ("storm", "rain", "the", "talk")
WORDS = (
    *COMMON,
    *("storm", "storms", "Storm's", "stormy", "storn", "rain", "raining", "RAIN", "talk", "talked"),
    *("the", "of", "café", "Cafe", "cafe\u0301s", "U.S.", "us", "naïve", "Zürich", "x", "1999"),
    *("漢字", "don't", "well-known", "😀", "—"),
)
SIGNS = (" ", " ", " ", ", ", ". ", "\n", "-", "/", "  ")
NAMES = ("Xi Jinping", "Jinping Xi", "Anna Müller", "anna muller", "The Storm", "none of us", "X")
CODES = ("CN", "RU", "DE", "US")
DAYS = (
    *("2021-12-31", "2022-01-01", "2022-01-31", "2022-02-01", "2022-12-30", "2022-12-31"),
    *("1999-06-15", "0001-01-01", "9999-12-31"),
)
PERIOD_VALUES = ("2021", "2022", "2022-01", "2022-12", "2022-12-30", "1999-06-15", "9999", "2020")

IDS = st.sampled_from(["a", "b", "B", "a/b", "ä", "a b", "..", "#1", "1", "10", "2", "~"])


@st.composite
def texts(draw: st.DrawFn, longest: int = 8) -> str:
    """Some words with signs between them, without blanks at the ends; may be empty."""
    words = draw(st.lists(st.sampled_from(WORDS), max_size=longest))
    signs = draw(st.lists(st.sampled_from(SIGNS), min_size=len(words), max_size=len(words)))
    return "".join(word + sign for word, sign in zip(words, signs, strict=True)).strip()


def several(values: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=3, unique=True)


def articles(ids: st.SearchStrategy[str] = IDS) -> st.SearchStrategy[Article]:
    """Articles with text in any zone and values in any facet."""
    return st.builds(
        build_article,
        ids,
        title=texts(4),
        lede=texts(),
        body=st.lists(texts(12), max_size=3),
        caption=texts(4),
        byline=texts(3),
        agency_note=texts(3),
        debris=texts(3),
        day=st.none() | st.sampled_from(DAYS),
        authors=several(NAMES),
        countries=several(CODES[:2]),
        mentioned=several(CODES[2:]),
        persons=several(NAMES),
        section=st.none() | st.sampled_from(["politics", "Politics", "Food and drink"]),
        agency=st.none() | st.sampled_from(["dpa", "Reuters"]),
        source=st.none() | st.sampled_from(["Herald"]),
    )


def archives(largest: int = 8, *, smallest: int = 0) -> st.SearchStrategy[list[Article]]:
    """Articles with different ids."""
    return st.lists(
        articles(), min_size=smallest, max_size=largest, unique_by=lambda article: article.id
    )


def phrases(words: tuple[str, ...]) -> st.SearchStrategy[str]:
    inner = st.lists(st.sampled_from(words), min_size=1, max_size=3).map(" ".join)
    return st.builds('"{}"{}'.format, inner, st.sampled_from(["", "", "~2", "~5"]))


PARTS = st.one_of(
    st.sampled_from(WORDS),
    phrases(COMMON),
    phrases(WORDS),
    st.sampled_from(["sto*", "sto?m", "st*m", "caf*", "CAFÉ*", "ra?n*", "storm~", "tolk~", "19*"]),
)
NAME_PARTS = st.sampled_from(
    ["xi", "jinping", '"xi jinping"', '"jinping xi"~2', "mull*", "jinpin~", "the", NONE, "x", "!"]
)
ZONES = st.builds("{}:{}".format, st.sampled_from(["title", "body", "caption"]), PARTS)
FIELDS = st.one_of(
    ZONES,
    ZONES,
    st.builds("{}:{}".format, st.sampled_from(["author", "person", "section"]), NAME_PARTS),
    st.sampled_from(["agency:dpa", "source:herald", "source:none", "section:food"]),
    st.builds("country:{}".format, st.sampled_from(["RU", "china", '"United States"', NONE])),
    st.builds("date:{}".format, st.sampled_from([*PERIOD_VALUES, NONE, "[2022 TO]", "[TO 2022]"])),
)


def join(parts: list[str], operator: str) -> str:
    return operator.join(parts)


QUERIES = st.recursive(
    PARTS | PARTS | FIELDS,
    lambda inner: st.one_of(
        st.builds(
            join,
            st.lists(inner, min_size=2, max_size=3),
            st.sampled_from([" ", " OR ", " AND ", " -", " NOT "]),
        ),
        inner.map("({})".format),
        inner.map("NOT ({})".format),
        inner.map("-{}".format),
    ),
    max_leaves=5,
).filter(lambda query: len(query) <= MAX_LENGTH)


CLICKS = (
    *(SearchRequest.with_value, SearchRequest.with_excluded, SearchRequest.with_only),
    *(SearchRequest.with_required, SearchRequest.narrowed_to),
)


@st.composite
def requests(draw: st.DrawFn, queries: st.SearchStrategy[str] = QUERIES) -> SearchRequest:
    """A request reached by typing and clicking."""
    request = SearchRequest(
        query=draw(st.just("") | queries),
        sort=draw(st.none() | st.sampled_from(SortOrder)),
        size=draw(st.sampled_from([1, 3, 100])),
    )
    # Few facets with several clicks in each: what is chosen must get in its own way.
    clicked = [Facet.DATE, *draw(st.lists(st.sampled_from(VALUE_FACETS), max_size=2))]
    for facet in draw(st.lists(st.sampled_from(clicked), max_size=5)):
        click = draw(st.sampled_from(CLICKS))
        request = click(request, facet, draw(st.sampled_from(facet_values(facet))))
    if draw(st.integers(0, 3)) == 0:
        since = draw(st.sampled_from([None, "1999", "2020", "2022", "2022-01-31"]))
        until = draw(st.sampled_from([None, "2022-02", "2022", "2022-12-30", "9999"]))
        request = request.with_period(parse_range(since, until))
    for facet in draw(st.lists(st.sampled_from(Facet), max_size=1)):
        request = request.with_expanded(facet)
        if facet is not Facet.DATE:
            request = request.with_listing(draw(listings(facet)))
    return request.with_page(draw(st.sampled_from([1, 1, 2, 99])))


def listings(facet: Facet) -> st.SearchStrategy[Listing]:
    """Some letters to find values by, as names, codes and anything else begin, in any order."""
    typed = ["", "", "x", "JIN", "jinping xi", "mül an", "ch", "ru", "none", "p", "storm u", "!"]
    return st.builds(
        Listing,
        facet=st.just(facet),
        find=st.sampled_from(typed),
        order=st.sampled_from(ValueOrder),
        page=st.sampled_from([1, 1, 7]),
    )


def facet_values(facet: Facet) -> tuple[str, ...]:
    """Values that may occur, values that do not, and “none”."""
    if facet is Facet.DATE:
        return (*PERIOD_VALUES, NONE)
    if facet is Facet.COUNTRY:
        return (*CODES, NONE, "XX")
    known = {
        Facet.SECTION: ("politics", "Politics", "Food and drink"),
        Facet.AGENCY: ("dpa", "Reuters"),
        Facet.SOURCE: ("Herald",),
    }
    return (*known.get(facet, NAMES), NONE, "nobody")
