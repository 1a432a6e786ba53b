"""The date facet's view: levels, crumbs, rows and bars."""

import pytest

from searchapp.search.facets import NONE, Facet
from searchapp.search.periods import parse_range
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket, FacetResult, SearchResponse
from searchapp.web.presenters.dates import DateView, build_date_view
from searchapp.web.presenters.histogram import MIN_SLOT


def bucket(value: str, count: int, *, selected: bool = False, excluded: bool = False) -> Bucket:
    return Bucket(value=value, label=value, count=count, selected=selected, excluded=excluded)


def view(request: SearchRequest, *buckets: Bucket) -> DateView:
    dates = FacetResult(facet=Facet.DATE, buckets=buckets)
    return build_date_view(
        SearchResponse(request=request, total=1, took_ms=1, pages=1, facets=(dates,))
    )


def in_period(*values: str) -> SearchRequest:
    request = SearchRequest()
    for value in values:
        request = request.with_value(Facet.DATE, value)
    return request


def test_years_first_with_the_gaps_between_them() -> None:
    shown = view(SearchRequest(), bucket("2019", 4), bucket("2022", 2), bucket(NONE, 1))
    assert [row.label for row in shown.rows] == ["2019", "2022", "Undated"]
    assert shown.histogram is not None
    assert [bar.name for bar in shown.histogram.bars] == [
        "2019: 4 articles",
        "2020: 0 articles",
        "2021: 0 articles",
        "2022: 2 articles",
    ]
    assert [bar.url is None for bar in shown.histogram.bars] == [False, True, True, False]
    assert shown.crumbs == ()


def test_a_chosen_year_opens_its_months_and_is_the_last_crumb() -> None:
    shown = view(
        in_period("2022"),
        bucket("2022-02", 3),
        bucket("2022-12", 1),
        bucket("2022", 4, selected=True),
    )
    assert [row.label for row in shown.rows] == ["February 2022", "December 2022"]
    assert [(crumb.label, crumb.url) for crumb in shown.crumbs] == [
        ("All dates", "/search"),
        ("2022", None),
    ]
    assert shown.rows[0].url == "/search?date=2022-02"
    assert shown.histogram is not None
    assert shown.histogram.caption == "Articles per month, 2022"
    assert [bar.tick for bar in shown.histogram.bars][:3] == ["Jan", "Feb", "Mar"]


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
    assert shown.histogram is not None
    assert len(shown.histogram.bars) == 29
    assert [bar.tick for bar in shown.histogram.bars if bar.selected] == ["3"]
    assert shown.histogram.min_width == 29 * MIN_SLOT


def test_several_chosen_periods_stay_listed_without_crumbs() -> None:
    shown = view(
        in_period("2019", "2022"),
        bucket("2019-01", 1),
        bucket("2022-05", 1),
        bucket("2019", 1, selected=True),
        bucket("2022", 1, selected=True),
    )
    assert shown.crumbs == ()
    assert [row.label for row in shown.rows] == ["January 2019", "May 2022", "2019", "2022"]


def test_an_excluded_day_does_not_turn_the_years_into_days() -> None:
    request = SearchRequest().with_excluded(Facet.DATE, "2022-12-30")
    shown = view(
        request, bucket("2021", 2), bucket("2022", 3), bucket("2022-12-30", 1, excluded=True)
    )
    assert shown.level == "year"
    assert [row.excluded for row in shown.rows] == [False, False, True]
    assert shown.rows[2].url == "/search"


def test_the_tallest_bar_fills_the_chart_and_the_smallest_can_be_seen() -> None:
    shown = view(SearchRequest(), bucket("2021", 1), bucket("2022", 10_000))
    assert shown.histogram is not None
    small, tall = shown.histogram.bars
    assert tall.height == 72 and small.height == 2
    assert tall.top + tall.height == small.top + small.height
    assert tall.slot_x + tall.slot_width <= 100


@pytest.mark.parametrize("buckets", [(), (bucket("2022", 5),), (bucket(NONE, 3),)], ids=len)
def test_no_chart_without_anything_to_compare(buckets: tuple[Bucket, ...]) -> None:
    assert view(SearchRequest(), *buckets).histogram is None


def test_centuries_apart_are_not_filled_up() -> None:
    shown = view(SearchRequest(), bucket("1001", 1), bucket("2022", 1))
    assert shown.histogram is not None
    assert len(shown.histogram.bars) == 2


def test_typed_ends_come_back_as_days() -> None:
    request = SearchRequest().with_period(parse_range("2021", "2022-02"))
    shown = view(request, bucket("2021", 1))
    assert (shown.since, shown.until) == ("2021-01-01", "2022-02-28")
    assert shown.clear_url == "/search"
