"""Periods: what people type, which days that holds, and how it reads."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.errors import InvalidFilter, UserError
from searchapp.search.periods import (
    Level,
    Period,
    canonical_value,
    parent_value,
    parse_period,
    parse_range,
    period_label,
    period_level,
    period_value,
)

DAYS = st.dates()
DAYS_BEFORE_THE_LAST_YEAR = st.dates(max_value=date(9998, 12, 31))
LEVELS = st.sampled_from(Level)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022", date(2022, 1, 1), date(2023, 1, 1)),
        ("2022-12", date(2022, 12, 1), date(2023, 1, 1)),
        ("2022-02", date(2022, 2, 1), date(2022, 3, 1)),
        ("2022-2", date(2022, 2, 1), date(2022, 3, 1)),
        ("2022-12-30", date(2022, 12, 30), date(2022, 12, 31)),
        ("2022-12-31", date(2022, 12, 31), date(2023, 1, 1)),
        ("2022-1-5", date(2022, 1, 5), date(2022, 1, 6)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 3, 1)),
        (" 2022 ", date(2022, 1, 1), date(2023, 1, 1)),
        ("0001", date(1, 1, 1), date(2, 1, 1)),
    ],
)
def test_a_calendar_value_names_a_period(text: str, start: date, end: date) -> None:
    assert parse_period(text) == Period(start=start, end=end)


@pytest.mark.parametrize("text", ["9999", "9999-12", "9999-12-31"])
def test_the_last_period_of_the_calendar_has_no_end(text: str) -> None:
    period = parse_period(text)
    assert period.end is None
    assert period.contains(date.max)


NOT_DATES = [
    "",
    "none",
    "22",
    "20222",
    "2022-",
    "2022-13",
    "2022-00",
    "2022-00-05",
    "2022-05-00",
    "2022-02-30",
    "2023-02-29",
    "2022-12-30-1",
    "2022-12-30T10:00",
    "30.12.2022",
    "0000",
    "99999999",
    "-2022",
    "+2022",
    "2022 TO 2023",
    "٢٠٢٢",
    "２０２２",
    "2022\n2023",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(InvalidFilter) as refusal:
        parse_period(text)
    assert f"“{text}”" in str(refusal.value)


def test_a_long_text_is_named_by_its_beginning() -> None:
    with pytest.raises(InvalidFilter) as refusal:
        parse_period("x" * 5000)
    assert len(str(refusal.value)) < 200


@given(st.text(max_size=30))
def test_any_text_is_a_period_or_a_user_error(text: str) -> None:
    try:
        period = parse_period(text)
    except UserError:
        return
    assert period.start is not None
    assert period.contains(period.start)


@given(DAYS, LEVELS)
def test_a_day_lies_in_the_period_that_is_named_after_it(day: date, level: Level) -> None:
    value = period_value(day, level)
    assert parse_period(value).contains(day)
    assert period_level(value) is level
    assert canonical_value(value) == value


@given(DAYS, DAYS, LEVELS)
def test_two_days_lie_in_one_period_exactly_when_it_has_one_name(
    one: date, other: date, level: Level
) -> None:
    same = period_value(one, level) == period_value(other, level)
    assert parse_period(period_value(one, level)).contains(other) is same


@given(DAYS_BEFORE_THE_LAST_YEAR, LEVELS)
def test_periods_of_one_level_follow_each_other_without_a_gap(day: date, level: Level) -> None:
    period = parse_period(period_value(day, level))
    assert period.end is not None
    assert not period.contains(period.end)
    assert period.last_day == period.end - timedelta(days=1)
    assert period.contains(period.last_day)
    assert period_value(period.end, level) != period_value(period.last_day, level)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [("2022", "2022"), ("2022-1", "2022-01"), ("2022-1-2", "2022-01-02"), (" 2022-10 ", "2022-10")],
)
def test_a_value_has_one_way_of_being_written(text: str, canonical: str) -> None:
    assert canonical_value(text) == canonical


@pytest.mark.parametrize("text", NOT_DATES)
def test_only_dates_have_a_canonical_form(text: str) -> None:
    with pytest.raises(InvalidFilter):
        canonical_value(text)


@pytest.mark.parametrize(
    ("since", "until", "inside", "outside"),
    [
        ("2022-01", "2022-06", "2022-01-01 2022-06-30", "2021-12-31 2022-07-01"),
        ("2022", "2022", "2022-01-01 2022-12-31", "2021-12-31 2023-01-01"),
        ("2022-12-30", "2022-12-30", "2022-12-30", "2022-12-29 2022-12-31"),
        ("2021", "2022-02", "2021-01-01 2022-02-28", "2020-12-31 2022-03-01"),
        ("2022-03", None, "2022-03-01 9999-12-31", "2022-02-28"),
        ("2022-03", "", "2022-03-01 9999-12-31", "2022-02-28"),
        ("2022-03", "9999", "2022-03-01 9999-12-31", "2022-02-28"),
        (None, "2022-02", "0001-01-01 2022-02-28", "2022-03-01"),
    ],
)
def test_a_typed_range_holds_both_of_its_ends(
    since: str | None, until: str | None, inside: str, outside: str
) -> None:
    period = parse_range(since, until)
    assert period is not None
    assert all(period.contains(date.fromisoformat(day)) for day in inside.split())
    assert not any(period.contains(date.fromisoformat(day)) for day in outside.split())


@pytest.mark.parametrize(("since", "until"), [(None, None), ("", ""), (None, ""), ("", None)])
def test_no_ends_make_no_period(since: str | None, until: str | None) -> None:
    assert parse_range(since, until) is None


@pytest.mark.parametrize(
    ("since", "until"), [("2023", "2022"), ("2022-07", "2022-06"), ("2022-12-31", "2022-12-30")]
)
def test_a_range_that_ends_before_it_starts_is_refused_by_name(since: str, until: str) -> None:
    with pytest.raises(InvalidFilter) as refusal:
        parse_range(since, until)
    assert since in str(refusal.value)
    assert until in str(refusal.value)


def test_a_range_may_start_and_end_at_different_levels_inside_one_year() -> None:
    assert parse_range("2022-06", "2022") == Period(start=date(2022, 6, 1), end=date(2023, 1, 1))


def test_a_period_without_ends_holds_every_day() -> None:
    assert Period().contains(date.min)
    assert Period().contains(date.max)
    assert Period().last_day is None


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("2022", "2022"),
        ("2022-12", "December 2022"),
        ("2022-01", "January 2022"),
        ("2022-12-30", "30 December 2022"),
        ("2022-01-05", "5 January 2022"),
    ],
)
def test_a_period_reads_like_a_date(value: str, label: str) -> None:
    assert period_label(value) == label


@pytest.mark.parametrize(
    ("value", "parent"), [("2022", None), ("2022-12", "2022"), ("2022-12-30", "2022-12")]
)
def test_a_period_lies_in_the_next_coarser_one(value: str, parent: str | None) -> None:
    assert parent_value(value) == parent


def test_levels_get_finer_down_to_the_day() -> None:
    assert Level.YEAR.finer is Level.MONTH
    assert Level.MONTH.finer is Level.DAY
    assert Level.DAY.finer is Level.DAY
