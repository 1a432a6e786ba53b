"""Days in words: what they mean on a given day, and what is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.errors import InvalidFilter
from searchapp.search.date_words import days_of_words
from searchapp.search.periods import parse_range, period_between
from searchapp.search.request import SearchRequest
from searchapp.search.url import parse_args

TODAY = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", "2024-03-01", "2024-03-01"),
        ("Yesterday", "2024-02-29", "2024-02-29"),
        ("last 1 day", "2024-03-01", "2024-03-01"),
        ("last 7 days", "2024-02-24", "2024-03-01"),
        ("the past 2 weeks", "2024-02-17", "2024-03-01"),
        ("  LAST   30  days ", "2024-02-01", "2024-03-01"),
        ("this week", "2024-02-26", "2024-03-03"),
        ("last week", "2024-02-19", "2024-02-25"),
        ("this month", "2024-03-01", "2024-03-31"),
        ("last month", "2024-02-01", "2024-02-29"),
        ("this year", "2024-01-01", "2024-12-31"),
        ("last year", "2023-01-01", "2023-12-31"),
        ("December 2022", "2022-12-01", "2022-12-31"),
        ("dec 2022", "2022-12-01", "2022-12-31"),
        ("Sept. 1999", "1999-09-01", "1999-09-30"),
        ("may 2022", "2022-05-01", "2022-05-31"),
        ("30 December 2022", "2022-12-30", "2022-12-30"),
        ("3. March 2022", "2022-03-03", "2022-03-03"),
        ("December 30, 2022", "2022-12-30", "2022-12-30"),
        ("30.12.2022", "2022-12-30", "2022-12-30"),
        ("1. 2. 2022", "2022-02-01", "2022-02-01"),
    ],
)
def test_words_name_days(text: str, first: str, last: str) -> None:
    assert days_of_words(text, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        *("", "someday", "2022", "2022-12", "ma 2022", "Decembre 2022", "30 February 2022"),
        *("31.2.2022", "last 0 days", "last days", "last 99999 days ago", "last 99999 weeks"),
        *("December 0000", "last ٧ days", "the today"),
    ],
)
def test_other_words_name_none(text: str) -> None:
    assert days_of_words(text, date(1, 6, 1) if "weeks" in text else TODAY) is None


@given(st.text(max_size=20), st.dates())
def test_any_words_name_days_in_order_or_none(text: str, today: date) -> None:
    days = days_of_words(text, today)
    assert days is None or days[0] <= days[1]


@given(st.sampled_from(["today", "yesterday", "last 30 days", "last month"]), st.dates())
def test_words_work_on_every_day_of_the_calendar(text: str, today: date) -> None:
    days = days_of_words(text, today)
    assert days is None or days[1] <= today or text == "today"


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        pytest.param("last 7 days", None, "2024-02-24", "2024-03-01", id="a stretch alone"),
        pytest.param("last year", "today", "2023-01-01", "2024-03-01", id="from a stretch on"),
        pytest.param(None, "last year", None, "2023-12-31", id="until a stretch"),
        pytest.param("yesterday", None, "2024-02-29", None, id="a day alone is a beginning"),
        pytest.param("December 2022", None, "2022-12-01", None, id="a month alone too"),
        pytest.param("Dec 2022", "2023-02", "2022-12-01", "2023-02-28", id="words and figures"),
    ],
)
def test_words_are_typed_ends(
    since: str | None, until: str | None, first: str | None, last: str | None
) -> None:
    period = parse_range(since, until, TODAY)
    assert period is not None
    assert period.start == (date.fromisoformat(first) if first else None)
    assert period.last_day == (date.fromisoformat(last) if last else None)


def test_words_in_an_address_count_from_the_day_that_is_given() -> None:
    request = parse_args([("from", "last 7 days")], TODAY)
    assert request == SearchRequest(period=period_between(date(2024, 2, 24), TODAY))


def test_what_is_neither_is_refused_with_examples() -> None:
    with pytest.raises(InvalidFilter, match=r"“soon” is not a date\..*last 30 days"):
        parse_range("soon", None)
