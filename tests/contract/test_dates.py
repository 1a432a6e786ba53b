"""Dates: from years to months to days, typed periods, and articles without a date."""

import pytest

from searchapp.search.engine import Engine
from searchapp.search.facets import Facet
from searchapp.search.periods import parse_range
from searchapp.search.request import SearchRequest
from tests.contract.archive import found_in_any_order, shown
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf

BROWSE = SearchRequest(size=100)


def dates(*values: str) -> SearchRequest:
    request = BROWSE
    for value in values:
        request = request.with_value(Facet.DATE, value)
    return request


@pytest.mark.parametrize(
    ("request_", "names", "buckets"),
    [
        pytest.param(
            BROWSE,
            "storm talks cafe sport brief undated old",
            "1999 1, 2021 2, 2022 3, Undated 1",
            id="years, in calendar order",
        ),
        pytest.param(
            dates("2022"),
            "storm talks cafe",
            "November 2022 1, December 2022 2, +2022 3, Undated 1",
            id="months of a year",
        ),
        pytest.param(
            dates("2022-12"),
            "storm talks",
            "30 December 2022 2, +December 2022 2, Undated 1",
            id="days of a month",
        ),
        pytest.param(
            dates("2022-12-30"),
            "storm talks",
            "+30 December 2022 2, Undated 1",
            id="a day among the days of its month",
        ),
        pytest.param(
            dates("none"),
            "undated",
            "1999 1, 2021 2, 2022 3, +Undated 1",
            id="undated",
        ),
        pytest.param(
            dates("2021", "2022"),
            "storm talks cafe sport brief",
            "1999 1, +2021 2, +2022 3, Undated 1",
            id="two years",
        ),
        pytest.param(
            dates("2022-11", "2022-12"),
            "storm talks cafe",
            "+November 2022 1, +December 2022 2, Undated 1",
            id="two months of one year",
        ),
        pytest.param(
            dates("2022-12-30", "2022-12-01"),
            "storm talks",
            "+1 December 2022 0, +30 December 2022 2, Undated 1",
            id="two days of one month",
        ),
        pytest.param(
            dates("2021", "2022-12"),
            "storm talks sport brief",
            "1999 1, +2021 2, 2022 3, +December 2022 2, Undated 1",
            id="a year and a month of another",
        ),
        pytest.param(
            dates("none", "1999"),
            "undated old",
            "June 1999 1, +1999 1, +Undated 1",
            id="a year or undated",
        ),
        pytest.param(
            BROWSE.with_excluded(Facet.DATE, "2022"),
            "sport brief undated old",
            "1999 1, 2021 2, -2022 3, Undated 1",
            id="not a year",
        ),
        pytest.param(
            BROWSE.with_excluded(Facet.DATE, "2022-12"),
            "cafe sport brief undated old",
            "1999 1, 2021 2, 2022 1, -December 2022 2, Undated 1",
            id="not a month",
        ),
        pytest.param(
            BROWSE.with_excluded(Facet.DATE, "none"),
            "storm talks cafe sport brief old",
            "1999 1, 2021 2, 2022 3, -Undated 1",
            id="not undated",
        ),
        pytest.param(
            dates("2022").with_excluded(Facet.DATE, "2022-11"),
            "storm talks",
            "-November 2022 1, December 2022 2, +2022 2, Undated 1",
            id="a year without a month of it",
        ),
        pytest.param(
            dates("1980"),
            "",
            "+1980 0, Undated 1",
            id="a year that the archive has nothing from",
        ),
        pytest.param(
            dates("2022").with_query("storm"),
            "storm talks",
            "December 2022 2, +2022 2",
            id="a year of a query",
        ),
        pytest.param(
            BROWSE.with_value(Facet.SECTION, "weather"),
            "storm brief",
            "2021 1, 2022 1",
            id="years of another choice",
        ),
    ],
)
def test_dates_are_chosen_from_coarse_to_fine(
    archive_engine: Engine, request_: SearchRequest, names: str, buckets: str
) -> None:
    response = archive_engine.search(request_)
    assert found_in_any_order(response) == set(names.split())
    assert shown(response, Facet.DATE) == buckets


@pytest.mark.parametrize(
    ("since", "until", "names", "buckets"),
    [
        ("2022-11", "2022-12", "storm talks cafe", "5 November 2022 1, 30 December 2022 2"),
        ("2021-02-01", "2021-02-01", "brief", "1 February 2021 1"),
        ("2021-02-02", "2021-12-29", "", ""),
        ("2021-12-30", None, "storm talks cafe sport", "2021 1, 2022 3"),
        (None, "2021-12-30", "sport brief old", "1999 1, 2021 2"),
        ("1999", "9999", "storm talks cafe sport brief old", "1999 1, 2021 2, 2022 3"),
    ],
)
def test_a_typed_period_holds_both_ends_and_narrows_the_date_facet_too(
    archive_engine: Engine, since: str | None, until: str | None, names: str, buckets: str
) -> None:
    response = archive_engine.search(BROWSE.with_period(parse_range(since, until)))
    assert found_in_any_order(response) == set(names.split())
    assert shown(response, Facet.DATE) == buckets


def test_a_period_and_a_chosen_year_must_both_be_met(archive_engine: Engine) -> None:
    request = dates("2022").with_period(parse_range("2022-12", None))
    response = archive_engine.search(request)
    assert found_in_any_order(response) == {"storm", "talks"}
    assert shown(response, Facet.DATE) == "December 2022 2, +2022 2"


def test_a_period_narrows_the_other_facets(archive_engine: Engine) -> None:
    response = archive_engine.search(BROWSE.with_period(parse_range("2021", "2021")))
    assert shown(response, Facet.AUTHOR) == "No author 1, Paul de Vries 1"


FAR_APART = [
    build_article("first", body="all", day="0001-01-01"),
    build_article("epoch", body="all", day="1969-12-31"),
    build_article("leap", body="all", day="2024-02-29"),
    build_article("last", body="all", day="9999-12-31"),
]


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "2024-02-29", "9999-12-31"])
def test_any_day_of_the_calendar_can_be_found(engine_of: EngineOf, day: str) -> None:
    engine = engine_of(FAR_APART)
    for value in (day, day[:7], day[:4]):
        (hit,) = engine.search(dates(value)).hits
        assert hit.date is not None
        assert hit.date.isoformat() == day
    assert engine.search(SearchRequest(query=f"date:{day}")).total == 1


def test_all_years_are_listed_however_many(engine_of: EngineOf) -> None:
    articles = [
        build_article(f"{year}", body="all", day=f"{year}-07-01") for year in range(1990, 2020)
    ]
    result = engine_of(articles).search(BROWSE).facet(Facet.DATE)
    assert [bucket.value for bucket in result.buckets] == [str(year) for year in range(1990, 2020)]
    assert not result.more
