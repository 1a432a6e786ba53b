"""Dates with slashes follow the order that the article itself shows."""

from datetime import date

import pytest

from searchapp.extract.datefields import iter_fields
from searchapp.extract.dateorder import settle_order

MAY, MARCH = date(2023, 5, 3), date(2023, 3, 5)


def days(text: str, *, dayfirst: bool = True, hint: date | None = None) -> list[date | None]:
    fields = [*iter_fields(text, 0, len(text), dayfirst=dayfirst)]
    return [field.day for field in settle_order(fields, hint)]


@pytest.mark.parametrize(
    "text",
    [
        "03/05/2023, updated 03/25/2023",
        "03/25/2023 above, 03/05/2023 below",
        "03/05/23 and 03/25/23",
        "03/05/2023 | March 5, 2023",
        "03/05/2023, in other words 2023-03-05",
        "04/04/2023 says nothing, 03/05/2023 and 12/31/2022 do",
    ],
)
def test_the_month_stands_first_where_another_date_shows_it(text: str) -> None:
    assert MARCH in days(text)
    assert MAY not in days(text)


@pytest.mark.parametrize(
    "text", ["03/05/2023, updated 25/03/2023", "03/05/2023 | 3 May 2023", "3.5.2023, 03/05/2023"]
)
def test_the_day_stands_first_where_another_date_shows_it(text: str) -> None:
    assert MAY in days(text, dayfirst=False)
    assert MARCH not in days(text, dayfirst=False)


def test_the_address_shows_the_order() -> None:
    assert days("03/05/2023", hint=MARCH) == [MARCH]
    assert days("03/05/2023", dayfirst=False, hint=MAY) == [MAY]


@pytest.mark.parametrize(
    "text",
    [
        "03/05/2023",
        "03/05/2023 and 12 June 2023",
        "03/05/2023, 25/03/2023 and 03/25/2023",
        "03/05/2023, that is March 5, 2023, or 3 May 2023",
        "03/05/2023, room 45/13/2023",
        "03/05/2023 and 02/30/2023",
    ],
    ids=["alone", "another day", "both orders", "both days", "no day", "no day of a month"],
)
@pytest.mark.parametrize("dayfirst", [True, False])
def test_otherwise_the_setting_decides(text: str, dayfirst: bool) -> None:
    assert days(text, dayfirst=dayfirst)[0] == (MAY if dayfirst else MARCH)


def test_dates_without_slashes_stay_as_they_are() -> None:
    text = "03.05.2023, 2023-02-01, 03/25/2023"
    assert days(text) == [date(2023, 5, 3), date(2023, 2, 1), date(2023, 3, 25)]
