"""Periods at one click: those that count from today, and the end of an older archive."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from searchapp.search.date_words import days_of_words
from searchapp.search.holdings import Holdings
from searchapp.search.periods import period_between, period_label
from searchapp.search.request import SearchRequest
from searchapp.search.url import build_url
from searchapp.web.presenters.slots import without_chosen_dates


@dataclass(frozen=True, slots=True, kw_only=True)
class DateChoice:
    """A period that is chosen at one click; `days` are the ones it means today."""

    label: str
    days: str
    url: str
    current: bool


_WORDS = ("Today", "Yesterday", "Last 7 days", "Last 30 days", "This year", "Last year")
_LATELY = timedelta(days=30)


def build_date_choices(
    request: SearchRequest, holdings: Holdings | None, today: date
) -> tuple[DateChoice, ...]:
    """The periods of which the archive may have something, as links that keep all but the dates."""
    if holdings is None or holdings.first is None or holdings.last is None:
        return ()
    return tuple(
        _choice(request, label, first, last)
        for label, first, last in _iter_periods(holdings.first, holdings.last, today)
        if first <= holdings.last and holdings.first <= last
    )


def _iter_periods(oldest: date, newest: date, today: date) -> Iterator[tuple[str, date, date]]:
    for words in _WORDS:
        days = days_of_words(words, today)
        if days:
            yield words, *days
    if newest < today - _LATELY:
        month, year = newest - timedelta(days=29), _year_before(newest)
        if month > oldest:
            yield "The archive’s last 30 days", month, newest
        if year > oldest:
            yield "The archive’s last 12 months", year, newest


def _year_before(day: date) -> date:
    """The first day of the twelve months that end with a day."""
    next_day = day + timedelta(days=1)
    if next_day.month == 2 and next_day.day == 29:
        return next_day.replace(year=next_day.year - 1, day=28) + timedelta(days=1)
    return next_day.replace(year=max(next_day.year - 1, 1))


def _choice(request: SearchRequest, label: str, first: date, last: date) -> DateChoice:
    target = without_chosen_dates(request).with_period(period_between(first, last))
    ends = dict.fromkeys(period_label(day.isoformat()) for day in (first, last))
    return DateChoice(
        label=label, days=" to ".join(ends), url=build_url(target), current=request == target
    )
