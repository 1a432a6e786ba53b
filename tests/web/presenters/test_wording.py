"""Numbers, days and durations in words."""

from datetime import UTC, date, datetime

import pytest

from searchapp.search.periods import parse_range
from searchapp.search.wording import articles, duration, number
from searchapp.web.presenters.chips import period_text
from searchapp.web.presenters.wording import day_label, moment_label, size_label


def test_numbers_keep_their_thousands_apart() -> None:
    assert (number(999), number(1_234_567)) == ("999", "1,234,567")


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 articles"), (1, "1 article"), (12_345, "12,345 articles")]
)
def test_articles_are_counted(count: int, words: str) -> None:
    assert articles(count) == words


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [(0.2, "under 1 ms"), (1, "1 ms"), (12.4, "12 ms"), (999.4, "999 ms"), (1_440, "1.4 s")],
)
def test_durations(milliseconds: float, words: str) -> None:
    assert duration(milliseconds) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_500, "1.5 kB"),
        (2_000_000, "2.0 MB"),
        (10**13, "10.0 TB"),
    ],
)
def test_sizes(size: int, words: str) -> None:
    assert size_label(size) == words


def test_days_and_moments() -> None:
    assert day_label(date(2022, 12, 3)) == "3 December 2022"
    moment = datetime(2022, 12, 3, 4, 5, tzinfo=UTC)
    assert moment_label(moment) == "3 December 2022, 04:05 UTC"


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2021", "2021-06", "1 January 2021 to 30 June 2021"),
        ("2021", None, "from 1 January 2021"),
        (None, "2021", "until 31 December 2021"),
        ("2021-03-04", "2021-03-04", "4 March 2021"),
    ],
    ids=["both", "since", "until", "one day"],
)
def test_periods(since: str | None, until: str | None, words: str) -> None:
    period = parse_range(since, until)
    assert period is not None
    assert period_text(period) == words
