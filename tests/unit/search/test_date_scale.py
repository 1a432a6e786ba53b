"""How fine dates are listed: by what is chosen, else by what is typed."""

from datetime import date

import pytest

from searchapp.search.date_scale import DateScale, common_parent, date_scale
from searchapp.search.facets import Facet
from searchapp.search.periods import Level, Period, parse_period, parse_range
from searchapp.search.request import ChartKind, SearchRequest
from searchapp.search.url import build_args, parse_args


@pytest.mark.parametrize(
    ("since", "until", "level"),
    [
        ("2022-03-05", "2022-03-05", Level.DAY),
        ("2022-12-01", "2023-01-31", Level.DAY),
        ("2022-12-01", "2023-02-01", Level.MONTH),
        ("2022", "2022", Level.MONTH),
        ("2020", "2022", Level.MONTH),
        ("2019-12-31", "2022", Level.YEAR),
        ("1850", "1950", Level.YEAR),
        ("2022-03-05", None, Level.YEAR),
        (None, "2022", Level.YEAR),
        ("9999-12", "9999", Level.YEAR),
    ],
)
def test_a_short_typed_period_is_listed_in_detail(
    since: str | None, until: str | None, level: Level
) -> None:
    period = parse_range(since, until)
    scale = date_scale(SearchRequest(period=period))
    assert scale == DateScale(level=level, within=period)


def test_what_is_chosen_counts_before_what_is_typed() -> None:
    request = SearchRequest(period=parse_range("2022-12-30", "2023")).with_value(Facet.DATE, "2022")
    scale = date_scale(request)
    assert (scale.level, scale.parent) == (Level.MONTH, "2022")
    assert scale.within == Period(start=date(2022, 12, 30), end=date(2023, 1, 1))
    assert scale.lists("2022-12")
    assert not scale.lists("2023-01")
    assert not scale.lists("2022")


@pytest.mark.parametrize(
    ("values", "parent"),
    [
        ([], None),
        (["2022"], "2022"),
        (["2022-12-30"], "2022-12"),
        (["2022-12", "2022-11-03"], "2022"),
        (["2022", "2023"], None),
    ],
)
def test_chosen_periods_have_a_year_or_a_month_in_common(
    values: list[str], parent: str | None
) -> None:
    assert common_parent(values) == parent


@pytest.mark.parametrize(
    ("one", "other", "start", "end"),
    [
        (Period(), parse_period("2022"), "2022-01-01", "2023-01-01"),
        (parse_period("2022"), Period(start=date(2022, 6, 1)), "2022-06-01", "2023-01-01"),
        (parse_period("2022"), Period(end=date(2022, 6, 1)), "2022-01-01", "2022-06-01"),
    ],
)
def test_two_periods_overlap_in_the_days_of_both(
    one: Period, other: Period, start: str, end: str
) -> None:
    expected = Period(start=date.fromisoformat(start), end=date.fromisoformat(end))
    assert one.overlap(other) == other.overlap(one) == expected


def test_the_kind_of_chart_is_part_of_the_address() -> None:
    shares = SearchRequest().with_chart(ChartKind.SHARE)
    assert build_args(shares) == [("chart", "share")]
    assert parse_args([("chart", "share")]) == shares
    assert parse_args([("chart", "pie")]) == SearchRequest()
