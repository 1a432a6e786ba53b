"""The URL is the state: requests survive it, and nothing in it can do harm."""

from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.errors import InvalidFilter, UserError
from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.periods import parse_range
from searchapp.search.request import MAX_PAGE_SIZE, SearchRequest, SortOrder
from searchapp.search.selection import Selection
from searchapp.search.url import (
    MAX_VALUE_LENGTH,
    MAX_VALUES,
    article_url,
    build_args,
    build_selection,
    build_url,
    encode_args,
    parse_args,
)
from tests.unit.search.strategies import requests

NAMES = [
    *(name for facet in Facet for name in (facet.value, f"not-{facet}")),
    *("q", "from", "to", "sort", "size", "page", "all", "unknown", ""),
]
HOSTILE_VALUES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "none",
            "2022",
            "2022-13",
            "0000",
            "99999999",
            "-1",
            "0",
            "1e9",
            "9" * 50,
            "²",
            "٣",
            "../../x",
            "<script>alert(1)</script>",
            "{{7*7}}",
            "\x00",
            "\ud800",
            "a\r\nSet-Cookie: a=b",
            "x" * 5000,
            " ",
            "relevance",
            "country",
        ]
    ),
)
HOSTILE_ARGS = st.lists(st.tuples(st.sampled_from(NAMES), HOSTILE_VALUES), max_size=12)


def read_back(url: str) -> SearchRequest:
    return parse_args(parse_qsl(urlsplit(url).query, keep_blank_values=True, strict_parsing=True))


def test_an_empty_query_string_asks_for_everything() -> None:
    assert parse_args([]) == SearchRequest()
    assert build_url(SearchRequest()) == "/search"


def test_a_request_reads_like_a_sentence_in_the_address() -> None:
    request = (
        SearchRequest(query="video call", sort=SortOrder.OLDEST, size=25)
        .with_value(Facet.COUNTRY, "RU")
        .with_value(Facet.COUNTRY, "CN")
        .with_excluded(Facet.PERSON, "Xi Jinping")
        .with_period(parse_range("2022-01", "2022-06"))
        .with_expanded(Facet.AUTHOR)
        .with_page(3)
    )
    assert build_url(request) == (
        "/search?q=video+call&country=RU&country=CN&not-person=Xi+Jinping"
        "&from=2022-01-01&to=2022-06-30&all=author&sort=oldest&size=25&page=3"
    )


def test_another_page_can_carry_the_same_state() -> None:
    assert build_url(SearchRequest(query="a"), "/search.json") == "/search.json?q=a"


@given(requests())
def test_a_request_survives_its_address(request: SearchRequest) -> None:
    assert read_back(build_url(request)) == request


@given(requests())
def test_an_address_is_plain_ascii_without_spaces(request: SearchRequest) -> None:
    url = build_url(request)
    assert url.isascii()
    assert url.isprintable()
    assert " " not in url


@given(HOSTILE_ARGS)
def test_any_arguments_make_a_request_or_a_user_error(args: list[tuple[str, str]]) -> None:
    try:
        request = parse_args(args)
    except UserError as error:
        assert len(str(error)) < 300
        return
    assert request.page >= 1
    assert 1 <= request.size <= MAX_PAGE_SIZE
    assert read_back(build_url(request)) == request


@given(st.binary(max_size=60))
def test_any_bytes_after_the_question_mark_make_a_request_or_a_user_error(raw: bytes) -> None:
    pairs = parse_qsl(raw.decode("latin-1"), errors="surrogateescape")
    try:
        request = parse_args(pairs)
    except UserError:
        return
    assert read_back(build_url(request)) == request


def chosen(facet: Facet, value: str) -> SearchRequest:
    return SearchRequest().with_value(facet, value)


@pytest.mark.parametrize(
    ("query_string", "request_"),
    [
        ("q=++storm++", SearchRequest(query="storm")),
        ("q=a&q=b", SearchRequest(query="a")),
        ("q=a%00b%09c%0Ad", SearchRequest(query="a b c d")),
        ("q=%ff", SearchRequest(query="\ufffd")),
        ("utm_source=x&=y", SearchRequest()),
        ("country=&from=&to=+&q=", SearchRequest()),
        ("sort=sideways", SearchRequest()),
        ("sort=newest", SearchRequest(sort=SortOrder.NEWEST)),
        ("all=nosuch&all=person", SearchRequest(expanded=(Facet.PERSON,))),
        ("page=3", SearchRequest(page=3)),
        ("page=0", SearchRequest()),
        ("page=-1", SearchRequest()),
        ("page=x", SearchRequest()),
        ("page=1e3", SearchRequest()),
        ("page=%C2%B2", SearchRequest()),
        (f"page={'9' * 5000}", SearchRequest()),
        ("size=50", SearchRequest(size=50)),
        ("size=1000000", SearchRequest(size=MAX_PAGE_SIZE)),
        ("size=many", SearchRequest()),
        ("from=2022", SearchRequest(period=parse_range("2022", None))),
        ("from=2022-01&to=2022-06", SearchRequest(period=parse_range("2022-01", "2022-06"))),
        ("date=2022-1", chosen(Facet.DATE, "2022-01")),
        ("date=2022-1-5&date=2022-01-05", chosen(Facet.DATE, "2022-01-05")),
        ("date=none", chosen(Facet.DATE, "none")),
        ("country=RU&country=RU", chosen(Facet.COUNTRY, "RU")),
        ("country=RU&not-country=RU", SearchRequest().with_excluded(Facet.COUNTRY, "RU")),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_a_query_string_is_read_forgivingly(query_string: str, request_: SearchRequest) -> None:
    assert parse_args(parse_qsl(query_string, keep_blank_values=True)) == request_


def test_half_of_a_surrogate_pair_becomes_something_that_can_be_sent() -> None:
    assert parse_args([("q", "a\ud800")]) == SearchRequest(query="a?")


@pytest.mark.parametrize(
    ("args", "named"),
    [
        ([("date", "yesterday")], "yesterday"),
        ([("not-date", "2022-13")], "2022-13"),
        ([("from", "2022-02-30")], "2022-02-30"),
        ([("to", "soon")], "soon"),
        ([("from", "2023"), ("to", "2022")], "2023"),
        ([("person", "x" * (MAX_VALUE_LENGTH + 1))], str(MAX_VALUE_LENGTH)),
        ([("person", str(number)) for number in range(MAX_VALUES + 1)], str(MAX_VALUES + 1)),
    ],
)
def test_a_filter_that_means_nothing_is_refused_by_name(
    args: list[tuple[str, str]], named: str
) -> None:
    with pytest.raises(InvalidFilter) as refusal:
        parse_args(args)
    assert named in str(refusal.value)


def test_as_many_values_as_allowed_can_be_chosen() -> None:
    args = [("person", "x" * MAX_VALUE_LENGTH)]
    args += [("not-author", str(number)) for number in range(MAX_VALUES - 1)]
    request = parse_args(args)
    assert len(request.selection(Facet.AUTHOR).excluded) == MAX_VALUES - 1


def test_a_selection_is_checked_and_free_of_repetitions() -> None:
    selection = build_selection(Facet.DATE, ["2022", "2022-1", "2022-01"], ["2022", "none"])
    assert selection == Selection(
        facet=Facet.DATE, included=("2022-01",), excluded=("2022", "none")
    )


def test_defaults_are_left_out_of_the_arguments() -> None:
    assert build_args(SearchRequest(query="a", page=1)) == [("q", "a")]


@given(requests())
def test_facets_stand_in_the_address_in_the_order_of_the_page(request: SearchRequest) -> None:
    named = [name.removeprefix("not-") for name, _ in build_args(request)]
    table = [facet.value for facet in FACET_FIELDS]
    places = [table.index(name) for name in named if name in table]
    assert places == sorted(places)


ARTICLE_IDS = st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30
) | st.sampled_from(
    [
        "2022/a.txt",
        "a b",
        "100%.txt",
        "what?.txt",
        "#1",
        "a&b",
        "a+b",
        "..",
        "../etc/passwd",
        "a/./b",
        "/a",
        "a/",
        "a//b",
        "a\\b",
        "a\nb",
        "ä.txt",
        "a%2Fb",
        "a;b=c",
        "news/a.json",
        "archive.zip!/a.txt",
    ]
)
SUFFIXES = st.sampled_from(["", ".json"])


@given(ARTICLE_IDS)
def test_an_article_can_be_found_again_by_its_address(article_id: str) -> None:
    url = urlsplit(article_url(article_id))
    if url.path == "/article":
        assert parse_qsl(url.query, strict_parsing=True) == [("id", article_id)]
    else:
        assert url.query == ""
        assert unquote(url.path, errors="strict") == f"/article/{article_id}"


@given(ARTICLE_IDS, SUFFIXES)
def test_a_browser_leaves_the_address_of_an_article_as_it_is(article_id: str, suffix: str) -> None:
    url = article_url(article_id, suffix)
    assert url.isascii()
    assert url.isprintable()
    assert urlsplit(url).fragment == ""
    assert not {"", ".", ".."} & set(unquote(urlsplit(url).path).split("/")[1:])


@given(ARTICLE_IDS)
def test_no_two_pages_share_an_address(article_id: str) -> None:
    assert article_url(article_id, ".json") != article_url(f"{article_id}.json")
    assert article_url(article_id, ".json") != article_url(article_id)


@given(
    st.lists(st.tuples(st.sampled_from(["q", "not-person"]), st.text(st.characters(codec="utf-8"))))
)
def test_pairs_are_encoded_as_in_any_query_string(args: list[tuple[str, str]]) -> None:
    assert encode_args(args) == urlencode(args)
