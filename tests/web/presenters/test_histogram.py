"""The chart of dates: a place for every period, bars in proportion, gaps, labels that fit."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.search.facets import NONE, Facet
from searchapp.search.holdings import Holdings
from searchapp.search.periods import parse_range
from searchapp.search.request import ChartKind, SearchRequest
from searchapp.search.response import Bucket, FacetResult, SearchResponse
from searchapp.web.presenters.histogram import CHART_HEIGHT, Histogram, build_histogram
from searchapp.web.presenters.shares import of_held, share_label
from searchapp.web.presenters.slots import MAX_YEARS, build_slots


def chart(
    found: Mapping[str, int],
    held: Mapping[str, int] | None = None,
    request: SearchRequest | None = None,
) -> Histogram | None:
    """The chart of so many articles of each period, of an archive that holds so many."""
    holdings = None
    if held is not None:
        days = [date.fromisoformat(f"{value}-01-01"[:10]) for value in held]
        holdings = Holdings(
            periods=tuple(held.items()),
            first=min(days, default=None),
            last=max(days, default=None),
        )
    asked = request or SearchRequest()
    selection = asked.selection(Facet.DATE)
    result = FacetResult(
        facet=Facet.DATE,
        buckets=tuple(
            Bucket(
                value=value,
                label=value,
                count=count,
                selected=value in selection.included,
                excluded=value in selection.excluded,
            )
            for value, count in found.items()
        ),
        holdings=holdings,
    )
    response = SearchResponse(request=asked, total=1, took_ms=1, pages=1, facets=(result,))
    return build_histogram(response, build_slots(asked, result))


def drawn(
    found: Mapping[str, int],
    held: Mapping[str, int] | None = None,
    request: SearchRequest | None = None,
) -> Histogram:
    shown = chart(found, held, request)
    assert shown is not None
    return shown


def dated(value: str, kind: ChartKind = ChartKind.COUNT) -> SearchRequest:
    return SearchRequest(chart=kind).with_value(Facet.DATE, value)


def texts(shown: Histogram, narrow: bool = False) -> list[str]:
    return [tick.text for tick in shown.ticks[narrow]]


def test_a_gap_of_years_is_as_wide_as_it_was_long() -> None:
    shown = drawn({"2019": 4, "2022": 2}, {"2019": 40, "2021": 7, "2022": 2})
    assert [bar.name for bar in shown.bars] == [
        "2019: 4 of 40 articles (10 %)",
        "2020: 0 articles",
        "2021: 0 of 7 articles (0 %)",
        "2022: 2 articles",
    ]
    assert [bar.url for bar in shown.bars] == ["/search?date=2019", None, None, "/search?date=2022"]
    assert len({bar.slot_width for bar in shown.bars}) == 1


def test_only_what_the_archive_holds_nothing_from_is_hatched() -> None:
    shown = drawn({"2010": 1, "2022": 2}, {"2010": 5, "2013": 5, "2022": 5})
    assert [gap.name for gap in shown.gaps] == ["2011–2012", "2014–2021"]
    assert shown.legend == "The archive holds nothing from 2011–2012, 2014–2021."
    place = 100 / 13
    assert shown.gaps[1].x == pytest.approx(4 * place, abs=0.01)
    assert shown.gaps[1].width == pytest.approx(8 * place, abs=0.01)


def test_nothing_is_hatched_where_it_is_not_known_what_is_held() -> None:
    shown = drawn({"2019": 4, "2022": 2})
    assert (shown.gaps, shown.legend) == ((), "")


@pytest.mark.parametrize(
    ("request_", "held", "legend"),
    [
        pytest.param(
            dated("2022"),
            {f"2022-{month:02}": 1 for month in range(2, 12)},
            "The archive holds nothing from January, December 2022.",
            id="months",
        ),
        pytest.param(
            dated("2022-02"),
            {f"2022-02-{day:02}": 1 for day in (1, 5, 28)},
            "The archive holds nothing from 2–4, 6–27 February 2022.",
            id="days",
        ),
        pytest.param(
            dated("2022-02"),
            {f"2022-02-{day:02}": 1 for day in range(2, 28, 3)},
            "The archive holds nothing from 1, 3–4, 6–7 February 2022 and 7 other stretches.",
            id="many",
        ),
        pytest.param(
            SearchRequest().with_period(parse_range("2021-12-30", "2022-01-03")),
            {"2021-12-30": 1, "2022-01-03": 1},
            "The archive holds nothing from 31 December 2021 to 2 January 2022.",
            id="over a year's end",
        ),
    ],
)
def test_the_legend_names_what_is_missing(
    request_: SearchRequest, held: Mapping[str, int], legend: str
) -> None:
    assert drawn({}, held, request_).legend == legend


def test_months_of_a_year_and_days_of_a_month_are_all_there() -> None:
    months = drawn({"2022-02": 3}, {}, dated("2022"))
    assert months.caption == "Articles per month, 2022"
    assert len(months.bars) == 12
    assert texts(months)[:3] == ["Jan", "Feb", "Mar"]
    assert texts(months, narrow=True) == ["Jan", "Mar", "May", "Jul", "Sep", "Nov"]
    days = drawn({"2024-02-03": 2}, {}, dated("2024-02-03"))
    assert days.caption == "Articles per day, February 2024"
    assert len(days.bars) == 29
    assert [bar.label for bar in days.bars if bar.selected] == ["3 February 2024"]
    assert texts(days)[0] == "1"
    assert texts(days)[-1] == "29"


def test_a_typed_period_is_charted_from_its_first_to_its_last_day() -> None:
    request = SearchRequest().with_period(parse_range("2021-12-30", "2022-01-02"))
    shown = drawn({"2022-01-01": 1}, {"2021-12-30": 3}, request)
    assert [bar.label for bar in shown.bars] == [
        "30 December 2021",
        "31 December 2021",
        "1 January 2022",
        "2 January 2022",
    ]
    assert texts(shown) == ["30 Dec", "31", "1 Jan", "2"]
    assert shown.bars[2].url == "/search?date=2022-01-01&from=2021-12-30&to=2022-01-02"
    assert shown.range_url == "/search"


def test_a_year_cut_by_a_typed_period_is_charted_as_far_as_it_reaches() -> None:
    request = dated("2022").with_period(parse_range("2022-11-15", "2023-02"))
    shown = drawn({"2022-12": 1}, {"2022-12": 3}, request)
    assert [bar.label for bar in shown.bars] == ["November 2022", "December 2022"]


def test_a_bar_leads_to_its_period_alone() -> None:
    request = dated("2019").with_value(Facet.DATE, "2021").with_query("rain")
    shown = drawn({"2019": 1, "2020": 2, "2021": 3}, {"2019": 1, "2021": 3}, request)
    assert [bar.url for bar in shown.bars] == [
        "/search?q=rain&date=2019",
        "/search?q=rain&date=2020",
        "/search?q=rain&date=2021",
    ]
    assert [bar.selected for bar in shown.bars] == [True, False, True]


def test_an_excluded_period_is_told_and_not_counted_in_a_range() -> None:
    request = SearchRequest().with_excluded(Facet.DATE, "2021")
    shown = drawn({"2020": 2, "2021": 3}, {"2020": 2, "2021": 3}, request)
    assert shown.bars[1].name == "2021: 3 articles, excluded"
    assert [bar.count for bar in shown.bars] == [2, 0]
    assert shown.range_url == "/search?not-date=2021"


def test_a_long_span_of_years_is_charted_by_tens() -> None:
    found = {"1851": 1, "1859": 2, "1860": 4, "2020": 8}
    shown = drawn(found, found | {"1855": 3})
    assert len(shown.bars) == 18
    assert shown.caption == "Articles per ten years"
    assert shown.bars[0].name == "1850–1859: 3 of 6 articles (50 %)"
    assert shown.bars[0].url == "/search?from=1850-01-01&to=1859-12-31"
    assert texts(shown)[:2] == ["1850s", "1870s"]
    assert texts(shown)[-1] == "2020s"
    assert shown.gaps[0].name == "1870–2019"


def test_ten_years_keep_to_a_typed_period_and_let_go_of_chosen_years() -> None:
    request = (
        dated("1860")
        .with_value(Facet.DATE, "1999")
        .with_excluded(Facet.DATE, "1859")
        .with_period(parse_range("1855-06", None))
    )
    found = {"1855": 1, "1859": 7, "1860": 2, "1999": 1}
    shown = drawn(found, found, request)
    assert [bar.count for bar in shown.bars if bar.count] == [1, 2, 1]
    assert shown.bars[0].url == "/search?not-date=1859&from=1855-06-01&to=1859-12-31"


def test_years_from_one_end_of_the_calendar_to_the_other_fit() -> None:
    shown = drawn({"0001": 1, "9999": 2}, {"0001": 1, "9999": 2})
    assert len(shown.bars) == 100
    assert shown.caption == "Articles per hundred years"
    assert shown.bars[0].label == "1–99"
    assert shown.bars[-1].url == "/search?from=9900-01-01"


@given(st.integers(1, 9999), st.integers(0, 2000))
def test_every_year_has_its_place_and_places_are_few(first: int, span: int) -> None:
    last = min(first + span, 9999)
    shown = drawn({}, {f"{first:04}": 1, f"{last:04}": 1}) if last > first else None
    if shown is None:
        return
    assert len(shown.bars) <= MAX_YEARS + 1
    assert shown.bars[0].first <= f"{first:04}-01-01"
    assert shown.bars[-1].last >= f"{last:04}-01-01"
    for one, other in pairwise(shown.bars):
        assert date.fromisoformat(other.first).toordinal() == (
            date.fromisoformat(one.last).toordinal() + 1
        )
    for ticks, most in zip(shown.ticks, (13, 7), strict=True):
        assert 2 <= len(ticks) <= most + 1


@pytest.mark.parametrize(
    ("tallest", "lines"),
    [
        (1, ["1"]),
        (2, ["2", "1"]),
        (3, ["4", "2"]),
        (18, ["20", "10"]),
        (6001, ["8,000", "4,000"]),
    ],
)
def test_lines_are_at_round_numbers_that_no_bar_exceeds(tallest: int, lines: list[str]) -> None:
    shown = drawn({"2021": 1, "2022": tallest})
    assert [line.text for line in shown.lines] == lines
    assert all(0 < bar.height <= CHART_HEIGHT for bar in shown.bars)
    top = int(lines[0].replace(",", ""))
    assert shown.bars[1].height == pytest.approx(max(CHART_HEIGHT * tallest / top, 2), abs=0.1)
    assert shown.lines[0].y == shown.bars[0].top + shown.bars[0].height - CHART_HEIGHT


def test_the_smallest_bar_can_be_seen() -> None:
    small, tall = drawn({"2021": 1, "2022": 10_000}).bars
    assert (small.height, tall.height) == (2, CHART_HEIGHT)
    assert tall.top + tall.height == small.top + small.height


def test_shares_are_heights_of_what_is_held() -> None:
    request = SearchRequest(chart=ChartKind.SHARE)
    shown = drawn({"2021": 3, "2022": 3}, {"2021": 120, "2022": 6}, request)
    assert shown.caption == "Share of the archive’s articles per year"
    assert [bar.amount for bar in shown.bars] == ["2.5 %", "50 %"]
    assert [line.text for line in shown.lines] == ["60 %", "30 %"]
    assert shown.bars[0].height == pytest.approx(CHART_HEIGHT * 2.5 / 60, abs=0.1)
    assert [(kind.label, kind.url, kind.current) for kind in shown.kinds] == [
        ("Articles", "/search", False),
        ("Share of archive", "/search?chart=share", True),
    ]


@pytest.mark.parametrize(
    ("found", "held"),
    [
        ({}, None),
        ({"2022": 5}, None),
        ({NONE: 3}, None),
        ({NONE: 3}, {}),
        ({"2022": 5}, {"2022": 9}),
    ],
    ids=["nothing", "one year", "undated", "an undated archive", "an archive of one year"],
)
def test_no_chart_without_anything_to_compare(
    found: Mapping[str, int], held: Mapping[str, int] | None
) -> None:
    assert chart(found, held) is None


def test_no_chart_of_days_that_cannot_be() -> None:
    request = dated("2022").with_period(parse_range("2019", "2020"))
    assert chart({"2022": 0}, {}, request) is None


@pytest.mark.parametrize(
    ("count", "held", "label"),
    [
        (0, 0, "–"),
        (0, 7, "0 %"),
        (1, 2000, "under 0.1 %"),
        (1, 1000, "0.1 %"),
        (3, 120, "2.5 %"),
        (1, 3, "33 %"),
        (999, 1000, "99 %"),
        (1000, 1000, "100 %"),
    ],
)
def test_a_share_is_all_only_when_it_is_all(count: int, held: int, label: str) -> None:
    assert share_label(count, held) == label


def test_a_number_is_told_with_what_it_is_part_of() -> None:
    assert of_held(12, 3400) == "12 of 3,400 articles (0.4 %)"
    assert of_held(12, 12) == "12 articles"
    assert of_held(1, None) == "1 article"
