"""The date facet's view: crumbs, rows, typed ends, periods at one click."""

import re
from datetime import date

import pytest

from searchapp.search.facets import NONE, Facet
from searchapp.search.holdings import Holdings
from searchapp.search.periods import parse_range
from searchapp.search.request import ChartKind, SearchRequest
from searchapp.search.response import Bucket, FacetResult, SearchResponse
from searchapp.web.presenters.dates import DateView, build_date_view

TODAY = date(2026, 11, 23)


def bucket(value: str, count: int, *, selected: bool = False, excluded: bool = False) -> Bucket:
    return Bucket(value=value, label=value, count=count, selected=selected, excluded=excluded)


def view(request: SearchRequest, *buckets: Bucket, holdings: Holdings | None = None) -> DateView:
    dates = FacetResult(facet=Facet.DATE, buckets=buckets, holdings=holdings)
    response = SearchResponse(request=request, total=1, took_ms=1, pages=1, facets=(dates,))
    return build_date_view(response, TODAY)


def in_period(*values: str) -> SearchRequest:
    request = SearchRequest()
    for value in values:
        request = request.with_value(Facet.DATE, value)
    return request


def steps(shown: DateView) -> list[tuple[str, str | None]]:
    return [(crumb.label, crumb.url) for crumb in shown.crumbs]


def test_years_are_listed_before_what_is_undated() -> None:
    shown = view(SearchRequest(), bucket("2019", 4), bucket("2022", 2), bucket(NONE, 1))
    assert [row.label for row in shown.rows] == ["2019", "2022", "Undated"]
    assert [row.none for row in shown.rows] == [False, False, True]
    assert shown.level == "year"
    assert shown.crumbs == ()


def test_a_chosen_year_opens_its_months_and_is_the_last_crumb() -> None:
    shown = view(
        in_period("2022"),
        bucket("2022-02", 3),
        bucket("2022-12", 1),
        bucket("2022", 4, selected=True),
    )
    assert [row.label for row in shown.rows] == ["February 2022", "December 2022"]
    assert steps(shown) == [("All dates", "/search"), ("2022", None)]
    assert shown.rows[0].url == "/search?date=2022-02"
    assert shown.level == "month"


def test_a_chosen_day_stays_among_the_days_of_its_month() -> None:
    shown = view(
        in_period("2024-02-03"), bucket("2024-02-03", 2, selected=True), bucket("2024-02-29", 1)
    )
    assert [(row.label, row.selected) for row in shown.rows] == [
        ("3 February 2024", True),
        ("29 February 2024", False),
    ]
    assert [crumb.label for crumb in shown.crumbs] == ["All dates", "2024", "February", "3"]
    assert shown.crumbs[2].url == "/search?date=2024-02"


def test_several_chosen_periods_stay_listed_without_crumbs() -> None:
    shown = view(
        in_period("2019", "2022-05"),
        bucket("2019", 1, selected=True),
        bucket("2022", 1),
        bucket("2022-05", 1, selected=True),
    )
    assert shown.crumbs == ()
    assert [row.label for row in shown.rows] == ["2019", "2022", "May 2022"]


def test_a_typed_period_is_a_step_of_the_way_down() -> None:
    typed = SearchRequest().with_period(parse_range("2021", "2022"))
    assert steps(view(typed)) == [
        ("All dates", "/search"),
        ("1 January 2021 to 31 December 2022", None),
    ]
    deeper = view(typed.with_value(Facet.DATE, "2022"))
    assert steps(deeper)[1:] == [
        ("1 January 2021 to 31 December 2022", "/search?from=2021-01-01&to=2022-12-31"),
        ("2022", None),
    ]
    assert deeper.clear_url == "/search"


def test_an_excluded_day_does_not_turn_the_years_into_days() -> None:
    request = SearchRequest().with_excluded(Facet.DATE, "2022-12-30")
    shown = view(
        request, bucket("2021", 2), bucket("2022", 3), bucket("2022-12-30", 1, excluded=True)
    )
    assert shown.level == "year"
    assert [row.excluded for row in shown.rows] == [False, False, True]
    assert shown.rows[2].url == "/search"


def test_a_share_stands_beside_a_count_only_when_it_is_asked_for() -> None:
    holdings = Holdings(periods=(("2021", 200), ("2022", 3)), undated=4)
    buckets = bucket("2021", 1), bucket("2022", 3), bucket(NONE, 1)
    plain = view(SearchRequest(), *buckets, holdings=holdings)
    shares = view(SearchRequest(chart=ChartKind.SHARE), *buckets, holdings=holdings)
    assert [row.share for row in plain.rows] == ["", "", ""]
    assert [row.share for row in shares.rows] == ["0.5 %", "100 %", "25 %"]
    assert [row.count for row in shares.rows] == ["1", "3", "1"]
    assert [row.of_held for row in plain.rows] == [
        "1 of 200 articles (0.5 %)",
        "3 articles",
        "1 of 4 articles (25 %)",
    ]
    assert shares.rows[0].url == "/search?date=2021&chart=share"


def test_a_century_of_years_is_listed_by_tens_and_what_is_excluded_on_its_own() -> None:
    request = SearchRequest().with_excluded(Facet.DATE, "1905")
    holdings = Holdings(first=date(1900, 5, 1), last=date(1999, 5, 1), periods=(("1900", 3),))
    shown = view(
        request,
        *(bucket("1900", 1), bucket("1905", 5, excluded=True), bucket("1909", 2)),
        *(bucket("1999", 1), bucket(NONE, 1)),
        holdings=holdings,
    )
    assert [(row.label, row.count) for row in shown.rows] == [
        ("1900–1909", "3"),
        ("1990–1999", "1"),
        ("1905", "5"),
        ("Undated", "1"),
    ]
    assert shown.rows[0].url == "/search?not-date=1905&from=1900-01-01&to=1909-12-31"
    assert shown.rows[0].exclude_url is None


def test_typed_ends_come_back_as_days() -> None:
    request = SearchRequest().with_period(parse_range("2021", "2022-02"))
    shown = view(request, bucket("2021", 1))
    assert (shown.since, shown.until) == ("2021-01-01", "2022-02-28")
    assert shown.clear_url == "/search"


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        pytest.param(
            "2010-01-01",
            "2026-11-23",
            "Today, Yesterday, Last 7 days, Last 30 days, This year, Last year",
            id="an archive that goes on",
        ),
        pytest.param(
            "2010-01-01",
            "2026-11-10",
            "Last 30 days, This year, Last year",
            id="one that ended lately",
        ),
        pytest.param(
            "2010-01-01",
            "2025-06-30",
            "Last year, The archive’s last 30 days, The archive’s last 12 months",
            id="one that ended last year",
        ),
        pytest.param(
            "1893-12-01", "1894-02-28", "The archive’s last 30 days", id="a short one, long ago"
        ),
        pytest.param("2026-11-23", "2026-11-23", "Today, Last 7 days, Last 30 days, This year"),
    ],
)
def test_only_periods_that_the_archive_reaches_are_offered(
    first: str, last: str, labels: str
) -> None:
    holdings = Holdings(first=date.fromisoformat(first), last=date.fromisoformat(last))
    shown = view(SearchRequest(), holdings=holdings)
    assert ", ".join(choice.label for choice in shown.choices) == labels
    assert all(re.search(r"\d{4}$", choice.days) for choice in shown.choices)


def test_a_period_at_one_click_replaces_other_dates_and_keeps_the_rest() -> None:
    holdings = Holdings(first=date(2000, 1, 1), last=date(2020, 2, 28))
    request = in_period("2019").with_excluded(Facet.DATE, "2019-12").with_query("rain")
    shown = view(request, holdings=holdings)
    assert [choice.url for choice in shown.choices] == [
        "/search?q=rain&not-date=2019-12&from=2020-01-30&to=2020-02-28",
        "/search?q=rain&not-date=2019-12&from=2019-03-01&to=2020-02-28",
    ]
    clicked = view(SearchRequest().with_period(parse_range("2019-03-01", "2020-02-28")))
    assert clicked.choices == ()
    typed = SearchRequest().with_period(parse_range("2019-03-01", "2020-02-28"))
    assert [choice.current for choice in view(typed, holdings=holdings).choices] == [False, True]
