"""Requests: every change returns a new request, on page 1, in one canonical shape."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.periods import Period
from searchapp.search.request import SearchRequest, SortOrder
from searchapp.search.selection import Selection
from tests.unit.search.strategies import FACETS, requests

BROWSE = SearchRequest()
PERIOD = Period(start=date(2022, 1, 1), end=date(2023, 1, 1))
SOME_FILTERS = (
    SearchRequest(query="storm", page=7, size=25)
    .with_value(Facet.COUNTRY, "RU")
    .with_excluded(Facet.PERSON, "Xi Jinping")
    .with_period(PERIOD)
    .with_page(7)
)


def included(request: SearchRequest, facet: Facet) -> tuple[str, ...]:
    return request.selection(facet).included


def excluded(request: SearchRequest, facet: Facet) -> tuple[str, ...]:
    return request.selection(facet).excluded


@pytest.mark.parametrize(
    ("query", "sort", "order"),
    [
        ("storm", None, SortOrder.RELEVANCE),
        ("", None, SortOrder.NEWEST),
        ("  ", None, SortOrder.NEWEST),
        ("", SortOrder.OLDEST, SortOrder.OLDEST),
        ("storm", SortOrder.NEWEST, SortOrder.NEWEST),
    ],
)
def test_a_query_is_ranked_and_browsing_begins_with_the_newest(
    query: str, sort: SortOrder | None, order: SortOrder
) -> None:
    assert SearchRequest(query=query, sort=sort).order is order


def test_a_request_is_narrowed_by_a_selection_or_a_period() -> None:
    assert not SearchRequest(query="storm").narrowed
    assert BROWSE.with_period(PERIOD).narrowed
    assert BROWSE.with_excluded(Facet.AUTHOR, "none").narrowed


def test_a_facet_without_a_choice_has_an_empty_selection() -> None:
    assert BROWSE.selection(Facet.AUTHOR) == Selection(facet=Facet.AUTHOR)
    assert not BROWSE.selection(Facet.AUTHOR)


def test_selections_stand_in_the_order_of_the_table_whatever_the_clicks() -> None:
    request = BROWSE
    for facet in reversed(FACET_FIELDS):
        request = request.with_value(facet, "2022")
    assert [entry.facet for entry in request.selections] == list(FACET_FIELDS)


def test_values_are_added_once_and_in_the_order_of_the_clicks() -> None:
    request = BROWSE
    for value in ("RU", "CN", "RU"):
        request = request.with_value(Facet.COUNTRY, value)
    assert included(request, Facet.COUNTRY) == ("CN", "RU")


def test_choosing_a_value_takes_its_exclusion_back() -> None:
    request = BROWSE.with_excluded(Facet.COUNTRY, "RU").with_value(Facet.COUNTRY, "RU")
    assert request == BROWSE.with_value(Facet.COUNTRY, "RU")


def test_excluding_a_value_takes_its_choice_back() -> None:
    request = BROWSE.with_value(Facet.COUNTRY, "RU").with_excluded(Facet.COUNTRY, "RU")
    assert request == BROWSE.with_excluded(Facet.COUNTRY, "RU")


def test_only_one_value_keeps_the_exclusions_of_others() -> None:
    request = (
        BROWSE.with_value(Facet.COUNTRY, "RU")
        .with_excluded(Facet.COUNTRY, "CN")
        .with_excluded(Facet.COUNTRY, "US")
        .with_only(Facet.COUNTRY, "CN")
    )
    assert included(request, Facet.COUNTRY) == ("CN",)
    assert excluded(request, Facet.COUNTRY) == ("US",)


@pytest.mark.parametrize(
    ("clicks", "left"),
    [
        pytest.param(["2022", "2022-12"], ("2022-12",), id="a month replaces its year"),
        pytest.param(["2022", "2022-12", "2022-12-30"], ("2022-12-30",), id="a day its month"),
        pytest.param(["2022-12-30", "2022"], ("2022",), id="a year replaces its day"),
        pytest.param(["2022-11", "2022-12", "2022"], ("2022",), id="a year all of its months"),
        pytest.param(["2022", "2021-12"], ("2022", "2021-12"), id="not another year"),
        pytest.param(["2022-01", "2022-12"], ("2022-01", "2022-12"), id="not a sister"),
        pytest.param(["none", "2022"], ("none", "2022"), id="not the undated"),
    ],
)
def test_a_chosen_date_replaces_those_it_lies_in_or_holds(
    clicks: list[str], left: tuple[str, ...]
) -> None:
    request = BROWSE
    for value in clicks:
        request = request.with_value(Facet.DATE, value)
    assert included(request, Facet.DATE) == left


def test_names_that_begin_alike_do_not_replace_each_other() -> None:
    request = BROWSE.with_value(Facet.PERSON, "Anna").with_value(Facet.PERSON, "Anna-Maria")
    assert included(request, Facet.PERSON) == ("Anna", "Anna-Maria")


def test_taking_the_last_value_away_leaves_no_trace_of_the_facet() -> None:
    request = BROWSE.with_value(Facet.COUNTRY, "RU").with_excluded(Facet.COUNTRY, "CN")
    request = request.without_value(Facet.COUNTRY, "CN").without_value(Facet.COUNTRY, "RU")
    assert request == BROWSE


def test_a_facet_is_cleared_on_its_own() -> None:
    request = SOME_FILTERS.without_facet(Facet.COUNTRY)
    assert [entry.facet for entry in request.selections] == [Facet.PERSON]
    assert request.period == PERIOD


def test_clearing_all_filters_keeps_the_words_order_and_size() -> None:
    request = SOME_FILTERS.with_sort(SortOrder.OLDEST).without_filters()
    assert request == SearchRequest(query="storm", sort=SortOrder.OLDEST, size=25)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(SOME_FILTERS.with_value(Facet.AUTHOR, "A"), id="value"),
        pytest.param(SOME_FILTERS.with_only(Facet.AUTHOR, "A"), id="only"),
        pytest.param(SOME_FILTERS.with_excluded(Facet.AUTHOR, "A"), id="excluded"),
        pytest.param(SOME_FILTERS.without_value(Facet.COUNTRY, "RU"), id="without value"),
        pytest.param(SOME_FILTERS.without_facet(Facet.COUNTRY), id="without facet"),
        pytest.param(SOME_FILTERS.without_filters(), id="without filters"),
        pytest.param(SOME_FILTERS.with_period(None), id="period"),
        pytest.param(SOME_FILTERS.with_query("rain"), id="query"),
        pytest.param(SOME_FILTERS.with_sort(SortOrder.NEWEST), id="sort"),
        pytest.param(SOME_FILTERS.with_size(50), id="size"),
    ],
)
def test_another_result_begins_at_page_1(changed: SearchRequest) -> None:
    assert SOME_FILTERS.page == 7
    assert changed.page == 1


def test_listing_all_values_of_a_facet_stays_on_the_page() -> None:
    request = SOME_FILTERS.with_expanded(Facet.PERSON).with_expanded(Facet.COUNTRY)
    assert request.expanded == (Facet.COUNTRY, Facet.PERSON)
    assert request.page == 7
    assert request.without_expanded(Facet.COUNTRY).expanded == (Facet.PERSON,)
    assert request.with_expanded(Facet.PERSON) == request


def test_turning_a_page_changes_nothing_else() -> None:
    assert SOME_FILTERS.with_page(1).with_page(7) == SOME_FILTERS


@given(requests(), FACETS, st.sampled_from(["RU", "none", "2022", "2022-12"]))
def test_every_change_keeps_the_canonical_shape(
    request: SearchRequest, facet: Facet, value: str
) -> None:
    table = list(FACET_FIELDS)
    for changed in (
        request.with_value(facet, value),
        request.with_only(facet, value),
        request.with_excluded(facet, value),
        request.without_value(facet, value),
        request.without_facet(facet),
    ):
        places = [table.index(entry.facet) for entry in changed.selections]
        assert all(one < other for one, other in pairwise(places))
        for entry in changed.selections:
            assert entry
            assert len(set(entry.included)) == len(entry.included)
            assert len(set(entry.excluded)) == len(entry.excluded)
            assert not set(entry.included) & set(entry.excluded)


@given(requests(), FACETS, st.sampled_from(["RU", "none", "2022", "2022-12"]))
def test_a_change_touches_only_its_own_facet(
    request: SearchRequest, facet: Facet, value: str
) -> None:
    for changed in (
        request.with_value(facet, value),
        request.with_only(facet, value),
        request.with_excluded(facet, value),
        request.without_value(facet, value),
    ):
        for other in set(Facet) - {facet}:
            assert changed.selection(other) == request.selection(other)
        assert (changed.query, changed.period, changed.sort) == (
            request.query,
            request.period,
            request.sort,
        )


@given(requests(), FACETS, st.sampled_from(["RU", "none", "2022", "2022-12"]))
def test_a_chosen_value_can_be_taken_back(request: SearchRequest, facet: Facet, value: str) -> None:
    assert value in included(request.with_value(facet, value), facet)
    assert value in excluded(request.with_excluded(facet, value), facet)
    cleared = request.with_value(facet, value).without_value(facet, value)
    assert value not in included(cleared, facet) + excluded(cleared, facet)
