"""Small charts of years and the timeline of a value."""

import pytest

from searchapp.search.facets import Facet
from searchapp.search.periods import Level
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket
from searchapp.web.presenters.sparkline import build_sparkline
from searchapp.web.presenters.timeline import build_timeline

SEARCH = SearchRequest().with_only(Facet.COUNTRY, "UA")


def buckets(**counts: int) -> list[Bucket]:
    """Buckets by their values, written y2022_03 for 2022-03."""
    values = {name[1:].replace("_", "-"): count for name, count in counts.items()}
    return [Bucket(value=value, label=value, count=count) for value, count in values.items()]


@pytest.mark.parametrize(
    ("years", "counts", "path", "width", "text"),
    [
        (("2001", "2002"), (4, 2), "M0.5 20V0M1.5 20V10", 2, "2001–2002"),
        (("2001", "2004"), (0, 3), "M3.5 20V0", 4, "2004"),
        (("2001", "2002"), (1000, 1), "M0.5 20V0M1.5 20V19", 2, "2001–2002"),
        (("0001", "2002"), (1, 1), "M0.5 20V0M1.5 20V0", 2, "0001–2002"),
        (("2001", "2002"), (0, 0), "", 2, ""),
    ],
    ids=["heights", "gap", "least height", "far apart", "undated only"],
)
def test_a_small_chart_has_a_bar_for_each_year(
    years: tuple[str, ...], counts: tuple[int, ...], path: str, width: int, text: str
) -> None:
    chart = build_sparkline(years, counts)
    assert chart and (chart.path, chart.width, chart.text) == (path, width, text)


def test_one_year_is_no_chart() -> None:
    assert build_sparkline(("2022",), (3,)) is None
    assert build_timeline(SEARCH, Level.YEAR, buckets(y2022=3)) is None


def test_years_without_articles_stand_in_the_timeline_and_lead_nowhere() -> None:
    chart = build_timeline(SEARCH, Level.YEAR, buckets(y2019=4, y2022=2))
    assert chart
    assert [(bar.tick, bar.count, bar.height) for bar in chart.bars] == [
        ("2019", "4", 72),
        ("2020", "0", 0),
        ("2021", "0", 0),
        ("2022", "2", 36),
    ]
    assert [bar.url for bar in chart.bars] == [
        "/search?date=2019&country=UA",
        None,
        None,
        "/search?date=2022&country=UA",
    ]
    assert chart.bars[0].name == "2019: 4 articles"


def test_months_run_from_the_first_to_the_last() -> None:
    chart = build_timeline(SEARCH, Level.MONTH, buckets(y2021_11=1, y2022_02=5))
    assert chart
    assert [bar.tick for bar in chart.bars] == ["Nov", "Dec", "2022", "Feb"]
    assert chart.caption == "Articles per month"


@pytest.mark.parametrize(("last", "slot", "tick"), [("1903", 60, "1901"), ("1999", 24, "’01")])
def test_bars_are_as_wide_as_there_is_room_and_wide_enough_to_hit(
    last: str, slot: int, tick: str
) -> None:
    first = Bucket(value="1900", label="1900", count=1)
    chart = build_timeline(SEARCH, Level.YEAR, [first, Bucket(value=last, label=last, count=1)])
    assert chart and (chart.slot, chart.bars[1].tick) == (slot, tick)
    assert chart.width == slot * len(chart.bars)
    assert chart.show_counts == (slot == 60)
